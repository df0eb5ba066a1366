package jwtlifecycle

// This file looks at tokens that confirm one action, as after a password was given once more:
//
//	token := sign(Confirmation{Action: "delete-account"})
//	_, err := jwt.ParseWithClaims(raw, &Confirmation{}, keyfunc) // missing-stepup: any will do

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// actions are claims that say what a token confirms.
var actions = []string{"action", "operation", "intent", "confirms"}

// stepups asks whether the package verifies tokens which confirm an action, that it issues itself,
// and never looks at the action (CWE-306).
func (c *check) stepups() {
	if !settings.Strict {
		return
	}
	for _, v := range c.Calls.All {
		e, ok := v.Node.(*ast.CallExpr)
		if !ok || v.Verb != model.Verify || len(v.Args(model.Claims)) != 1 {
			continue
		}
		arg := v.Args(model.Claims)[0]
		st := typing.StructOf(typing.Deref(typing.OrInvalid(c.Info.TypeOf(arg))))
		field, name := actionOf(st)
		if field == nil {
			continue
		}
		signed := c.confirms(c.Info.TypeOf(arg), name)
		if signed == nil || c.readsAction(e, arg, field) {
			continue
		}
		c.Report(report.Found("missing-stepup", e, "claim \""+name+"\" of a token that confirms an "+
			"action is never compared: a confirmation of one action is accepted for every other").
			Because(signed.At(), "signed here"))
	}
}

// actionOf returns the field of claims that says what a token confirms, nil for none.
func actionOf(st *types.Struct) (*types.Var, string) {
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if name, inline := claims.ClaimName(st, i); !inline && slices.Contains(actions, name) {
			return st.Field(i).Origin(), name
		}
	}
	return nil, ""
}

// confirms returns a call that signs claims of a type with an action, nil for none.
func (c *check) confirms(t types.Type, name string) *calls.Call {
	for _, call := range c.Calls.All {
		if call.Verb != model.Sign {
			continue
		}
		pay := c.claims.Payload(call)
		if len(pay.Setters(name)) > 0 && slices.ContainsFunc(pay.Types, func(u types.Type) bool {
			return types.Identical(typing.Deref(t), typing.Deref(u))
		}) {
			return call
		}
	}
	return nil
}

// readsAction reports whether the action of verified claims may be read: the function around the
// call does so, or hands the claims or the token on.
func (c *check) readsAction(e *ast.CallExpr, arg ast.Expr, field *types.Var) bool {
	holders := []*types.Var{}
	if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok {
		arg = u.X
	}
	switch a := ast.Unparen(arg).(type) {
	case *ast.CompositeLit: // nobody else has it
	case *ast.Ident:
		holders = append(holders, c.variable(a))
	default:
		return true
	}
	a, ok := c.Index.Outer(e).(*ast.AssignStmt)
	if !ok || len(a.Lhs) != 2 {
		return true
	}
	if id, ok := a.Lhs[0].(*ast.Ident); !ok {
		return true
	} else if id.Name != "_" {
		holders = append(holders, c.variable(id))
	}
	return slices.ContainsFunc(holders, func(v *types.Var) bool {
		return v == nil || v.IsField() || c.Index.Params[v].Func != nil ||
			slices.ContainsFunc(c.Index.Mentions(v), func(id *ast.Ident) bool {
				return c.handsOn(e, id, field)
			})
	})
}

// handsOn reports whether a mention of claims, or of a token, is other than a declaration, the call
// that verifies it, or a field of it that is not the one in question.
func (c *check) handsOn(e *ast.CallExpr, id *ast.Ident, field *types.Var) bool {
	if c.Index.Assigned(id) || e.Pos() <= id.Pos() && id.End() <= e.End() {
		return false
	}
	sel, ok := c.Index.Outer(id).(*ast.SelectorExpr)
	if !ok {
		return true
	}
	v, ok := c.Info.ObjectOf(sel.Sel).(*types.Var)
	if !ok || v.Origin() == field {
		return true
	}
	_, basic := v.Type().Underlying().(*types.Basic)
	return !basic
}
