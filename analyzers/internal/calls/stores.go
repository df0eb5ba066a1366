package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// stores adds the claims that assignments set after the payload was made.
func (p *Package) stores(pay *Payload) {
	for _, s := range p.Stores {
		if !p.touches(pay, s.Base) {
			continue
		}
		if s.Key != nil {
			p.entry(pay, s.Base, s.Key, s.Value)
			continue
		}
		typ := p.pass.TypesInfo.TypeOf(s.Base)
		if sel, ok := ast.Unparen(s.Base).(*ast.SelectorExpr); ok {
			typ = p.pass.TypesInfo.TypeOf(sel)
		}
		if st := declaring(typ, s.Field); st != nil {
			p.field(pay, s.Base, st, s.Field, s.Value, s.Value)
		}
	}
}

// declaring returns the struct, t itself or one that it embeds, that declares the field.
func declaring(t types.Type, f *types.Var) *types.Struct {
	st := structOf(t)
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if st.Field(i).Origin() == f {
			return st
		}
		if st.Field(i).Embedded() {
			if in := declaring(st.Field(i).Type(), f); in != nil {
				return in
			}
		}
	}
	return nil
}

// touches reports whether an expression can be the payload or a part of it.
func (p *Package) touches(pay *Payload, e ast.Expr) bool { return p.meets(pay, e, nil) }

// meets is touches, with the receivers that it has come through.
func (p *Package) meets(pay *Payload, e ast.Expr, through []*types.Var) bool {
	for {
		for _, o := range p.Of(e).Births {
			if o.At != nil && slices.Contains(pay.Made, o.At) {
				return true
			}
			if o.Param == nil || slices.Contains(through, o.Param) || !p.sameType(pay, o.Param.Type()) {
				continue
			}
			on, called := p.Receivers(o.Param)
			if !called || slices.ContainsFunc(on, func(x ast.Expr) bool { return p.meets(pay, x, append(through, o.Param)) }) {
				return true
			}
		}
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok || p.pass.TypesInfo.Selections[sel] == nil {
			return false
		}
		e = sel.X
	}
}

func (p *Package) sameType(pay *Payload, t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	return slices.ContainsFunc(pay.Types, func(u types.Type) bool { return types.Identical(t, u) })
}

// escapes notes where the payload is handed to code that may set claims unseen.
func (p *Package) escapes(pay *Payload) {
	for _, c := range p.Tracer.Calls {
		fn, ok := p.callee(c).(*types.Func)
		if !ok || fn.Pkg() == nil || fn.Pkg() == p.pass.Pkg && p.Decl(fn) != nil || model.Of(fn, "") != nil {
			continue
		}
		for i, a := range c.Args {
			if p.mutable(p.pass.TypesInfo.TypeOf(a)) && !p.signs(fn, i) && p.touches(pay, a) {
				pay.Seen = false
			}
		}
	}
}

// mutable reports whether a callee can change what it is given.
func (p *Package) mutable(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Interface:
		return true
	}
	return false
}

// signs reports whether a fact says that a wrapper signs its argument as it is.
func (p *Package) signs(fn *types.Func, i int) bool {
	params := fn.Signature().Params()
	if params.Len() == 0 {
		return false
	}
	var f Fact
	return p.pass.ImportObjectFact(params.At(min(i, params.Len()-1)), &f)
}
