package drive

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
)

// stream is what go vet -json writes for two packages, one of them in two variants.
const stream = `{}
{
	"example.com/m/a": {
		"jwtsecret": [
			{
				"category": "hardcoded-secret",
				"posn": "/m/a/a.go:7:20",
				"end": "/m/a/a.go:7:30",
				"message": "key",
				"suggested_fixes": [{"message": "Read it", "edits": [{"filename": "/m/a/a.go", "start": 3, "end": 5, "new": "x"}]}],
				"related": [{"posn": "/m/b/b.go:9:1", "end": "/m/b/b.go:9:1", "message": "reaches SignedString here"}]
			}
		]
	}
}
{"example.com/m/a [example.com/m/a.test]": {"jwtsecret": [{"category": "hardcoded-secret", "posn": "/m/a/a.go:7:20", "end": "/m/a/a.go:7:30", "message": "key"}],
	"jwtexpiry": [{"category": "long-expiry", "posn": "/m/a/a.go:7:3", "end": "", "message": "life"}]}}
{"example.com/m/c": {"jwtexpiry, jwtsecret": {"error": "cannot do\n\tit"}}}
{"example.com/m/c [example.com/m/c.test]": {"jwtexpiry, jwtsecret": {"error": "cannot do it"}}}
{"example.com/m/d": {"jwtvet": {"error": "cannot"}}}
`

func TestParse(t *testing.T) {
	reports, failures, err := Parse(strings.NewReader(stream))
	if err != nil || len(reports) != 3 {
		t.Fatalf("got %d reports, error %v", len(reports), err)
	}
	if want := []load.Failure{
		{
			Packages:  []string{"example.com/m/c"},
			Analyzers: []string{"jwtexpiry", "jwtsecret"},
			Message:   "cannot do it",
		},
		{Packages: []string{"example.com/m/d"}, Message: "cannot"},
	}; !reflect.DeepEqual(failures, want) {
		t.Errorf("failures %v, want %v", failures, want)
	}
	got := tidy(reports, "/m/a")
	want := []Report{
		{
			Category: "long-expiry", Analyzer: "jwtexpiry", Severity: "medium", Message: "life",
			Position: Position{"./a.go", 7, 3},
		},
		{
			Category: "hardcoded-secret", Analyzer: "jwtsecret",
			Severity: "critical", Message: "key",
			Position: Position{"./a.go", 7, 20}, End: Position{"./a.go", 7, 30},
			Fixes: []Fix{{Message: "Read it", Edits: []Edit{{"./a.go", 3, 5, "x"}}}},
			Related: []Related{{
				"reaches SignedString here",
				Position{"/m/b/b.go", 9, 1}, Position{"/m/b/b.go", 9, 1},
			}},
		},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestParseOfWhatIsNoJSON(t *testing.T) {
	for _, s := range []string{"panic: x", "{", `{"p": {"a": 7}}`} {
		if _, _, err := Parse(strings.NewReader(s)); err == nil {
			t.Errorf("no error for %q", s)
		}
	}
}

func TestExamplesAreMilder(t *testing.T) {
	for file, want := range map[string]string{
		"/m/examples/x.go":      "high",
		"/m/a/_examples/b/x.go": "high",
		"/m/x.go":               "critical",
		"/docs/x.go":            "critical",
	} {
		got := tidy([]Report{{Severity: "critical", Position: Position{File: file}}}, "/m")
		if got[0].Severity != want {
			t.Errorf("%s: %s, want %s", file, got[0].Severity, want)
		}
	}
}

func TestSplitFindsObjectsOfGo125(t *testing.T) {
	text, objects := split("# example.com/m/b\nb.go:1:2: no\n# example.com/m/a\n{\n\t\"a\": {\n\t}\n}\n# example.com/m/c\n{}\n")
	if want := "# example.com/m/b\nb.go:1:2: no\n# example.com/m/a\n# example.com/m/c\n"; text != want {
		t.Errorf("text %q", text)
	}
	if _, _, err := Parse(strings.NewReader(objects)); err != nil ||
		!strings.HasPrefix(objects, "{\n") {
		t.Errorf("objects %q: %v", objects, err)
	}
}

func TestComplaints(t *testing.T) {
	const stderr = `go: downloading example.com/d v1.0.0
t_test.go:3:8: no required module provides package example.org/x; to add it:
	go get example.org/x
# example.com/m/bad
bad/b.go:3:23: undefined: a
bad/b.go:4:23: not enough arguments in call to f
	have (int)
	want (int, int)
# example.com/m/tests
# [example.com/m/tests]
jwtvet-1.2: tests/t_test.go:3:13: no
# example.com/c
x.c: In function 'f':
x.c:1:2: warning: unused [-Wunused]
    1 | x
# example.com/m/bad [example.com/m/bad.test]
bad/b.go:3:23: undefined: a
# example.com/m/q_test [example.com/m/q.test]
q/q_test.go:3:1: undefined: b
`
	got := complaints(stderr)
	want := []load.Failure{
		{Packages: []string{"example.com/m/bad"},
			Message: "bad/b.go:3:23: undefined: a (and 2 more)",
			Advice:  `"go vet example.com/m/bad" shows what to fix`},
		{Packages: []string{"example.com/m/q"}, Message: "q/q_test.go:3:1: undefined: b",
			Advice: `"go vet example.com/m/q" shows what to fix`},
		{Packages: []string{"example.com/m/tests"}, Message: "tests/t_test.go:3:13: no",
			Advice: `"go vet example.com/m/tests" shows what to fix`},
	}
	if !reflect.DeepEqual(got.failures, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got.failures, want)
	}
	rest := []string{
		"t_test.go:3:8: no required module provides package example.org/x; to add it: go get example.org/x",
	}
	if !slices.Equal(got.rest, rest) {
		t.Errorf("rest %q", got.rest)
	}
	r := run{loader: &load.Loader{Module: load.Module{Dir: "/m"}}}
	f := r.stray([]load.Package{
		{ImportPath: "example.com/m/a", Dir: "/m/a"},
		{ImportPath: "example.com/m", Dir: "/m"},
	}, rest[0])
	if f.Packages[0] != "example.com/m" || f.Advice != `run "go get example.org/x"` ||
		strings.Contains(f.Message, "to add") {
		t.Errorf("stray: %+v", f)
	}
}

func TestResultOfAFailedVet(t *testing.T) {
	r := run{loader: new(load.Loader)}
	res, err := r.result([]load.Package{{ImportPath: "m"}}, nil, outcome{
		err: errors.New("exit status 1"),
	})
	if err != nil || len(res.Failures) != 1 {
		t.Errorf("a failure without a reason is lost: %+v, %v", res, err)
	}
}

func TestDied(t *testing.T) {
	r := run{loader: &load.Loader{Module: load.Module{Tool: "/usr/bin/jwtvet"}}}
	for text, want := range map[string]bool{
		"# m/p\nruntime: goroutine stack exceeds\nfatal error: stack overflow\n\nruntime stack:\n": true,
		"# m/p\npanic: runtime error\n\tx.go:1\n":                                                  true,
		"m/p: /usr/bin/jwtvet: signal: killed\n":                                                   true,
		"# m/p\njwtvet: m/p: internal error in jwtleak\n":                                          false,
		"# m/p\n./x.c:1:10: fatal error: none.h: No such file or directory\n":                      false,
		"# m/p\nvet: ./x.go:3:5: undefined: panic: y\n":                                            false,
	} {
		if got := r.died(text); got != want {
			t.Errorf("%v for %q", got, text)
		}
	}
}

func TestHandles(t *testing.T) {
	jwt := []string{"fmt", "github.com/golang-jwt/jwt/v5"}
	for _, c := range []struct {
		pkg   load.Package
		tests bool
		want  bool
	}{
		{load.Package{Imports: jwt}, false, true},
		{load.Package{Imports: []string{"fmt"}}, true, false},
		{load.Package{TestImports: jwt}, false, false},
		{load.Package{TestImports: jwt}, true, true},
		{load.Package{XTestImports: jwt}, true, true},
	} {
		if got := handles(c.pkg, c.tests); got != c.want {
			t.Errorf("%+v with tests %v: %v", c.pkg, c.tests, got)
		}
	}
}
