package claims

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
)

// Analyzer exports a fact for each parameter, field or variable that decides how long a token
// lives, and for each parameter whose claims a function lets end:
//
//	func Sign(sub string, ttl time.Duration) (string, error)
//	func Ending(c jwt.MapClaims) { c["exp"] = ...; ... SignedString(key) }
var Analyzer = &analysis.Analyzer{
	Name:       "jwtclaims",
	Doc:        "find the parameters that say how long a token lives, or what is in it",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer, sinks.Analyzer},
	ResultType: reflect.TypeFor[*Facts](),
	FactTypes:  []analysis.Fact{(*Lives)(nil), (*SetsEnd)(nil), (*EndsIf)(nil)},
}

// Lives is the fact about a parameter, field or variable that decides how long a token lives.
type Lives struct {
	quantity.Lifetime
	Purpose Purpose // of the token, as far as the function itself says
}

// SetsEnd is the fact about a parameter with claims: the function lets them end.
type SetsEnd struct{}

// AFact marks the types as facts.
func (*Lives) AFact()   {}
func (*SetsEnd) AFact() {}

// Facts gives access to the facts of other packages.
type Facts struct{ pass *analysis.Pass }

func run(pass *analysis.Pass) (any, error) {
	facts := &Facts{pass}
	calls.Inspect(pass, func(p *calls.Package) {
		(&exporter{newReader(pass, p, facts), pass, map[*types.Var]Lives{}}).export()
	})
	return facts, nil
}

// setsEnd reports whether a function of another package lets the claims end that it gets in a
// parameter.
func (f *Facts) setsEnd(v *types.Var) bool {
	return v.Pkg() != nil && v.Pkg() != f.pass.Pkg && f.pass.ImportObjectFact(v, &SetsEnd{})
}

// exporter exports the facts of a package.
type exporter struct {
	*Reader
	pass  *analysis.Pass
	lives map[*types.Var]Lives
}

func (p *exporter) export() {
	for _, c := range p.Calls.All {
		if c.Verb == model.Sign {
			p.exportLives(c)
			p.exportEnd(c)
			p.exportNeeds(c)
		}
	}
	p.exportHanded()
	for _, c := range p.Made() {
		p.exportLives(c)
	}
	for _, h := range p.Lifetimes() {
		for _, q := range h.Ends {
			way := Way{Path: q.Path, Known: h.Purpose}
			p.exportLife(q, false, func() Purpose { return p.Purpose(h.Call, way) })
		}
	}
	for v, fact := range p.lives {
		p.pass.ExportObjectFact(v, &fact)
	}
}

// exportLives exports what the variables that decide the end of the claims of a call mean.
func (p *exporter) exportLives(c *calls.Call) {
	for _, claim := range p.Payload(c).Setters(string(model.Exp)) {
		for _, q := range p.Quantity.Of(claim.Value) {
			way := Way{Path: q.Path, Claim: &claim}
			p.exportLife(q, claim.Lifetime, func() Purpose { return p.Purpose(c, way) })
		}
	}
}

// exportLife exports what a variable that decides the end of a token means. Where it decides that
// of several, the shortest counts.
func (p *exporter) exportLife(q quantity.Value, isSpan bool, purpose func() Purpose) {
	v, l, ok := q.Lifetime(isSpan)
	if !ok || v.Pkg() != p.Pkg {
		return
	}
	if old, has := p.lives[v]; !has || l.Scale < old.Scale {
		p.lives[v] = Lives{l, purpose()}
	}
}

// Handed is a value that is handed to another package, where it decides how long a token lives.
type Handed struct {
	Call  *calls.Call // the call or the literal that hands it over
	Value ast.Expr
	Ends  []quantity.Value // the ends that it can mean, as instants
	Wrong []quantity.Value // instants where a span is wanted

	Purpose Purpose // of the token, as far as the other package says
}

// Lifetimes returns the values that the package hands to others, where they decide how long a token
// lives.
func (p *Reader) Lifetimes() []Handed {
	if p.lives != nil {
		return p.lives
	}
	p.lives = []Handed{}
	p.Index.Handed(func(v *types.Var, node ast.Node, value ast.Expr, callee types.Object) {
		var fact Lives
		if v.Pkg() == nil || v.Pkg() == p.Pkg ||
			!p.facts.pass.ImportObjectFact(v, &fact) {
			return
		}
		h := Handed{
			Call:    calls.NewCall(model.Sign, node, v, callee, nil),
			Value:   value,
			Purpose: fact.Purpose,
		}
		for _, q := range p.Quantity.Of(value) {
			if f, ok := q.Via.(*types.Var); ok && f.IsField() && v.IsField() {
				continue // a setting that is copied; where it is used, it is judged
			}
			if end, ok := fact.Of(q); ok {
				h.Ends = append(h.Ends, end)
			} else if q.FromNow {
				h.Wrong = append(h.Wrong, q)
			}
		}
		p.lives = append(p.lives, h)
	})
	return p.lives
}

// IsLife reports whether argument i of a call decides how long the token lives that the called
// function signs, or when it ends.
func (p *Reader) IsLife(call *ast.CallExpr, i int) bool {
	if slices.ContainsFunc(p.Lifetimes(), func(h Handed) bool {
		return h.Call.Node == call && h.Value == call.Args[i]
	}) {
		return true
	}
	own := p.Quantity.Of(call.Args[i])
	for _, c := range p.Calls.All {
		if c.Verb != model.Sign {
			continue
		}
		for _, claim := range p.Payload(c).Setters(string(model.Exp)) {
			for _, q := range p.Quantity.Of(claim.Value) {
				if slices.Contains(q.Path.Calls(), call) &&
					slices.ContainsFunc(own, func(o quantity.Value) bool {
						return o.At != nil && o.At == q.At
					}) {
					return true
				}
			}
		}
	}
	return false
}
