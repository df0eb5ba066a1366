package claims

// This file is condition.go across packages:
//
//	package token // func Sign(sub string, ttl time.Duration) sets exp if ttl > 0: EndsIf of ttl
//	package login // token.Sign(user, 0)

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/conditions"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// EndsIf is the fact about a parameter that decides whether a token gets an end: it gets none where
// the test does not hold.
type EndsIf struct{ conditions.Test }

// AFact marks the type as a fact.
func (*EndsIf) AFact() {}

// exportNeeds exports what the parameters of exported functions must be for the token of a call to
// get an end, where a token without one would be reported.
func (p *exporter) exportNeeds(c *calls.Call) {
	fn, ok := p.Index.FuncAt(c.Node.Pos()).(*ast.FuncDecl)
	pay := p.Payload(c)
	ends := pay.Setters(string(model.Exp))
	if !ok || len(ends) != 1 || p.Index.FuncAt(ends[0].Value.Pos()) != ast.Node(fn) ||
		!pay.Complete || len(pay.Setters("events")) > 0 || slices.ContainsFunc(pay.Types, OwnEnd) ||
		p.Purpose(c, Way{}) == OtherToken {
		return
	}
	for _, n := range p.conditions.Needs(fn, ends[0].Value) {
		p.exportNeed(n)
	}
}

// exportNeed exports a need of a parameter, and of those of callers that hand on their own.
func (p *exporter) exportNeed(n conditions.Need) {
	p.conditions.Walk(n, func(v *types.Var) {
		if p.Calls.Visible(v) {
			p.pass.ExportObjectFact(v, &EndsIf{n.Test})
		}
	}, func(*ast.CallExpr) {})
}

// exportHanded is exportNeed for the parameters that this package hands on to others.
func (p *exporter) exportHanded() {
	needed(p.Reader, func(h handedOn) {
		if own := p.conditions.Param(h.value); own != nil {
			p.exportNeed(conditions.Need{Param: own, Test: h.Test})
		}
	})
}

// handedOn is a value that this package hands to another, which decides whether a token gets an end.
type handedOn struct {
	EndsIf
	param  *types.Var
	node   ast.Node
	value  ast.Expr
	callee types.Object
}

// needed calls f for the values that this package hands to others.
func needed(p *Reader, f func(handedOn)) {
	p.Index.Handed(func(v *types.Var, node ast.Node, value ast.Expr, callee types.Object) {
		h := handedOn{param: v, node: node, value: value, callee: callee}
		if v.Pkg() != nil && v.Pkg() != p.Pkg && !v.IsField() &&
			p.facts.pass.ImportObjectFact(v, &h.EndsIf) {
			f(h)
		}
	})
}

// maxUnended is how many calls without an end are found in one package.
const maxUnended = 256

// Unended returns the calls that hand arguments to functions of other packages, or of this one that
// hand them on, for which the tokens that those sign get no end.
func Unended(p *Reader) []*calls.Call {
	var out []*calls.Call
	needed(p, func(h handedOn) {
		add := func(at ast.Node) {
			if len(out) < maxUnended {
				out = append(out, calls.NewCall(model.Sign, at, h.param, h.callee, nil))
			}
		}
		if h.FailedBy(p.Info.Types[h.value]) {
			add(h.node)
		} else if own := p.conditions.Param(h.value); own != nil {
			p.conditions.Walk(conditions.Need{Param: own, Test: h.Test},
				func(*types.Var) {}, func(call *ast.CallExpr) { add(call) })
		}
	})
	return out
}

// OwnEnd reports whether a claims type checks its end by itself or writes its own JSON.
func OwnEnd(t types.Type) bool {
	n, ok := types.Unalias(typing.Deref(t)).(*types.Named)
	if !ok {
		return false
	}
	for m := range n.Methods() {
		if model.ControlsExpiry(m.Name()) {
			return !model.OfTokens(n.Obj())
		}
	}
	return false
}
