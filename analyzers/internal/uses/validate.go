package uses

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file looks into the method by which a type of claims validates itself. Libraries call it.
//
//	func (c Claims) Validate() error {
//		if !slices.Contains(c.Audience, "api") { return jwt.ErrTokenInvalidAudience }
//		return nil
//	}

// validatesItself reports whether the claims that a call fills validate their audience or issuer in
// a method of their type.
func (p *Reader) validatesItself(c *calls.Call, role model.Role) bool {
	for _, e := range c.Args(model.Claims) {
		name := typing.TypeName(typing.Deref(p.Info.TypeOf(e)))
		if name == nil || name.Pkg() != p.Pkg {
			continue
		}
		for _, method := range []string{model.ValidateMethod, model.ValidMethod} {
			m, _, _ := types.LookupFieldOrMethod(types.NewPointer(name.Type()), true, p.Pkg, method)
			if fn, ok := m.(*types.Func); ok && p.readsReceiver(p.Index.Decls[fn.Origin()], role) {
				return true
			}
		}
	}
	return false
}

// readsReceiver reports whether a method reads a claim of its receiver, has a library check it, or
// hands the receiver as a whole to somebody who may.
func (p *Reader) readsReceiver(d *ast.FuncDecl, role model.Role) bool {
	if d == nil || len(d.Recv.List[0].Names) == 0 {
		return false
	}
	inside := func(n ast.Node) bool { return d.Pos() <= n.Pos() && n.End() <= d.End() }
	if slices.ContainsFunc(p.Calls.All, func(k *calls.Call) bool {
		return k.Verb == model.Check && len(k.Args(role)) > 0 && inside(k.Node)
	}) {
		return true
	}
	recv := p.Info.Defs[d.Recv.List[0].Names[0]]
	return slices.ContainsFunc(p.Index.Mentions(recv), func(id *ast.Ident) bool {
		outer := p.Index.Outer(id)
		if call, ok := outer.(*ast.CallExpr); ok {
			return slices.Contains(call.Args, ast.Expr(id))
		}
		for of := ast.Expr(id); ; {
			sel, ok := outer.(*ast.SelectorExpr)
			if !ok || sel.X != of || p.Info.Selections[sel] == nil {
				return false
			}
			if name, ok := (&Result{reader: p}).claimOfMember(sel); ok && name == claimOf[role] {
				return true
			}
			of, outer = sel, p.Index.Outer(sel)
		}
	})
}
