package plugin

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Without settings, and with every setting at its default, all analyzers run.
func TestDefaults(t *testing.T) {
	for _, conf := range []any{nil, map[string]any{}, map[string]any{"tests": false, "strict": false, "advice": false, "disable": []any{}}} {
		p, err := New(conf)
		if err != nil {
			t.Fatalf("%v: %v", conf, err)
		}
		if list, err := p.BuildAnalyzers(); err != nil || len(list) != len(analyzers.All) {
			t.Errorf("%v: %d analyzers, %v", conf, len(list), err)
		}
	}
}

func TestDisabledAnalyzer(t *testing.T) {
	p, err := New(map[string]any{"disable": []any{"jwtcookie"}})
	if err != nil {
		t.Fatal(err)
	}
	list, err := p.BuildAnalyzers()
	if err != nil || len(list) != len(analyzers.All)-1 {
		t.Fatalf("%d analyzers, %v", len(list), err)
	}
	for _, a := range list {
		if a.Name == "jwtcookie" {
			t.Error("jwtcookie runs")
		}
	}
}

// Settings that mean nothing are reported with their name.
func TestWrongSettings(t *testing.T) {
	for _, c := range []struct {
		conf any
		want string
	}{
		{map[string]any{"tets": true}, `unknown field "tets"; the settings are tests, strict, advice, disable`},
		{map[string]any{"tests": "perhaps"}, "tests of type bool"},
		{map[string]any{"disable": []any{"hardcoded"}}, `unknown analyzer or category "hardcoded"`},
		{"tests", "cannot unmarshal"},
	} {
		if _, err := New(c.conf); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: got %v, want %q", c.conf, err, c.want)
		}
	}
}

// What is wrong in a page is reported in the package that ships it, with the place in the page.
func TestStandAlone(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, filepath.Join("web", "web.go"), "package web\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	page := fset.AddFile(filepath.Join("web", "static", "login.html"), -1, 100)
	page.SetLines([]int{0, 10, 20})
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}}
	for pos, want := range map[token.Pos]string{
		page.Pos(15):    "web-storage: page stores a token, in static/login.html:2",
		file.Name.Pos(): "web-storage: page stores a token",
	} {
		d := analysis.Diagnostic{Pos: pos, Category: "web-storage", Message: "page stores a token", Related: []analysis.RelatedInformation{{Pos: page.Pos(30)}}}
		standAlone(pass, &d)
		if d.Message != want || d.Pos != file.Name.Pos() || d.Related != nil {
			t.Errorf("got %+v, want %q", d, want)
		}
	}
}
