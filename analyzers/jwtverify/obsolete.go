package jwtverify

import (
	"go/ast"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// obsolete asks which libraries of tokens that nobody mends any more the package imports: each is told once.
func (c *check) obsolete() {
	specs := map[string][]*ast.ImportSpec{}
	var order []string
	for _, f := range files.Of(c.pass) {
		for _, imp := range f.Imports {
			path, _ := strconv.Unquote(imp.Path.Value)
			if len(specs[path]) == 0 {
				order = append(order, path)
			}
			specs[path] = append(specs[path], imp)
		}
	}
	for _, path := range order {
		gone := calls.Gone(path)
		if gone == nil {
			continue
		}
		message := path + " " + gone.Why + "; " + gone.Instead + " takes its place"
		f := report.Finding{Category: "obsolete-library", Pos: specs[path][0].Path.Pos(), End: specs[path][0].Path.End(), Message: message}
		if gone.Same != "" {
			f.Fixes = []analysis.SuggestedFix{{Message: "import " + gone.Same + ", then go mod tidy", TextEdits: renamed(specs[path], gone.Same)}}
		}
		c.Report(f)
	}
}

// renamed are the edits that import another path instead.
func renamed(specs []*ast.ImportSpec, path string) []analysis.TextEdit {
	var out []analysis.TextEdit
	for _, imp := range specs {
		out = append(out, analysis.TextEdit{Pos: imp.Path.Pos(), End: imp.Path.End(), NewText: []byte(strconv.Quote(path))})
	}
	return out
}
