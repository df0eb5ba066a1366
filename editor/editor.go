// Package editor is the analyzers in the form that gopls can show. "jwtvet gopls install" builds a gopls that has them.
package editor

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/internal/adapt"
)

// Analyzers returns every analyzer that is on by default.
func Analyzers() []*analysis.Analyzer {
	var list []*analysis.Analyzer
	for _, a := range analyzers.All {
		list = append(list, adapt.Reports(a, inside))
	}
	return list
}

// inside moves a report about another file than those of the package, as a page that it embeds, to the place in the package
// that the report names as related, or else to the package clause. gopls drops every report that is elsewhere, without a
// word, but shows related positions wherever they are.
func inside(pass *analysis.Pass, d *analysis.Diagnostic) {
	if within(pass, d.Pos) {
		return
	}
	there := analysis.RelatedInformation{Pos: d.Pos, End: d.End, Message: d.Message}
	d.SuggestedFixes = nil
	if i := slices.IndexFunc(d.Related, func(r analysis.RelatedInformation) bool { return within(pass, r.Pos) }); i >= 0 {
		d.Pos, d.End = d.Related[i].Pos, d.Related[i].End
		d.Related = slices.Replace(slices.Clone(d.Related), i, i+1, there)
		return
	}
	if len(pass.Files) > 0 {
		d.Pos, d.End = pass.Files[0].Name.Pos(), pass.Files[0].Name.End()
		d.Related = append(slices.Clone(d.Related), there)
	}
}

// within reports whether a position is in a file of the package.
func within(pass *analysis.Pass, pos token.Pos) bool {
	for _, f := range pass.Files {
		if f.FileStart <= pos && pos <= f.FileEnd {
			return true
		}
	}
	return false
}
