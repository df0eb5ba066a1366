package claims

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// addStores adds the claims that assignments set after the payload is made:
//
//	claims["exp"] = end
//	claims.StandardClaims.ExpiresAt = end
//	func (c *Claims) expire(end int64) { c.ExpiresAt = end } // through a receiver
func (p *Reader) addStores(pay *Payload) {
	for _, s := range p.Index.Stores {
		if inHeader(p.Index, s) || !p.mayBePayload(pay, s.Base, map[*types.Var]bool{}) {
			continue
		}
		if s.Key != nil {
			p.addEntry(pay, Claim{Key: s.Key, Value: s.Value, In: s.Base}, s.Key)
			continue
		}
		if st := declaringStruct(p.Info.TypeOf(s.Base), s.Field, 0); st != nil {
			p.addField(pay, Claim{Key: s.Value, Value: s.Value, In: s.Base}, st, s.Field)
		}
	}
}

// inHeader reports whether a store is one into the header of a token, which has no claims.
func inHeader(x *syntax.Index, s syntax.Store) bool {
	if sel, ok := ast.Unparen(s.Base).(*ast.SelectorExpr); ok && s.Field == nil {
		s.Field, _ = x.Used(sel).(*types.Var)
		s.Base = sel.X
	}
	return x.FieldRow(s).Means(model.Hold, model.Jose)
}

// declaringStruct returns the struct, t itself or one that it embeds, that declares the field.
func declaringStruct(t types.Type, f *types.Var, depth int) *types.Struct {
	st := typing.StructOf(t)
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if st.Field(i).Origin() == f {
			return st
		}
		if st.Field(i).Embedded() && depth < 8 { // a struct can embed a pointer to itself
			if in := declaringStruct(st.Field(i).Type(), f, depth+1); in != nil {
				return in
			}
		}
	}
	return nil
}

// mayBePayload reports whether an expression can be the payload or a part of it. seen holds the
// receivers that the walk has come to.
func (p *Reader) mayBePayload(pay *Payload, e ast.Expr, seen map[*types.Var]bool) bool {
	for {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.At != nil && slices.Contains(pay.Origins, o.At) {
				return true
			}
			if o.Param == nil || seen[o.Param] ||
				!p.hasPayloadType(pay, o.Param.Type()) {
				continue
			}
			seen[o.Param] = true
			on, called := p.Origin.Receivers(o.Param)
			if !called || slices.ContainsFunc(on, func(x ast.Expr) bool {
				return p.mayBePayload(pay, x, seen)
			}) {
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

// hasPayloadType reports whether a type, or what it points to, is one of the payload's.
func (p *Reader) hasPayloadType(pay *Payload, t types.Type) bool {
	t = typing.Deref(t)
	return slices.ContainsFunc(pay.Types, func(u types.Type) bool { return types.Identical(t, u) })
}

// noteEscapes marks a payload as incomplete where it is handed to code that may set claims unseen.
func (p *Reader) noteEscapes(pay *Payload) {
	for _, a := range p.escaping() {
		if pay.Complete && p.mayBePayload(pay, a, map[*types.Var]bool{}) {
			pay.Complete = false
		}
	}
}

// escaping returns the arguments that the package hands to code which may set claims unseen.
func (p *Reader) escaping() []ast.Expr {
	if p.escapes != nil {
		return p.escapes
	}
	p.escapes = []ast.Expr{}
	for _, c := range p.Index.Calls {
		fn := p.sinks.UnseenFunc(c)
		if fn == nil {
			continue
		}
		for i, a := range c.Args {
			if typing.Mutable(p.Info.TypeOf(a)) && !p.sinks.KnowsArg(fn, i) {
				p.escapes = append(p.escapes, a)
			}
		}
	}
	return p.escapes
}
