package claims

// This file finds functions that let the claims end which other packages hand them:
//
//	func Sign(c Claims, life time.Duration) (string, error) { // SetsEnd of c
//		c.RegisteredClaims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(life))

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

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
			if len(ends) > 0 || p.endsElsewhere(c) ||
				p.isCopied(v) && len(p.Payload(c).Setters(string(model.Exp))) > 0 {
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

// isCopied reports whether the elements of a parameter are put among other claims.
//
//	for name, value := range extra {
//		claims[name] = value
//	}
func (p *exporter) isCopied(v *types.Var) bool {
	return slices.ContainsFunc(p.Index.Forward().Ranges, func(r *ast.RangeStmt) bool {
		return syntax.Copies(p.Index, r) && slices.Contains(p.Origin.Trace(r.X).Through, v)
	})
}

// endsOf returns what the package sets as the end of the claims in a parameter.
func (p *exporter) endsOf(v *types.Var) []ast.Expr {
	isParam := func(e ast.Expr) bool {
		return slices.Contains(p.Origin.Trace(e).Through, v) || // token.Claims.(jwt.MapClaims)
			slices.Contains(p.Origin.Trace(syntax.Root(e)).Through, v)
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
