package jwtexpiry

// This file knows tokens that end by a claim of their own name. Which verifier looks at it may stand
// in another package, and then only main can tell:
//
//	package login // jwt.MapClaims{"expires": end}: Ends.Own
//	package guard // if claims["expires"].(float64) < now { return errExpired }: Ends.Compares
//	package main  // imports both: the tokens end

import (
	"reflect"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/gathered"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/program"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/jwtexpiry/internal/compared"
)

// endsAnalyzer exports a fact for each package that verifies tokens, that compares such claims with
// the time, or that issues tokens which have nothing else for their end.
var endsAnalyzer = &analysis.Analyzer{
	Name:       "jwtends",
	Doc:        "find the claims other than exp by which tokens end",
	Run:        findEnds,
	Requires:   []*analysis.Analyzer{calls.Analyzer, sinks.Analyzer, claims.Analyzer, program.Analyzer},
	ResultType: reflect.TypeFor[*ends](),
	FactTypes:  []analysis.Fact{(*Told)(nil)},
}

// Ends is what a package knows of such claims.
type Ends struct {
	Reads    bool     // it reads tokens, or lets a middleware do it
	Compares []string // see compared.Names
	Own      []OwnEnd
}

// OwnEnd is a place where a token gets an end that the package which issues it does not look at.
type OwnEnd struct {
	files.Place
	Len   int // of what is written there
	Claim string
	Names []string // as in Compares
}

// Told is the fact of a package: what it and those that it imports know.
type Told struct{ gathered.List[Ends] }

// AFact marks the type as a fact.
func (*Told) AFact() {}

// maxOwnEnds is how many places of one package are told.
const maxOwnEnds = 32

// ends are those of a package and of its imports.
type ends struct {
	pass *analysis.Pass
	own  Ends
	told gathered.List[Ends] // of the imports
}

func findEnds(pass *analysis.Pass) (any, error) {
	e := &ends{pass: pass, told: gathered.Of[Ends](pass)}
	calls.Inspect(pass, func(p *calls.Package) {
		e.own.Reads = slices.ContainsFunc(p.All, readsToken)
		e.own.Compares = compared.Names(p, isEnding)
		if pass.Pkg.Name() != "main" && mentionsEnding(p) {
			e.issued(p)
		}
	})
	told := Told{e.told}
	if e.own.Reads || len(e.own.Compares)+len(e.own.Own) > 0 {
		told.Said = slices.Clone(told.Said)
		told.Put(pass.Pkg.Path(), e.own)
	}
	if !told.Empty() {
		pass.ExportPackageFact(&told)
	}
	return e, nil
}

func readsToken(c *calls.Call) bool {
	return c.Verb == model.Verify || c.Verb == model.Decode || c.Verb == model.Middleware
}

// issued notes the tokens that the package issues.
func (e *ends) issued(p *calls.Package) {
	reader := claims.New(e.pass, p)
	for _, call := range p.All {
		if call.Verb != model.Sign {
			continue
		}
		for _, pay := range reader.Payloads(call) {
			end, ok := ownEnd(p.View, pay)
			if !ok || ended(p.View, call, pay) || len(e.own.Own) == maxOwnEnds {
				continue
			}
			if names := namesOf(p, end); !e.isCompared(names) {
				e.own.Own = append(e.own.Own, OwnEnd{
					files.PlaceOf(e.pass, end.Key), int(end.Key.End() - end.Key.Pos()), end.Name, names,
				})
			}
		}
	}
}

// isCompared reports whether the package, or one that it imports at any distance, compares a claim
// of one of some names with the time.
func (e *ends) isCompared(names []string) bool {
	compares := func(by *Ends) bool {
		return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(by.Compares, n) })
	}
	return e.told.Full || compares(&e.own) || slices.ContainsFunc(e.told.Said,
		func(s gathered.Said[Ends]) bool { return compares(&s.Fact) })
}

// unread returns the places where packages of a program let tokens end by claims that no package of
// it compares with the time: nil for packages other than main, for programs that read no tokens or
// answer no requests, as another program of the module does that then, and where the driver does
// not say what belongs to the program.
func (e *ends) unread() []OwnEnd {
	if e.pass.Pkg.Name() != "main" || !program.Of(e.pass).AnyServer() {
		return nil
	}
	var out []OwnEnd
	reads := e.own.Reads
	for _, said := range e.told.Said {
		if (files.Place{Pkg: said.Pkg}).Path(e.pass) == "" {
			continue
		}
		reads = reads || said.Fact.Reads
		for _, end := range said.Fact.Own {
			if !e.isCompared(end.Names) {
				out = append(out, end)
			}
		}
	}
	if !reads {
		return nil
	}
	slices.SortFunc(out, func(a, b OwnEnd) int { return a.Compare(b.Place) })
	return out
}

// unread reports an end of its own that no package compares with the time. Packages other than main
// leave that to main, which sees them all.
func (c *check) unread(call *calls.Call, end claims.Claim) {
	if c.ends.isCompared(namesOf(c.Calls, end)) {
		return
	}
	if c.Pkg.Name() != "main" {
		c.Excuse(report.Found("expiry-name", end.Key, ""))
		return
	}
	c.found("expiry-name", end.Key, neverRead(end.Name), call)
}

// unreadElsewhere reports such ends in other packages of a program.
func unreadElsewhere(r *report.Reporter, ends []OwnEnd) {
	for _, end := range ends {
		r.ReportElsewhere("expiry-name", end.Place, end.Len, neverRead(end.Claim),
			"no package of this program compares it with the time")
	}
}

func neverRead(claim string) string {
	return "claim " + strconv.Quote(claim) + ` holds the expiration, but verifiers only read "exp": ` +
		"the token never expires"
}
