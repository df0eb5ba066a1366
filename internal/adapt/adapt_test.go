package adapt

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// A report about a page goes to the Go file that ships it; one about a Go file stays.
func TestInside(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "a.go", "package a\n\nvar x = 1\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	page := fset.AddFile("page.html", -1, 100).Pos(50)
	plain := fset.AddFile("a.go", -1, 30).Pos(15) // as reports are that leave line directives out
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}}
	decl, clause := file.Decls[0].Pos(), file.Name.Pos()
	for _, c := range []struct {
		name          string
		at            token.Pos
		related, want []token.Pos // where it is shown, then what is related
	}{
		{"in Go", decl, []token.Pos{page}, []token.Pos{decl, page}},
		{"in Go without directives", plain, []token.Pos{page}, []token.Pos{plain, page}},
		{"in a page", page, nil, []token.Pos{clause, page}},
		{"in a page that a declaration ships", page, []token.Pos{decl}, []token.Pos{decl, page}},
		{"related to another page", page, []token.Pos{page + 1, decl},
			[]token.Pos{decl, page + 1, page}},
	} {
		d := analysis.Diagnostic{Pos: c.at, Message: "m"}
		for _, p := range c.related {
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: p})
		}
		if moved := Inside(pass, &d); moved != (c.at == page) {
			t.Errorf("%s: moved: %v", c.name, moved)
		}
		got := []token.Pos{d.Pos}
		for _, r := range d.Related {
			got = append(got, r.Pos)
		}
		if len(got) != len(c.want) {
			t.Fatalf("%s: got %v, want %v", c.name, got, c.want)
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: got %v, want %v", c.name, got, c.want)
			}
		}
	}
}
