package jwttransport

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// insecureTLS returns the option by which a client takes any certificate, nil where it does not or where that is not constant.
func (p *check) insecureTLS(client ast.Expr) ast.Expr {
	l := &laxness{p.View, map[ast.Node]bool{}}
	return l.of(client)
}

// laxness looks for the option in the literals and assignments that a client is made of; seen cuts circles.
type laxness struct {
	calls.View
	seen map[ast.Node]bool
}

func (l *laxness) of(e ast.Expr) ast.Expr {
	for _, o := range l.Origin.Trace(e).Origins {
		if o.At == nil || l.seen[o.At] {
			continue
		}
		l.seen[o.At] = true
		if found := l.made(o); found != nil {
			return found
		}
		if found := l.set(o.At); found != nil {
			return found
		}
	}
	return nil
}

// made looks into the literal or constructor call that makes a part of the client.
func (l *laxness) made(o origin.Origin) ast.Expr {
	switch at := o.At.(type) {
	case *ast.CompositeLit:
		for _, v := range l.Index.Fields(at, model.Hold)[model.Trusting] {
			if l.takesAny(v) {
				return v
			}
		}
		for _, el := range at.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok && l.part(kv.Value) {
				if found := l.of(kv.Value); found != nil {
					return found
				}
			}
		}
	case *ast.CallExpr:
		if b := l.Calls.Built(o); b != nil {
			for _, e := range b.Args(model.Client) {
				if found := l.of(e); found != nil {
					return found
				}
			}
		}
	}
	return nil
}

// set looks at what is assigned to the fields of a part that is made at a node.
func (l *laxness) set(made ast.Node) ast.Expr {
	for _, s := range l.Index.Stores {
		if s.Field == nil || s.Value == nil || s.Field.Pkg() == l.Pkg {
			continue
		}
		sig := model.Of(s.Field, typing.NameOfType(l.Info.TypeOf(s.Base)))
		trusting := sig != nil && sig.Result(0) == model.Trusting
		if !trusting && !l.part(s.Value) || !slices.ContainsFunc(l.Origin.Trace(s.Base).Origins, func(o origin.Origin) bool { return o.At == made }) {
			continue
		}
		if trusting && l.takesAny(s.Value) {
			return s.Value
		}
		if found := l.of(s.Value); !trusting && found != nil {
			return found
		}
	}
	return nil
}

// takesAny reports whether the value of an option can be nothing but yes.
func (l *laxness) takesAny(e ast.Expr) bool {
	values, only := l.Origin.Constants(e)
	return only && !slices.ContainsFunc(values, origin.IsNot(origin.IsTrue))
}

// part reports whether a value can hold the option: a struct, a pointer to one, or an interface.
func (l *laxness) part(e ast.Expr) bool {
	t := l.Info.TypeOf(e)
	return t != nil && (typing.StructOf(t) != nil || types.IsInterface(t))
}
