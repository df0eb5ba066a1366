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
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
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
	FactTypes:  []analysis.Fact{(*Lives)(nil), (*SetsEnd)(nil)},
}

// Lives is the fact about a parameter, field or variable that decides how long a token lives.
type Lives struct {
	quantity.Lifetime
	Purpose Purpose // of the token, as far as the function itself says
}

// SetsEnd is the fact about a parameter with claims: the function lets them end.
type SetsEnd struct{}

// AFact marks the type as a fact.
func (*Lives) AFact() {}

// AFact marks the type as a fact.
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
		}
	}
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

// exportEnd exports which parameters get the claims of a call that the package lets end, or that
// the call itself does. The end is a life that other callers may set.
func (p *exporter) exportEnd(c *calls.Call) {
	args, _ := p.Calls.Resolve(c, model.Claims)
	for _, e := range args {
		for _, v := range p.Origin.Trace(e).Through {
			if v.Pkg() != p.Pkg || v.IsField() || !p.Calls.Visible(v) {
				continue
			}
			ends := p.endsOf(v)
			if len(ends) > 0 || p.endsElsewhere(c) {
				p.pass.ExportObjectFact(v, &SetsEnd{})
			}
			for _, end := range ends {
				for _, q := range p.Quantity.Of(end) {
					p.exportLife(q, false,
						func() Purpose { return p.Purpose(c, Way{Path: q.Path}) })
				}
			}
		}
	}
}

// endsOf returns what the package sets as the end of the claims in a parameter.
func (p *exporter) endsOf(v *types.Var) []ast.Expr {
	isParam := func(e ast.Expr) bool {
		return slices.Contains(p.Origin.Trace(whole(e)).Through, v)
	}
	var out []ast.Expr
	for _, s := range p.Index.Stores {
		if s.Value == nil {
			continue
		}
		if ends := p.endsIn(s); len(ends) > 0 && isParam(s.Base) {
			out = append(out, ends...)
		}
	}
	for _, c := range p.Calls.All {
		if c.Verb == model.Claim && slices.ContainsFunc(c.Args(model.Object), isParam) {
			out = append(out, c.Args(model.Exp)...)
		}
	}
	return out
}

// endsIn returns what an assignment to an element or field of claims sets as their end: the value
// itself, or the exp of an embedded struct, all of which is unknown where it is not made here.
//
//	claims.RegisteredClaims = jwt.RegisteredClaims{ExpiresAt: end}
func (p *exporter) endsIn(s syntax.Store) []ast.Expr {
	if s.Key != nil {
		if slices.Contains(p.Origin.Strings(s.Key), string(model.Exp)) {
			return []ast.Expr{s.Value}
		}
		return nil
	}
	st := declaringStruct(p.Info.TypeOf(s.Base), s.Field, 0)
	if st == nil {
		return nil
	}
	set := Payload{Complete: true}
	p.addField(&set, Claim{Key: s.Value, Value: s.Value, In: s.Base}, st, s.Field)
	if !set.Complete && canEnd(s.Field.Type(), 0) {
		return []ast.Expr{s.Value}
	}
	var out []ast.Expr
	for _, c := range set.Setters(string(model.Exp)) {
		out = append(out, c.Value)
	}
	return out
}

// whole returns what a field stands in: claims for claims.RegisteredClaims.
func whole(e ast.Expr) ast.Expr {
	for {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok {
			return e
		}
		e = sel.X
	}
}

// canEnd reports whether a struct, or one that it embeds, has a field for the claim exp.
func canEnd(t types.Type, depth int) bool {
	st := typing.StructOf(t)
	for i := 0; st != nil && i < st.NumFields(); i++ {
		name, inline := ClaimName(st, i)
		if name == string(model.Exp) || inline && depth < 8 && canEnd(st.Field(i).Type(), depth+1) {
			return true
		}
	}
	return false
}

// endsElsewhere reports whether the function of another package that a call hands its claims to
// lets them end.
func (p *Reader) endsElsewhere(c *calls.Call) bool {
	call, ok := c.Node.(*ast.CallExpr)
	fn, isFunc := c.Callee.(*types.Func)
	if !ok || !isFunc || c.Via == nil {
		return false
	}
	params := fn.Signature().Params()
	for i := 0; i < len(call.Args) && i < params.Len(); i++ {
		if p.facts.setsEnd(params.At(i)) {
			return true
		}
	}
	return false
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
