// Package whom knows verifications that do not ask for whom, or by whom, a token was made, where the
// tokens of their key say so. Anyone who gets the claims from them may ask, and only main sees who
// does. jwtverify asks it:
//
//	package auth  // func Verify(raw string) (*Claims, error): Open, as it hands the claims out
//	package guard // if !slices.Contains(claims.Audience, "api") { deny() }: Asks for aud
//	package main  // imports both: the audience is validated
package whom

import (
	"go/ast"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/algorithm"
	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/gathered"
	"github.com/jwtvet/jwtvet/analyzers/internal/leniency"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/program"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// Analyzer exports a fact for each package that asks for whom or by whom tokens are, or that leaves
// it to others.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtwhom",
	Doc:        "find the packages that validate the audience or the issuer of tokens for others",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer, sinks.Analyzer, claims.Analyzer, program.Analyzer},
	ResultType: reflect.TypeFor[*Program](),
	FactTypes:  []analysis.Fact{(*Told)(nil)},
}

// Claims is what a package knows of these claims.
type Claims struct {
	Asks []string // aud, iss: it reads that claim of tokens which others verify
	Open []Open
}

// Open is a verification that hands out claims of which one is not validated.
type Open struct {
	files.Place
	Len    int // of the call
	Claim  string
	Strict bool // see Unread
}

// Told is the fact of a package: what it and those that it imports know.
type Told struct{ gathered.List[Claims] }

// AFact marks the type as a fact.
func (*Told) AFact() {}

// maxOpen is how many verifications of one package are told.
const maxOpen = 32

// Program is what a package knows of itself and of those that it imports.
type Program struct {
	pass *analysis.Pass
	told gathered.List[Claims]
}

func run(pass *analysis.Pass) (any, error) {
	told := Told{gathered.Of[Claims](pass)}
	calls.Inspect(pass, func(p *calls.Package) {
		out := Claims{Asks: asks(p)}
		if pass.Pkg.Name() != "main" && mentions(p) {
			out.Open = open(pass, p)
		}
		if len(out.Asks)+len(out.Open) > 0 {
			told.Put(pass.Pkg.Path(), out)
		}
	})
	if !told.Empty() {
		pass.ExportPackageFact(&told)
	}
	return &Program{pass, told.List}, nil
}

// mentions reports whether a package signs and verifies tokens, and sets such a claim.
func mentions(p *calls.Package) bool {
	has := func(v model.Verb) bool {
		return slices.ContainsFunc(p.All, func(c *calls.Call) bool { return c.Verb == v })
	}
	return has(model.Sign) && has(model.Verify) && sets(p)
}

// open returns the verifications of a package that leave a claim to others: one for each place that
// sets it.
func open(pass *analysis.Pass, p *calls.Package) []Open {
	var out []Open
	u := uses.New(p)
	l := leniency.New(p, u, algorithm.New(p, u), claims.New(pass, p))
	told := map[ast.Node]bool{}
	for _, call := range p.All {
		if call.Verb != model.Verify {
			continue
		}
		list := Of(p, u, l, call)
		if len(list) == 0 || told[list[0].Set] || len(out) == maxOpen || !l.HandsOut(call) {
			continue
		}
		told[list[0].Set] = true
		at := syntax.Span(call.At(), call.Node.End())
		out = append(out, Open{
			files.PlaceOf(pass, at), int(at.End() - at.Pos()), list[0].Claim, list[0].Strict,
		})
	}
	return out
}

// Unread is a claim that is set when signing and that a verification with the key does not read.
type Unread struct {
	Claim  string
	Set    ast.Node
	Strict bool // all tokens of the key have the same: the key says as much
}

// Of returns such claims of a verification: the audience first (RFC 8725 section 3.9), then the
// issuer. One that is told whom a token must be for, or whose options are not all seen, has none,
// and neither has one that only says whether a token is good, where another verification with the
// key validates the claim and tells what the token holds.
func Of(p *calls.Package, u *uses.Reader, l *leniency.Reader, call *calls.Call) []Unread {
	if _, seen := p.Options(call); call.Via != nil || p.Origin.Blank(call.Args(model.Audience)) || !seen {
		return nil
	}
	var beside *calls.Call
	if l.OnlyFails(call) {
		beside = l.Sibling(call)
	}
	var out []Unread
	made, several := l.ClaimSetters(call, "aud")
	if len(made) > 0 && !u.ChecksClaim(call, model.Audience) && beside == nil {
		out = append(out, Unread{"aud", made[0], !several})
	}
	made, _ = l.ClaimSetters(call, "iss")
	if len(made) > 0 && !u.ChecksClaim(call, model.Issuer) &&
		(beside == nil || !u.ChecksClaim(beside, model.Issuer)) {
		out = append(out, Unread{"iss", made[0], true})
	}
	return out
}

// Unasked returns the verifications of a program that hand out claims, where no package of the
// program asks for the one which they leave out: nil for packages other than main, for programs
// that answer no requests, as there may be another one of the module, and where the driver does not
// say what belongs to the program.
func (p *Program) Unasked() (out []Open) {
	if p.pass.Pkg.Name() != "main" || p.told.Full || !program.Of(p.pass).AnyServer() {
		return nil
	}
	asked := map[string][]string{} // the packages that ask for a claim
	for _, said := range p.told.Said {
		if (files.Place{Pkg: said.Pkg}).Path(p.pass) == "" {
			continue
		}
		out = append(out, said.Fact.Open...)
		for _, claim := range said.Fact.Asks {
			asked[claim] = append(asked[claim], said.Pkg)
		}
	}
	out = slices.DeleteFunc(out, func(o Open) bool {
		return slices.ContainsFunc(asked[o.Claim], func(pkg string) bool { return pkg != o.Pkg })
	})
	slices.SortFunc(out, func(a, b Open) int { return a.Compare(b.Place) })
	return out
}
