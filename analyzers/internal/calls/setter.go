package calls

import (
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// builder adds the constructor call that makes a payload, and those of the builders that it is made from.
func (p *Package) builder(pay *Payload, b *Call) {
	if slices.Contains(pay.Made, b.Node) {
		return
	}
	pay.Made = append(pay.Made, b.Node)
	if e, ok := b.Node.(ast.Expr); ok {
		t := p.pass.TypesInfo.TypeOf(e)
		if tuple, ok := t.(*types.Tuple); ok {
			t = tuple.At(0).Type()
		}
		pay.Types = append(pay.Types, t)
	}
	for _, e := range b.args[model.Object] {
		p.literals(pay, p.Of(e))
	}
}

// setters adds the claims that calls on the payload set.
func (p *Package) setters(pay *Payload) {
	for _, c := range p.Calls {
		if c.Verb != model.Claim {
			continue
		}
		if slices.ContainsFunc(c.args[model.Object], func(e ast.Expr) bool { return p.touches(pay, e) }) {
			p.set(pay, c)
		}
	}
}

// set adds the claims that a call or an option sets, by the roles of its arguments.
func (p *Package) set(pay *Payload, c *Call) {
	in, _ := c.Node.(ast.Expr)
	if on := c.args[model.Object]; len(on) > 0 {
		in = on[0]
	}
	for _, r := range slices.Sorted(maps.Keys(c.args)) {
		for _, v := range c.args[r] {
			switch {
			case r.Claim():
				pay.Claims = append(pay.Claims, Claim{Name: string(r), Key: v, Value: v, In: in})
			case r == model.Life && !p.zero(v):
				pay.Claims = append(pay.Claims, Claim{Name: string(model.Exp), Key: v, Value: v, In: in, Span: true})
			case r == model.Value && len(c.args[model.Name]) == 1:
				p.entry(pay, in, c.args[model.Name][0], v)
			}
		}
	}
}

// zero reports whether an expression is the constant 0, which sets nothing.
func (p *Package) zero(e ast.Expr) bool {
	v := p.pass.TypesInfo.Types[e].Value
	return v != nil && v.Kind() == constant.Int && constant.Sign(v) == 0
}
