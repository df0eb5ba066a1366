package claims

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// builder adds the constructor call that makes a payload, and those of the builders that it is made from.
func (p *Reader) builder(pay *Payload, b *calls.Call) {
	if slices.Contains(pay.Origins, b.Node) {
		return
	}
	pay.Origins = append(pay.Origins, b.Node)
	if e, ok := b.Node.(ast.Expr); ok {
		t := p.Info.TypeOf(e)
		if tuple, ok := t.(*types.Tuple); ok {
			t = tuple.At(0).Type()
		}
		pay.Types = append(pay.Types, t)
	}
	for _, e := range b.Args(model.Object) {
		p.literals(pay, p.Origin.Trace(e))
	}
}

// setters adds the claims that calls on the payload set.
func (p *Reader) setters(pay *Payload) {
	for _, c := range p.Calls.All {
		if c.Verb != model.Claim {
			continue
		}
		if slices.ContainsFunc(c.Args(model.Object), func(e ast.Expr) bool { return p.touches(pay, e) }) {
			p.set(pay, c)
		}
	}
}

// set adds the claims that a call or an option sets, by the roles of its arguments.
func (p *Reader) set(pay *Payload, c *calls.Call) {
	in, _ := c.Node.(ast.Expr)
	if on := c.Args(model.Object); len(on) > 0 {
		in = on[0]
	}
	for _, r := range c.Roles() {
		for _, v := range c.Args(r) {
			switch {
			case r.Claim():
				pay.Claims = append(pay.Claims, Claim{Name: string(r), Key: v, Value: v, In: in})
			case r == model.Life && !p.zero(v):
				pay.Claims = append(pay.Claims, Claim{Name: string(model.Exp), Key: v, Value: v, In: in, Lifetime: true})
			case r == model.Value && len(c.Args(model.Name)) == 1:
				p.entry(pay, in, c.Args(model.Name)[0], v)
			}
		}
	}
}

// zero reports whether an expression is the constant 0, which sets nothing.
func (p *Reader) zero(e ast.Expr) bool {
	v := p.Info.Types[e].Value
	return v != nil && v.Kind() == constant.Int && constant.Sign(v) == 0
}
