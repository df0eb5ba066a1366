// Package certificates follows clients to the setting that disables TLS verification:
//
//	config := &tls.Config{InsecureSkipVerify: true}                  // made, in a literal
//	config.InsecureSkipVerify = true                                 // set, by an assignment
//	http.Client{Transport: &http.Transport{TLSClientConfig: config}} // Reader.Option
package certificates

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Reader finds the clients of one package that disable TLS verification.
type Reader struct {
	calls.View
	// Trusts reports whether the result of a function of another package disables TLS verification.
	Trusts func(types.Object) bool
}

// Option returns the option by which a client disables TLS verification, or the call of another
// package that returns such a client; nil where it does not or where that is not constant.
func (r *Reader) Option(client ast.Expr) ast.Expr {
	return (&walk{r, map[ast.Node]bool{}}).of(client)
}

// walk looks for the option in the literals and assignments that a client is made of; seen cuts
// circles.
type walk struct {
	*Reader
	seen map[ast.Node]bool
}

func (l *walk) of(e ast.Expr) ast.Expr {
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
func (l *walk) made(o *origin.Origin) ast.Expr {
	switch at := o.At.(type) {
	case *ast.CompositeLit:
		for _, v := range l.Index.Fields(at, model.Hold)[model.InsecureSkipVerify] {
			if l.isTrue(v) && !l.isChosen(v) {
				return v
			}
		}
		for _, el := range at.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				el = kv.Value
			}
			if l.part(el) {
				if found := l.of(el); found != nil {
					return found
				}
			}
		}
	case *ast.CallExpr:
		if l.Trusts(l.Index.Callee(at)) {
			return at
		}
		if b := l.Calls.Constructor(o); b != nil {
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
func (l *walk) set(made ast.Node) ast.Expr {
	for _, s := range l.Index.Stores {
		if s.Field == nil || s.Value == nil || s.Field.Pkg() == l.Pkg {
			continue
		}
		sig := l.Index.FieldRow(s)
		trusting := sig != nil && sig.Result(0) == model.InsecureSkipVerify
		if !trusting && !l.part(s.Value) || !l.Origin.Trace(s.Base).ComesFrom(made) {
			continue
		}
		if trusting && l.isTrue(s.Value) && !l.isChosen(s.Value) {
			return s.Value
		}
		if found := l.of(s.Value); !trusting && found != nil {
			return found
		}
	}
	return nil
}

// isTrue reports whether the value of an option can be nothing but yes.
func (l *walk) isTrue(e ast.Expr) bool {
	values, only := l.Origin.Constants(e)
	return only && !slices.ContainsFunc(values, origin.IsNot(origin.IsTrue))
}

// part reports whether a value can hold the option.
func (l *walk) part(e ast.Expr) bool { return typing.MayHaveParts(l.Info.TypeOf(e)) }
