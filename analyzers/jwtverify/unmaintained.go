package jwtverify

// This file looks at imports:
//
//	import "github.com/dgrijalva/jwt-go" // no longer maintained
//	import "github.com/golang-jwt/jwt"   // its successor

import (
	"go/ast"
	"path"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// unmaintained asks which token libraries that are no longer maintained the package imports: each
// is reported once, with all of its packages.
func (c *check) unmaintained() {
	specs := map[string][]*ast.ImportSpec{}
	var order []string
	for _, f := range files.Of(c.pass) {
		for _, imp := range f.Imports {
			name, _ := strconv.Unquote(imp.Path.Value)
			if model.UnmaintainedOf(name) == nil {
				continue
			}
			root := name
			for up := model.UnmaintainedOf(path.Dir(root)); up != nil && up.Why ==
				model.UnmaintainedOf(name).Why; up = model.UnmaintainedOf(path.Dir(root)) {
				root = path.Dir(root)
			}
			if len(specs[root]) == 0 {
				order = append(order, root)
			}
			specs[root] = append(specs[root], imp)
		}
	}
	for _, root := range order {
		gone, first := model.UnmaintainedOf(root), specs[root][0].Path
		c.Report(report.Found("unmaintained-library", first,
			root+" "+gone.Why+"; use "+gone.Instead).
			FixedIf("import "+gone.Same, "go mod tidy follows", renamed(specs[root])))
	}
}

// renamed are the edits that import what is the same, nil where there is no such thing for one of
// them.
func renamed(specs []*ast.ImportSpec) []analysis.TextEdit {
	var out []analysis.TextEdit
	for _, imp := range specs {
		name, _ := strconv.Unquote(imp.Path.Value)
		same := model.UnmaintainedOf(name).Same
		if same == "" {
			return nil
		}
		out = append(out, analysis.TextEdit{Pos: imp.Path.Pos(), End: imp.Path.End(),
			NewText: []byte(strconv.Quote(same))})
	}
	return out
}
