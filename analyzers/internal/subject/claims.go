package subject

// This file says which variables hold tokens or their claims:
//
//	claims, err := verify(token) // token: verified
//	s.revoked(r.FormValue("t"))  // sent
//	jwt.RegisteredClaims         // holds claims

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// verified returns the variables that hold tokens which the package verifies or decodes, here or in
// functions that are given them.
func (p *Reader) verified() map[*types.Var]bool {
	if p.tokens != nil {
		return p.tokens
	}
	p.tokens = map[*types.Var]bool{}
	var add func(e ast.Expr)
	add = func(e ast.Expr) {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok {
			return
		}
		v, ok := p.Info.ObjectOf(id).(*types.Var)
		if !ok || p.tokens[v] {
			return
		}
		p.tokens[v] = true
		param := p.Index.Params[v]
		if d, ok := param.Func.(*ast.FuncDecl); ok && param.Index >= 0 {
			for _, c := range p.Origin.Callers(d) {
				if param.Index < len(c.Args) {
					add(c.Args[param.Index])
				}
			}
		}
	}
	for _, c := range p.Calls.All {
		if c.Verb == model.Verify || c.Verb == model.Decode {
			for _, e := range c.Args(model.Token) {
				add(e)
			}
		}
	}
	p.handOn()
	return p.tokens
}

// handOn adds the parameters of functions of this package that are given a token, and what those
// hand on, three times.
func (p *Reader) handOn() {
	for range 3 {
		for _, c := range p.Index.Calls {
			fn, ok := p.Index.Callee(c).(*types.Func)
			if !ok || p.Index.Decls[fn] == nil {
				continue
			}
			for i, a := range c.Args {
				id, ok := ast.Unparen(a).(*ast.Ident)
				if !ok {
					continue
				}
				v, _ := p.Info.ObjectOf(id).(*types.Var)
				if to := p.Index.Param(p.Index.Decls[fn], i); p.tokens[v] && to != nil {
					p.tokens[to] = true
				}
			}
		}
	}
}

// isSent reports whether a text is the token of a request, or one that the program makes.
func (p *Reader) isSent(e *ast.Ident, v *types.Var) bool {
	if b, ok := v.Type().Underlying().(*types.Basic); !ok || b.Info()&types.IsString == 0 {
		return false
	}
	for _, o := range p.Origin.Trace(e).Origins {
		for _, name := range o.Names {
			if names.Credential(name) && o.Kind.Guessable() {
				return true
			}
		}
	}
	return false
}

// HoldsClaims reports whether a type is that of claims: it belongs to a library that handles
// tokens, or embeds such a type.
func HoldsClaims(t types.Type) bool {
	t = typing.Deref(t)
	if model.OfTokens(typing.TypeName(t)) {
		return true
	}
	st := typing.StructOf(t)
	if st == nil {
		return false
	}
	for f := range st.Fields() {
		if f.Embedded() && model.OfTokens(typing.TypeName(typing.Deref(f.Type()))) {
			return true
		}
	}
	return false
}
