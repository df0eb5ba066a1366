package claims

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// stores adds the claims that assignments set after the payload was made.
func (p *Reader) stores(pay *Payload) {
	for _, s := range p.Index.Stores {
		if !p.touches(pay, s.Base) {
			continue
		}
		if s.Key != nil {
			p.entry(pay, s.Base, s.Key, s.Value)
			continue
		}
		typ := p.Info.TypeOf(s.Base)
		if sel, ok := ast.Unparen(s.Base).(*ast.SelectorExpr); ok {
			typ = p.Info.TypeOf(sel)
		}
		if st := declaring(typ, s.Field); st != nil {
			p.field(pay, s.Base, st, s.Field, s.Value, s.Value)
		}
	}
}

// declaring returns the struct, t itself or one that it embeds, that declares the field.
func declaring(t types.Type, f *types.Var) *types.Struct {
	st := typing.StructOf(t)
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
func (p *Reader) touches(pay *Payload, e ast.Expr) bool { return p.meets(pay, e, nil) }

// meets is touches, with the receivers that it has come through.
func (p *Reader) meets(pay *Payload, e ast.Expr, through []*types.Var) bool {
	for {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.At != nil && slices.Contains(pay.Origins, o.At) {
				return true
			}
			if o.Param == nil || slices.Contains(through, o.Param) || !p.sameType(pay, o.Param.Type()) {
				continue
			}
			on, called := p.Origin.Receivers(o.Param)
			if !called || slices.ContainsFunc(on, func(x ast.Expr) bool { return p.meets(pay, x, append(through, o.Param)) }) {
				return true
			}
		}
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok || p.Info.Selections[sel] == nil {
			return false
		}
		e = sel.X
	}
}

func (p *Reader) sameType(pay *Payload, t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	return slices.ContainsFunc(pay.Types, func(u types.Type) bool { return types.Identical(t, u) })
}

// escapes notes where the payload is handed to code that may set claims unseen.
func (p *Reader) escapes(pay *Payload) {
	for _, c := range p.Index.Calls {
		fn, ok := p.Index.Callee(c).(*types.Func)
		if !ok || fn.Pkg() == nil || fn.Pkg() == p.Pkg && p.Index.Decls[fn] != nil || model.Of(fn, "") != nil {
			continue
		}
		for i, a := range c.Args {
			if typing.Mutable(p.Info.TypeOf(a)) && !p.sinks.Knows(fn, i) && p.touches(pay, a) {
				pay.Complete = false
			}
		}
	}
}
