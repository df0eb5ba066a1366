package leniency

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// This file compares verifications with the same key:
//
//	jwt.Parse(raw, s.keys.Keyfunc, jwt.WithAudience(s.audience))
//	jwt.Parse(raw, s.keys.Keyfunc)

// Unlike returns another verification of this package with the same key, where that always
// validates the audience and a verification whose claims are used does not; nil otherwise. One that
// validates it where a setting says so validates nothing by default.
//
//	jwt.Parse(raw, s.keys.Keyfunc, jwt.WithAudience(s.audience)) // the other
//	jwt.Parse(raw, s.keys.Keyfunc)                               // takes tokens for others
func (p *Reader) Unlike(c *calls.Call) *calls.Call {
	if p.alwaysForUs(c) || !p.uses.UsesClaims(c) || p.uses.IsIDTokenHint(c) {
		return nil
	}
	return p.Sibling(c)
}

// Sibling returns another verification of this package with the same key that always validates the
// audience, nil for none.
func (p *Reader) Sibling(c *calls.Call) *calls.Call {
	for _, s := range p.Calls.All {
		if s != c && s.Verb == model.Verify && s.Via == nil && s.Callee != nil &&
			p.algorithm.SharesKeys(s, c) && p.alwaysForUs(s) {
			return s
		}
	}
	return nil
}

// alwaysForUs reports whether the audience of a verification is validated, whatever the settings.
func (p *Reader) alwaysForUs(c *calls.Call) bool {
	return p.uses.ChecksClaim(c, model.Audience) && !p.onlyConfigured(c)
}

// onlyConfigured reports whether all that validates the audience in a verification is an option
// which is given only where there is an audience:
//
//	if s.audience != "" {
//		options = append(options, jwt.WithAudience(s.audience))
//	}
func (p *Reader) onlyConfigured(c *calls.Call) bool {
	if p.uses.ReadsClaim(c, "aud") || len(c.Args(model.Audience)) > 0 {
		return false
	}
	opts, _ := p.Calls.Options(c)
	found := false
	for _, o := range opts {
		if o.Verb != model.Check || len(o.Args(model.Audience)) == 0 {
			continue
		}
		if found = p.configured(o, c); !found {
			return false
		}
	}
	return found
}

// configured reports whether an option stands in a branch that tests the audience which it is
// given, and the verification does not.
func (p *Reader) configured(option, c *calls.Call) bool {
	fn := p.Index.FuncAt(option.Node.Pos())
	if fn == nil {
		return false
	}
	given, tested := map[types.Object]bool{}, false
	for _, a := range option.Args(model.Audience) {
		p.eachValue(a, func(obj types.Object) { given[obj] = true })
	}
	ast.Inspect(fn, func(n ast.Node) bool {
		if s, ok := n.(*ast.IfStmt); ok && within(option.Node, s.Body) && !within(c.Node, s.Body) {
			p.eachValue(s.Cond, func(obj types.Object) { tested = tested || given[obj] })
		}
		return !tested
	})
	return tested
}

func within(n, in ast.Node) bool { return in.Pos() <= n.Pos() && n.End() <= in.End() }

// eachValue calls f with the variables and fields that an expression reads, f of x.f but not x.
func (p *Reader) eachValue(e ast.Expr, f func(types.Object)) {
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if sel, isSel := n.(*ast.SelectorExpr); isSel {
			id, ok = sel.Sel, true
		}
		if !ok {
			return true
		}
		if v, isVar := p.Info.ObjectOf(id).(*types.Var); isVar {
			f(v)
		}
		return false
	})
}
