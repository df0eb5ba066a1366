package jwtlifecycle

// This file joins what the packages of a program contribute, where the program starts:
//
//	package main
//	import "example.com/shop/auth" // compares passwords: unlimited-login, where nothing limits
//	func main() { log.Fatal(auth.Router().Run(":8080")) }

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/effects"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/survey"
)

// surveyAnalyzer says to importing packages what each package contributes to its program. It looks
// at nothing without the flag -advice.
var surveyAnalyzer = &analysis.Analyzer{
	Name:       "jwtsurvey",
	Doc:        "find what packages contribute to the security of their program",
	Run:        surveyPackage,
	Requires:   []*analysis.Analyzer{calls.Analyzer, sinks.Analyzer, claims.Analyzer},
	ResultType: reflect.TypeFor[*surveys](),
	FactTypes: []analysis.Fact{
		(*Contributes)(nil), (*survey.Compares)(nil), (*effects.Harmless)(nil),
	},
}

// Contributes is what a package, and those of its module that it imports at any distance,
// contribute to the programs that import it. A fact about a package goes to its importers only.
type Contributes struct{ survey.Survey }

// AFact marks the type as a fact.
func (*Contributes) AFact() {}

// surveys are what a package contributes and, where a program starts that answers requests, what all
// of the program does; nil for none.
type surveys struct{ own, whole *survey.Survey }

// surveyPackage returns the surveys of a package.
func surveyPackage(pass *analysis.Pass) (any, error) {
	out := &surveys{}
	if !settings.Advice || dependency.Unrelated(pass) || len(files.Of(pass)) == 0 {
		return out, nil
	}
	calls.InspectAny(pass, func(p *calls.Package) {
		out.own = survey.Of(pass, p, survey.Comparers{})
		whole := &survey.Survey{}
		whole.Add(out.own)
		for _, imp := range pass.Pkg.Imports() {
			var by Contributes
			if dependency.SameModule(pass, imp.Path()) && pass.ImportPackageFact(imp, &by) {
				whole.Add(&by.Survey)
			}
		}
		switch {
		case pass.Pkg.Name() == "main" && whole.Serves:
			whole.Settle()
			whole.Mentions |= survey.Beside(pass)
			out.whole = whole
		case pass.Pkg.Name() != "main" && !whole.Empty():
			pass.ExportPackageFact(&Contributes{*whole})
		}
	})
	return out, nil
}
