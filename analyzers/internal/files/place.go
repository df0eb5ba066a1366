package files

import (
	"cmp"
	"go/ast"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Place is a place in a file of any package of a module, as a fact says it to a package that sees
// more: main, which alone knows what no package of the program does.
type Place struct {
	Pkg       string // path of the package
	File      string // base name
	Line, Col int    // from 1, the column in bytes
}

// PlaceOf returns the place of a node of the package of the pass.
func PlaceOf(pass *analysis.Pass, n ast.Node) Place {
	p := pass.Fset.PositionFor(n.Pos(), false)
	return Place{pass.Pkg.Path(), filepath.Base(p.Filename), p.Line, p.Column}
}

// Compare orders places by package, file, line and column.
func (p Place) Compare(q Place) int {
	return cmp.Or(strings.Compare(p.Pkg, q.Pkg), strings.Compare(p.File, q.File), p.Line-q.Line, p.Col-q.Col)
}

// Path returns the file of a place, where its package belongs to the module of the pass; "" where
// it does not.
func (p Place) Path(pass *analysis.Pass) string {
	if pass.Module == nil || pass.Module.Path == "" || len(pass.Files) == 0 {
		return ""
	}
	rel, ok := strings.CutPrefix(p.Pkg+"/", pass.Module.Path+"/")
	if !ok {
		return ""
	}
	above := Above(filepath.Dir(Written(pass.Fset, pass.Files[0].Package)))
	return filepath.Join(above[len(above)-1], filepath.FromSlash(rel), p.File)
}
