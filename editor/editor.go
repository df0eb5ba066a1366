// Package editor is the analyzers in the form that gopls can show. "jwtvet gopls install"
// builds a gopls that has them.
package editor

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/internal/adapt"
)

// Analyzers returns every analyzer that is on by default.
func Analyzers() []*analysis.Analyzer {
	// gopls writes the error of an analyzer to its log, and shows what all others report.
	c := adapt.Container{Fail: func(_ *analysis.Pass, f *adapt.Failure) error { return f }}
	var list []*analysis.Analyzer
	for _, a := range analyzers.All {
		list = append(list, adapt.Reports(c.Contain(a),
			func(pass *analysis.Pass, d *analysis.Diagnostic) bool {
				adapt.Inside(pass, d)
				return true
			}))
	}
	return list
}
