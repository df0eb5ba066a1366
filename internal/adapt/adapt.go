// Package adapt fits the reports of analyzers to what a driver can show.
package adapt

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// Reports returns a copy of an analyzer in which change is applied to each report before the driver
// gets it. The driver does not get those for which it returns false.
func Reports(
	a *analysis.Analyzer, change func(*analysis.Pass, *analysis.Diagnostic) (keep bool),
) *analysis.Analyzer {
	b := *a
	b.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.Report = func(d analysis.Diagnostic) {
			if change(pass, &d) {
				pass.Report(d)
			}
		}
		return a.Run(&p)
	}
	return &b
}

// Inside moves a report about another file than those of the package, as a page that it embeds, to
// the place in the package that the report names as related, or else to the package clause; what it
// was about becomes related. It reports whether it did. golangci-lint and gopls drop every report
// that is elsewhere, without a word.
func Inside(pass *analysis.Pass, d *analysis.Diagnostic) bool {
	if len(pass.Files) == 0 || within(pass, d.Pos) {
		return false
	}
	there := analysis.RelatedInformation{Pos: d.Pos, End: d.End, Message: d.Message}
	d.Related, d.SuggestedFixes = slices.Clone(d.Related), nil
	if i := slices.IndexFunc(d.Related,
		func(r analysis.RelatedInformation) bool { return within(pass, r.Pos) }); i >= 0 {
		d.Pos, d.End = d.Related[i].Pos, d.Related[i].End
		d.Related[i] = there
		return true
	}
	d.Pos, d.End = pass.Files[0].Name.Pos(), pass.Files[0].Name.End()
	d.Related = append(d.Related, there)
	return true
}

// within reports whether a position is in a file of the package, or in the copy of one that a
// report without line directives is in.
func within(pass *analysis.Pass, pos token.Pos) bool {
	file := pass.Fset.File(pos)
	for _, f := range pass.Files {
		if own := pass.Fset.File(f.FileStart); file != nil && file.Name() == own.Name() {
			return true
		}
	}
	return false
}
