package calls

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// blank reports whether values, such as those of a header field, are nothing but the empty text.
func (p *Package) blank(es []ast.Expr) bool {
	for _, e := range es {
		if values, only := p.Constants(e); !only || slices.ContainsFunc(values, isNot(isEmpty)) {
			return false
		}
	}
	return len(es) > 0
}

// authorizing reports whether header fields that are written out, or put together here, hold credentials.
func (p *Package) authorizing(e ast.Expr) bool {
	for _, o := range p.Of(e).Births {
		if lit, ok := o.At.(*ast.CompositeLit); ok {
			for _, el := range lit.Elts {
				if kv, ok := el.(*ast.KeyValueExpr); ok && p.authorizes(kv.Key) {
					return true
				}
			}
		}
		for _, c := range p.Calls {
			if c.Verb == model.Header && c.On != nil && slices.ContainsFunc(c.args[model.Name], p.authorizes) &&
				slices.ContainsFunc(p.Of(c.On).Births, func(b origin.Origin) bool { return b.At != nil && b.At == o.At }) {
				return true
			}
		}
	}
	return false
}

// brings returns what makes a call carry credentials by what it is given: its header fields, its address, its body.
func (p *Package) brings(c *Call) *Call {
	heads := slices.Clone(c.args[model.Head])
	for _, e := range c.args[model.Options] {
		for _, o := range p.Of(e).Births {
			if lit, ok := o.At.(*ast.CompositeLit); ok {
				heads = append(heads, p.Fields(lit, model.Hold)[model.Head]...)
			}
		}
	}
	for _, e := range heads {
		if p.authorizing(e) {
			return &Call{Verb: model.Prove, Node: e}
		}
	}
	for _, e := range c.args[model.Address] {
		for _, way := range p.Wordings(e) {
			for _, part := range way {
				if part.Expr != nil && part.Expr.Pos().IsValid() && p.bears(origin.Ingredient{Expr: part.Expr}) {
					return &Call{Verb: model.Prove, Node: part.Expr}
				}
			}
		}
	}
	for _, e := range c.args[model.Body] {
		for _, in := range p.Ingredients(e) {
			if p.bears(in) {
				return &Call{Verb: model.Prove, Node: in.Expr}
			}
		}
	}
	return nil
}

// bears reports whether a part of a request is a token or a key by itself, or the named part of a form that RFC 6749
// defines for one.
func (p *Package) bears(in origin.Ingredient) bool {
	if s := p.Secret(in); s.Field == nil && (s.Role == model.Token || s.Role == model.Key) {
		return true
	}
	lit, ok := in.Expr.(*ast.CompositeLit)
	if !ok {
		return false
	}
	return slices.ContainsFunc(lit.Elts, func(el ast.Expr) bool {
		kv, ok := el.(*ast.KeyValueExpr)
		return ok && slices.ContainsFunc(p.Texts(kv.Key), func(n string) bool { return slices.Contains(formal, n) }) && !p.written(kv.Value)
	})
}

// formal are the names of credentials in the form of a token request (RFC 6749 sections 2.3.1, 4.3.2 and 6).
var formal = []string{"client_secret", "password", "refresh_token"}

// written reports whether a value, or each element of a list, is a constant of the source.
func (p *Package) written(e ast.Expr) bool {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		return !slices.ContainsFunc(lit.Elts, func(el ast.Expr) bool { return !p.written(el) })
	}
	_, only := p.Constants(e)
	return only
}
