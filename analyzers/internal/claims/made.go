package claims

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file finds the claims that a package makes for others to sign:
//
//	func NewClaims(user User) *Claims {
//		return &Claims{RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: ...}}
//	}

// Made returns, for the literals of claims types that exported functions return and that no call
// of this package signs, the calls that sign them elsewhere. They have claims only.
func (p *Reader) Made() []*calls.Call {
	var out []*calls.Call
	by := maker{p}
	for _, lit := range p.Index.Literals {
		library := libraryOf(p.Info.TypeOf(lit))
		if library == nil || !by.isReturned(lit) || by.isSigned(lit) {
			continue
		}
		args := map[model.Role][]ast.Expr{model.Claims: {lit}}
		out = append(out, calls.NewCall(model.Sign, lit, nil, library, args))
	}
	return out
}

// libraryOf returns the type of a library whose registered claims a struct embeds, nil for none.
func libraryOf(t types.Type) types.Object {
	st := typing.StructOf(t)
	for i := 0; st != nil && i < st.NumFields(); i++ {
		f := st.Field(i)
		obj := typing.TypeName(typing.Deref(f.Type()))
		if f.Embedded() && typing.StructOf(f.Type()) != nil && model.OfTokens(obj) {
			return obj
		}
	}
	return nil
}

// maker finds where claims go that a package makes.
type maker struct{ *Reader }

// isReturned reports whether an exported function returns a literal that stands in it.
func (p maker) isReturned(lit *ast.CompositeLit) bool {
	d, ok := p.Index.FuncAt(lit.Pos()).(*ast.FuncDecl)
	if !ok || !d.Name.IsExported() {
		return false
	}
	sig := p.Index.Signature(d)
	for i := range sig.Results().Len() {
		if p.Origin.Results(d, i).ComesFrom(lit) {
			return true
		}
	}
	return false
}

// isSigned reports whether a call of this package signs a literal.
func (p maker) isSigned(lit *ast.CompositeLit) bool {
	return slices.ContainsFunc(p.Calls.All, func(c *calls.Call) bool {
		args, _ := p.Calls.Resolve(c, model.Claims)
		return c.Verb == model.Sign && slices.ContainsFunc(args, func(e ast.Expr) bool {
			return p.Origin.Trace(e).ComesFrom(lit)
		})
	})
}
