package drive

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gocmd"
)

// FuzzParse reads what go vet never writes: an error or reports, the same twice, sorted the same
// whatever their order was.
func FuzzParse(f *testing.F) {
	f.Add(stream)
	for _, s := range []string{
		"", "{}", "null", "[]", "{", `{"p": null}`, `{"p": {"a": null}}`, `{"p": {"a": [null]}}`,
		`{"p": {"a": [{"posn": "a.go:1:2", "related": [{}]}]}}`, `{"p": {"a": {"error": ""}}}`,
		`{"p": {"a": [{"posn": ":::", "end": "\u0000", "suggested_fixes": [{"edits": null}]}]}}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		reports, failures, err := Parse(strings.NewReader(s))
		again, failuresAgain, errAgain := Parse(strings.NewReader(s))
		if !reflect.DeepEqual(reports, again) || !reflect.DeepEqual(failures, failuresAgain) ||
			(err == nil) != (errAgain == nil) {
			t.Errorf("%q is not read twice the same", s)
		}
		for _, failure := range failures {
			if strings.ContainsAny(failure.Message, "\n\r") {
				t.Errorf("%q: %q is not one line", s, failure.Message)
			}
		}
		slices.Reverse(again)
		one, errOne := json.Marshal(tidy(reports, "/m"))
		two, errTwo := json.Marshal(tidy(again, "/m"))
		if errOne != nil || errTwo != nil || string(one) != string(two) {
			t.Errorf("%q: the order of packages shows:\n%s %v\n%s %v", s, one, errOne, two, errTwo)
		}
	})
}

// FuzzComplaints reads the other output of go vet: no line with a word in it is lost between text
// and objects, and each failure is of a package and one line.
func FuzzComplaints(f *testing.F) {
	for _, s := range []string{
		"", "# p\n", "# \nx\n", "# p [p.test]\nvet: a.go:1:2: no\n\thave\n", "{\n}\n",
		"{\n", "\tx\n",
		"go: downloading x\nt.go:1:2: no\n\tgo get x\n", "# p\r\na.go:1: x\r\n{}\r\n", "jwtvet: ",
		"# p\n# [p]\nx",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, stderr string) {
		text, objects := split(stderr)
		if len(text)+len(objects) != len(stderr) {
			t.Errorf("%q is split into %q and %q", stderr, text, objects)
		}
		o := complaints(text)
		for _, failure := range o.failures {
			if len(failure.Packages) != 1 || strings.Contains(failure.Message, "\n") {
				t.Errorf("%q: %+v", stderr, failure)
			}
		}
		for _, line := range o.rest {
			message, advice := gocmd.Advise(line)
			if strings.Contains(message+advice, "\n") {
				t.Errorf("%q: %q, %q", stderr, message, advice)
			}
		}
	})
}

// FuzzPosition reads positions: what is one is written as it was, anything else is the name of a
// file.
func FuzzPosition(f *testing.F) {
	for _, s := range []string{"/m/a.go:7:20", `C:\m\a.go:7:20`, "a.go", "a.go:7", ":1:2", "::",
		"a:b:c", "a.go:-1:+2",
		"a.go:99999999999999999999:1", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var p text
		if err := p.UnmarshalText([]byte(s)); err != nil {
			t.Fatal(err)
		}
		if p.Line < 0 || p.Column < 0 {
			t.Errorf("%q is at %+v", s, p)
		}
		if p.Line == 0 && p.File != s {
			t.Errorf("%q is no position, and not kept: %+v", s, p)
		}
		var again text
		if err := again.UnmarshalText([]byte(p.String())); err != nil || p.Line > 0 && again != p {
			t.Errorf("%q: %+v is read as %+v", s, p, again)
		}
	})
}
