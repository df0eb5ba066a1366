package unit

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
)

func TestLimit(t *testing.T) {
	for args, want := range map[string]time.Duration{
		"-json x.cfg":                  time.Minute,
		"-json -unit-timeout=5s x.cfg": 5 * time.Second,
		"--unit-timeout=1h -unit-timeout=0s -json=true x.cfg": 0,
		"-jwtleak.unit-timeout=5s unit-timeout=3s":            time.Minute,
	} {
		if got := limit(strings.Fields(args)); got != want {
			t.Errorf("%s: %v, want %v", args, got, want)
		}
	}
	if v, ok := value([]string{"-json", "x.cfg"}, "json"); !ok || v != "true" {
		t.Errorf("-json: %q, %v", v, ok)
	}
}

type told struct{}

func (*told) AFact() {}

// What facts are made of runs, what only reports does not, nor does what that alone needs.
func TestFactsOnly(t *testing.T) {
	index := &analysis.Analyzer{Name: "index"}
	calls := &analysis.Analyzer{
		Name: "calls", FactTypes: []analysis.Fact{(*told)(nil)},
		Requires: []*analysis.Analyzer{index},
	}
	sinks := &analysis.Analyzer{Name: "sinks", Requires: []*analysis.Analyzer{calls}}
	check := &analysis.Analyzer{
		Name: "check", Requires: []*analysis.Analyzer{sinks, index},
		Run: func(*analysis.Pass) (any, error) { panic("reports") },
	}
	for _, a := range FactsOnly([]*analysis.Analyzer{check}) {
		if a.Name != "check" || !slices.Equal(a.Requires, []*analysis.Analyzer{calls}) {
			t.Errorf("%s requires %v", a.Name, a.Requires)
		}
		if result, err := a.Run(nil); result != nil || err != nil {
			t.Errorf("%s: %v, %v", a.Name, result, err)
		}
	}
	if len(check.Requires) != 2 {
		t.Error("the check itself is changed")
	}
}

const overflow = `runtime: goroutine stack exceeds 1000000000-byte limit
runtime: sp=0x1 stack=[0x1, 0x2]
fatal error: stack overflow

runtime stack:
runtime.throw({0x1?, 0x2?})
	/go/src/runtime/panic.go:1101 +0x48 fp=0x7

goroutine 35 [running]:
go/types.under(...)
	/go/src/go/types/under.go:12 +0x5
github.com/jwtvet/jwtvet/analyzers/internal/origin.(*Package).Trace(0xc000f6c360?, {0x1, "hunter2"})
	/src/jwtvet/analyzers/internal/origin/origin.go:16 +0x25
`

func TestDied(t *testing.T) {
	exit := exec.Command("go", "no-such-command").Run()
	for stderr, want := range map[string]string{
		overflow: "internal error in jwtleak at origin/origin.go:16 (stack overflow); please report it at https://",
		"panic: hunter2\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/x.go:1 +0x1\n": "internal error in jwtleak at an unknown place (panic); ",
		"jwtvet: x.go:1:2: undefined: y\n":                                            "",
	} {
		if got := died("jwtleak", exit, []byte(stderr)); !strings.HasPrefix(got, want) ||
			want == "" && got != "" || strings.Contains(got, "hunter2") {
			t.Errorf("got %q, want %q for\n%s", got, want, stderr)
		}
	}
	if got := died("", nil, []byte(overflow)); got != "" {
		t.Errorf("nothing went wrong, but %q", got)
	}
}

func TestUnreadable(t *testing.T) {
	for panicked, want := range map[any]string{
		"export data version 4 is greater than maximum supported version 2": `run "go install `,
		errors.New("cannot decode\nit"):                                     "cannot decode; ",
	} {
		if got := unreadable(panicked); !strings.Contains(got, want) ||
			strings.Contains(got, "\n") {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// Facts that do not hold for long are in a folder, which the go command cannot keep, and the
// analysis of an importer finds them there.
func TestPartialFacts(t *testing.T) {
	dir := t.TempDir()
	whole, some, none := filepath.Join(dir, "a"), filepath.Join(dir, "b"), filepath.Join(dir, "c")
	for _, name := range []string{whole, some} {
		if err := os.WriteFile(name, []byte("facts"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{some, none} {
		if err := lessen(name); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(none); !os.IsNotExist(err) {
		t.Errorf("facts appeared: %v", err)
	}
	describeWith := func(facts map[string]string) (string, bool) {
		data, err := json.Marshal(map[string]any{
			"ID":          "m",
			"GoFiles":     []string{"x.go"},
			"PackageVetx": facts,
		})
		if err != nil {
			t.Fatal(err)
		}
		name, partial, err := describe(filepath.Join(dir, "vet.cfg"), data)
		if err != nil {
			t.Fatal(err)
		}
		return name, partial
	}
	if name, partial := describeWith(map[string]string{"a": whole, "c": none}); partial ||
		name != filepath.Join(dir, "vet.cfg") {
		t.Errorf("%s, %v where all facts are in files", name, partial)
	}
	name, partial := describeWith(map[string]string{"a": whole, "b": some})
	data, err := os.ReadFile(name)
	if err != nil || !partial || !strings.HasSuffix(name, ".cfg") {
		t.Fatalf("%s, %v, %v", name, partial, err)
	}
	var got struct {
		ID          string
		GoFiles     []string
		PackageVetx map[string]string
	}
	if err := json.Unmarshal(data, &got); err != nil || got.ID != "m" || len(got.GoFiles) != 1 ||
		got.PackageVetx["a"] != whole {
		t.Errorf("%+v, %v", got, err)
	}
	if facts, err := os.ReadFile(got.PackageVetx["b"]); err != nil || string(facts) != "facts" {
		t.Errorf("%q, %v", facts, err)
	}
}
