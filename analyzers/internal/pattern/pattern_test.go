package pattern

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestExpressions compiles every expression of the analyzers, which nothing else does before
// somebody asks for it, and holds them to this package: one that is compiled at the start costs
// time in each package of a build.
func TestExpressions(t *testing.T) {
	n := 0
	err := filepath.WalkDir(filepath.Join("..", ".."),
		func(file string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") ||
				slices.Contains([]string{"vettest", "progen"}, filepath.Base(filepath.Dir(file))) {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			for _, d := range f.Decls {
				if d, ok := d.(*ast.GenDecl); ok {
					n += expressions(t, file, d)
				}
			}
			return nil
		})
	if err != nil || n < 20 {
		t.Errorf("%d expressions cannot be all (%v)", n, err)
	}
}

// expressions checks the calls in a declaration at the top of a file, and counts them.
func expressions(t *testing.T, file string, d *ast.GenDecl) (n int) {
	ast.Inspect(d, func(node ast.Node) bool {
		call, ok := node.(*ast.CallExpr)
		if !ok {
			return true
		}
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		pkg, _ := sel.X.(*ast.Ident)
		switch {
		case pkg != nil && pkg.Name == "regexp":
			t.Errorf("%s: an expression is compiled at the start: use pattern.New", file)
		case pkg != nil && pkg.Name == "pattern":
			n++
			if _, err := regexp.Compile(text(call.Args[0])); err != nil {
				t.Errorf("%s: %v", file, err)
			} else {
				agrees(t, text(call.Args[0]))
			}
		}
		return true
	})
	return n
}

// text returns the value of a literal, or of several with + between them.
func text(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return text(e.X) + text(e.Y)
	case *ast.BasicLit:
		s, _ := strconv.Unquote(e.Value)
		return s
	case *ast.Ident:
		return "(" + e.Name + ")" // a constant, taken for a word
	}
	return "("
}
