package claims

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// This file collects the claims that calls set:
//
//	jwt.NewBuilder().Issuer("auth").Expiration(end).Build()
//	token.Set(jwt.AudienceKey, "api")
//	jwtauth.SetExpiryIn(claims, time.Hour)

// addBuilder adds the constructor call that makes a payload, and those of the builders that it is
// made from.
func (p *Reader) addBuilder(pay *Payload, b *calls.Call) {
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
		p.addOrigins(pay, p.Origin.Trace(e))
	}
}

// addSetters adds the claims that calls on the payload set.
func (p *Reader) addSetters(pay *Payload) {
	isPayload := func(e ast.Expr) bool { return p.mayBePayload(pay, e, map[*types.Var]bool{}) }
	for _, c := range p.Calls.All {
		if c.Verb == model.Claim && slices.ContainsFunc(c.Args(model.Object), isPayload) {
			p.addCall(pay, c)
		}
	}
}

// addCall adds the claims that a call or an option sets, by the roles of its arguments.
func (p *Reader) addCall(pay *Payload, c *calls.Call) {
	in, _ := c.Node.(ast.Expr)
	if on := c.Args(model.Object); len(on) > 0 {
		in = on[0]
	}
	for _, r := range c.Roles() {
		for _, v := range c.Args(r) {
			claim := Claim{Key: v, Value: v, In: in}
			switch {
			case r.Claim():
				claim.Name = string(r)
				pay.Claims = append(pay.Claims, claim)
			case r == model.Life && !p.isZero(v):
				claim.Name, claim.Lifetime = string(model.Exp), true
				pay.Claims = append(pay.Claims, claim)
			case r == model.Value && len(c.Args(model.Name)) == 1:
				name := c.Args(model.Name)[0]
				claim.Key = name
				p.addEntry(pay, claim, name)
			}
		}
	}
}

// isZero reports whether an expression is the constant 0, which sets no lifetime.
func (p *Reader) isZero(e ast.Expr) bool {
	v := p.Info.Types[e].Value
	return v != nil && v.Kind() == constant.Int && constant.Sign(v) == 0
}
