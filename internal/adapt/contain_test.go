package adapt

import (
	"errors"
	"go/types"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
)

type found struct{ n int }

// graph is an analyzer that fails as it is told, one that needs its result,
// and one that needs neither.
func graph(fail func()) (inner, outer, other *analysis.Analyzer) {
	inner = &analysis.Analyzer{Name: "inner", ResultType: reflect.TypeFor[*found](),
		Run: func(p *analysis.Pass) (any, error) {
			fail()
			return &found{7}, nil
		}}
	outer = &analysis.Analyzer{Name: "outer", Requires: []*analysis.Analyzer{inner},
		Run: func(p *analysis.Pass) (any, error) {
			p.Report(analysis.Diagnostic{Message: "outer"})
			return p.ResultOf[inner].(*found).n, nil
		}}
	other = &analysis.Analyzer{Name: "other", Run: func(p *analysis.Pass) (any, error) {
		p.Report(analysis.Diagnostic{Message: "other"})
		return nil, nil
	}}
	return inner, outer, other
}

// run runs contained analyzers on a package as a driver does.
func run(t *testing.T, c *Container, inner, outer, other *analysis.Analyzer) (reports []string) {
	t.Helper()
	pkg := types.NewPackage("example.com/p", "p")
	pass := func(a *analysis.Analyzer) *analysis.Pass {
		return &analysis.Pass{Analyzer: a, Pkg: pkg, ResultOf: map[*analysis.Analyzer]any{},
			Report: func(d analysis.Diagnostic) {
				reports = append(reports, d.Message)
			}}
	}
	outer, other = c.Contain(outer), c.Contain(other)
	p := pass(outer)
	result, err := inner.Run(pass(inner))
	if err != nil || reflect.TypeOf(result) != inner.ResultType {
		t.Errorf("the driver gets %T, %v from a required analyzer and looks no further",
			result, err)
	}
	p.ResultOf[inner] = result
	if result, err := outer.Run(p); err != nil {
		reports = append(reports, "error: "+err.Error())
	} else if outer.ResultType == nil && result != nil && result != 7 {
		t.Errorf("outer returns %v", result)
	}
	if _, err := other.Run(pass(other)); err != nil {
		reports = append(reports, "error: "+err.Error())
	}
	return reports
}

func TestContain(t *testing.T) {
	for _, c := range []struct {
		name string
		fail func()
		want string // of the error of outer; "" for none
	}{
		{"nothing", func() {}, ""},
		{"panic of the runtime", func() { _ = []int{}[len(t.Name())] },
			"internal error in inner at adapt/contain_test.go:"},
		{"panic with a text of the source", func() { panic("unexpected hunter2") },
			"(panic with a string); please report it at https://github.com/"},
		{"panic with an error", func() { panic(errors.New("unexpected hunter2")) },
			"(panic with a *errors.errorString)"},
	} {
		inner, outer, other := graph(c.fail)
		got := run(t, &Container{Fail: func(_ *analysis.Pass, f *Failure) error { return f }},
			inner, outer, other)
		if c.want == "" {
			if !slices.Equal(got, []string{"outer", "other"}) {
				t.Errorf("%s: got %q", c.name, got)
			}
			continue
		}
		// What they share may be half done, so the one after it does not run either.
		if len(got) != 2 || !strings.Contains(got[0], c.want) ||
			strings.Contains(got[0], "hunter2") || strings.Contains(got[0], "\n") ||
			got[1] != got[0] {
			t.Errorf("%s: got %q, want errors with %q", c.name, got, c.want)
		}
	}
}

// A failure that is known from an earlier start costs nothing but the
// analyzer and those that need it.
func TestContainKnown(t *testing.T) {
	inner, outer, other := graph(func() { t.Error("it runs") })
	known := map[string]*Failure{"inner": {"inner", "known"}}
	c := &Container{
		Known:  known,
		Fail:   func(_ *analysis.Pass, f *Failure) error { return f },
		Broken: func(f *Failure) { t.Errorf("%v is new", f) },
	}
	if got := run(t, c, inner, outer, other); !slices.Equal(got,
		[]string{"error: known", "other"}) {
		t.Errorf("got %q", got)
	}
}

// What an analyzer reported before it failed is not all that it had to say.
func TestContainDropsReportsOfAFailure(t *testing.T) {
	for name, fail := range map[string]func() error{
		"panic": func() error { panic("x") },
		"error": func() error { return errors.New("cannot") },
	} {
		var did []string
		a := &analysis.Analyzer{Name: "a", Run: func(p *analysis.Pass) (any, error) {
			p.Report(analysis.Diagnostic{Message: "early"})
			return nil, fail()
		}}
		cont := Container{
			Fail: func(_ *analysis.Pass, f *Failure) error {
				did = append(did, "fail "+f.Analyzer)
				return nil
			},
			Enter: func(name string) func() {
				did = append(did, "enter "+name)
				return func() { did = append(did, "leave") }
			},
			Broken: func(f *Failure) { did = append(did, "broken "+f.Analyzer) },
		}
		_, err := cont.Contain(a).Run(&analysis.Pass{
			Pkg:    types.NewPackage("p", "p"),
			Report: func(d analysis.Diagnostic) { did = append(did, d.Message) },
		})
		if want := []string{"enter a", "broken a", "leave", "fail a"}; err != nil ||
			!slices.Equal(did, want) {
			t.Errorf("%s: %v, %q, want %q", name, err, did, want)
		}
	}
}

// Two lists of analyzers for one process share what they require.
func TestContainChangesRequiredAnalyzersOnce(t *testing.T) {
	inner, outer, _ := graph(func() {})
	c := Container{Fail: func(_ *analysis.Pass, f *Failure) error { return f }}
	c.Contain(outer)
	before := reflect.ValueOf(inner.Run).Pointer()
	(&Container{Fail: c.Fail}).Contain(outer)
	if reflect.ValueOf(inner.Run).Pointer() != before {
		t.Error("it was changed again")
	}
}

// A driver that does not end does not keep what failed on packages that are no more.
func TestContainForgets(t *testing.T) {
	count := func() (n int) {
		runtime.GC()
		failures.Range(func(any, any) bool { n++; return true })
		return n
	}
	for range 3 {
		inner, outer, other := graph(func() { panic("x") })
		run(t, &Container{Fail: func(_ *analysis.Pass, f *Failure) error { return f }},
			inner, outer, other)
	}
	for end := time.Now().Add(10 * time.Second); count() > 0; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d packages are kept", count())
		}
	}
}
