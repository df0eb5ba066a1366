package report

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// claims are line directives of every kind: of files that exist and do not, in and outside of the
// module, of lines and columns that exist and do not.
var claims = []string{
	"//line nowhere.go:40", "//line :1", "//line a.go:1", "//line a.go:9:2", "//line a.go:100000:1",
	"//line a.go:3:100000", "//line grammar.y:2", "//line grammar.y:2:7", "//line grammar.y:3:1",
	"//line grammar.y:50", "//line /etc/passwd:1", "//line ../../../../etc/passwd:1:1",
	"//line .:1", "//line folder:1:1", "//line link:1:1", "//line x\x1b[31m:1", "/*line x:1:2*/",
	"/*line :3:4*/", "/*line grammar.y:1:1*/", "/*line a.go:1:1*/", "//line a.go:9999999:9999999",
	"//line " + strings.Repeat("a", 5000) + ":1",
}

// Whatever directives say, a diagnostic ends up in a file of the module, on a line that it has.
func TestSettle(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module example.com/m\n")
	write("grammar.y", "%token A\n\tx := f(\"grammar\", 1)\n\n")
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o777); err != nil {
		t.Fatal(err)
	}
	os.Symlink("/etc/passwd", filepath.Join(dir, "link"))
	kept := 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 0))
		var b strings.Builder
		b.WriteString("package a\n\nfunc g() {\n")
		for range 8 {
			if claim := claims[r.IntN(len(claims))]; r.IntN(3) > 0 {
				b.WriteString(claim + "\n")
			}
			b.WriteString("\tx := f(\"grammar\",\n\t\t1); x = x\n")
		}
		b.WriteString("}\n")
		write("a.go", b.String())
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, filepath.Join(dir, "a.go"), nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		elsewhere := []*token.File{
			fset.AddFile(filepath.Join(dir, "nowhere", "b.go"), -1, 10),
			fset.AddFile(dir, -1, 10),
			fset.AddFile(filepath.Join(dir, "grammar.y"), -1, 10),
		}
		pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}}
		p := newPlaces(pass)
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				return true
			}
			d := analysis.Diagnostic{
				Pos: n.Pos(), End: n.End(), Related: []analysis.RelatedInformation{{Pos: n.End()}},
				SuggestedFixes: []analysis.SuggestedFix{{
					TextEdits: []analysis.TextEdit{{Pos: n.Pos(), End: n.End()}},
				}},
			}
			for _, f := range elsewhere { // as positions in other packages are
				d.Related = append(d.Related, analysis.RelatedInformation{Pos: f.Pos(0)})
			}
			p.settle(&d)
			for _, fault := range faults(fset, dir, n, d) {
				t.Errorf("%s of %T in\n%s", fault, n, b.String())
			}
			if strings.HasSuffix(fset.Position(d.Pos).Filename, "grammar.y") {
				kept++
			}
			return !t.Failed()
		})
	}
	if kept == 0 {
		t.Error("nothing was ever kept where a directive has it")
	}
}

// faults says what is wrong with the positions of a diagnostic about a node.
func faults(fset *token.FileSet, dir string, n ast.Node, d analysis.Diagnostic) (out []string) {
	pos, end := fset.Position(d.Pos), fset.Position(d.End)
	places := []token.Position{pos, end}
	for _, r := range d.Related {
		places = append(places, fset.Position(r.Pos))
	}
	if len(d.Related) != 2 {
		out = append(out, fmt.Sprintf("%d related places", len(d.Related)))
	}
	for _, p := range places {
		src, err := os.ReadFile(p.Filename)
		lines := strings.Split(string(src), "\n")
		switch {
		case err != nil || filepath.Dir(p.Filename) != dir:
			out = append(out, fmt.Sprintf("%.100s is no file of the module", p))
		case p.Line < 1 || p.Line > len(lines) || p.Column > len(lines[p.Line-1])+1:
			out = append(out, fmt.Sprintf("there is no %s", p))
		}
	}
	if end.Filename != pos.Filename || end.Line < pos.Line || d.End < d.Pos {
		out = append(out, fmt.Sprintf("%s to %s is no range", pos, end))
	}
	for _, fix := range d.SuggestedFixes {
		for _, e := range fix.TextEdits {
			from, to := fset.Position(e.Pos), fset.Position(e.End)
			own := fset.File(n.Pos())
			if from.Filename != own.Name() || from.Offset != own.Offset(n.Pos()) ||
				to.Offset != own.Offset(n.End()) {
				out = append(out, fmt.Sprintf("an edit is from %s to %s", from, to))
			}
		}
	}
	return out
}
