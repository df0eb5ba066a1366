// Package adapt fits the reports of analyzers to what a driver can show.
package adapt

import "golang.org/x/tools/go/analysis"

// Reports returns a copy of an analyzer in which change is applied to each report before the driver gets it.
func Reports(a *analysis.Analyzer, change func(*analysis.Pass, *analysis.Diagnostic)) *analysis.Analyzer {
	b := *a
	b.Run = func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.Report = func(d analysis.Diagnostic) {
			change(pass, &d)
			pass.Report(d)
		}
		return a.Run(&p)
	}
	return &b
}
