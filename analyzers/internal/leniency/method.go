package leniency

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// ValidMethod is a method by which a type of claims validates itself:
//
//	func (c Claims) Valid() error { return nil }
//
// golang-jwt calls it up to v4, and ignores it from v5 on, which calls Validate instead.
type ValidMethod struct {
	*types.Func
	Decl   *ast.FuncDecl
	Called bool // the verifying library calls it
	Empty  bool // it always returns nil
}

// ValidMethods returns the methods named Valid of this package's claims types that the libraries
// of verifications call, or that look as if.
func (p *Reader) ValidMethods() []ValidMethod {
	var out []ValidMethod
	for _, c := range p.Calls.All {
		if c.Verb != model.Verify || c.Via != nil {
			continue
		}
		wants := p.claimsInterface(c)
		if wants == nil {
			continue
		}
		for _, e := range c.Args(model.Claims) {
			v, ok := p.validMethod(wants, e)
			same := func(w ValidMethod) bool { return w.Func == v.Func }
			if ok && !slices.ContainsFunc(out, same) {
				out = append(out, v)
			}
		}
	}
	return out
}

// validMethod returns the method named Valid of the type of claims, where this package declares
// it; wants is the interface by which the library takes claims. ok is false where this package
// calls the method itself, or declares the one that the library calls instead.
func (p *Reader) validMethod(wants types.Type, claims ast.Expr) (v ValidMethod, ok bool) {
	obj := typing.TypeName(typing.Deref(p.Info.TypeOf(claims)))
	if obj == nil || obj.Pkg() != p.Pkg {
		return v, false
	}
	typ := types.NewPointer(obj.Type())
	m, _, _ := types.LookupFieldOrMethod(typ, true, p.Pkg, model.ValidMethod)
	fn, isFunc := m.(*types.Func)
	if !isFunc {
		return v, false
	}
	decl := p.Index.Decls[fn]
	if decl == nil || fn.Signature().Results().Len() != 1 {
		return v, false
	}
	called, _, _ := types.LookupFieldOrMethod(wants, false, p.Pkg, model.ValidMethod)
	newer, _, _ := types.LookupFieldOrMethod(typ, true, p.Pkg, model.ValidateMethod)
	if called == nil && (newer != nil || len(p.Origin.Callers(decl)) > 0) {
		return v, false
	}
	empty := p.Origin.Results(decl, 0).Only(origin.Nothing)
	return ValidMethod{fn, decl, called != nil, empty}, true
}

// claimsInterface returns the interface by which the library of a verification takes claims, nil
// where it takes any value.
func (p *Reader) claimsInterface(c *calls.Call) types.Type {
	fn, ok := c.Callee.(*types.Func)
	if !ok {
		return nil
	}
	sig := model.Of(fn, "")
	if sig == nil {
		return nil
	}
	i := sig.Index(model.Claims)
	if i < 0 || i >= fn.Signature().Params().Len() {
		return nil
	}
	t := fn.Signature().Params().At(i).Type()
	if iface, ok := t.Underlying().(*types.Interface); !ok || iface.Empty() {
		return nil
	}
	return t
}
