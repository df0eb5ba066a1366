package jwtlifecycle

// This file joins what the packages of a program contribute, where the program starts:
//
//	package main
//	import "example.com/shop/auth" // compares passwords: unlimited-login, where nothing limits
//	func main() { log.Fatal(auth.Router().Run(":8080")) }

import (
	"reflect"
	"slices"
	"strings"

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
type Contributes struct{ Parts []Part }

// Part is what one package contributes.
type Part struct {
	Pkg string
	Of  survey.Survey
}

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
		parts := imported(pass)
		out.own = survey.Of(pass, p, survey.Comparers{})
		if !out.own.Empty() {
			parts = append(parts, Part{pass.Pkg.Path(), *out.own})
		}
		slices.SortFunc(parts, func(a, b Part) int { return strings.Compare(a.Pkg, b.Pkg) })
		if pass.Pkg.Name() != "main" && len(parts) > 0 {
			pass.ExportPackageFact(&Contributes{parts})
		} else if pass.Pkg.Name() == "main" {
			out.whole = join(parts)
		}
	})
	return out, nil
}

// join returns what all packages of a program contribute, nil where it answers no requests.
func join(parts []Part) *survey.Survey {
	out := &survey.Survey{}
	for _, part := range parts {
		out.Add(&part.Of)
	}
	if !out.Serves {
		return nil
	}
	return out
}

// imported returns what the packages that a package imports contribute, each once.
func imported(pass *analysis.Pass) (out []Part) {
	seen := map[string]bool{}
	for _, f := range pass.AllPackageFacts() {
		by, ok := f.Fact.(*Contributes)
		if !ok || !sameModule(pass, f.Package.Path()) {
			continue
		}
		for _, part := range by.Parts {
			if !seen[part.Pkg] {
				seen[part.Pkg], out = true, append(out, part)
			}
		}
	}
	return out
}

// sameModule reports whether a package belongs to the module of the pass.
func sameModule(pass *analysis.Pass, path string) bool {
	m := pass.Module
	return m != nil && m.Path != "" && (path == m.Path || strings.HasPrefix(path, m.Path+"/"))
}
