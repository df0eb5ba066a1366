package conditions

// This file answers which constant a caller must hand over for control to get somewhere:
//
//	func send(method, address string, params url.Values) {
//		switch method {
//		case "POST":
//			body = strings.NewReader(params.Encode())
//		case "GET": // Chosen: method is "GET"
//			address += "?" + params.Encode()
//		}
//	}
//	send("POST", address, params) // Excluded

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// Choice is what a parameter must be for control to get to an expression.
type Choice struct {
	param  *types.Var
	values []constant.Value
	not    bool // anything but one of the values
}

// Chosen returns the choices by which control gets to an expression in its function, as far as a
// switch over a parameter or a comparison with a constant makes them.
func (p *Reader) Chosen(e ast.Expr) []Choice {
	var out []Choice
	for n := ast.Node(e); n != nil; n = p.index.Outer(n) {
		switch outer := p.index.Outer(n).(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return out
		case *ast.IfStmt:
			if b, ok := ast.Unparen(outer.Cond).(*ast.BinaryExpr); ok && n != outer.Cond && n != outer.Init &&
				(b.Op == token.EQL || b.Op == token.NEQ) {
				not := (b.Op == token.NEQ) == (n == outer.Body)
				out = p.choose(out, b.X, []ast.Expr{b.Y}, not)
			}
		case *ast.CaseClause:
			if s, ok := p.index.Outer(p.index.Outer(outer)).(*ast.SwitchStmt); ok && s.Tag != nil {
				out = p.choose(out, s.Tag, outer.List, false)
			}
		}
	}
	return out
}

// choose adds a choice between constants, where an expression names a parameter and all are known.
func (p *Reader) choose(to []Choice, e ast.Expr, list []ast.Expr, not bool) []Choice {
	choice := Choice{p.Param(e), nil, not}
	for _, one := range list {
		choice.values = append(choice.values, p.index.Info.Types[one].Value)
	}
	if choice.param == nil || len(list) == 0 || slices.Contains(choice.values, nil) {
		return to
	}
	return append(to, choice)
}

// Excluded reports whether what a call of its function hands over for the parameter is a constant
// with which control does not get there.
func (p *Reader) Excluded(c Choice, call *ast.CallExpr) bool {
	i := p.index.Params[c.param].Index
	if i >= len(call.Args) {
		return false
	}
	v := p.index.Info.Types[call.Args[i]].Value
	return v != nil && c.not == slices.ContainsFunc(c.values, func(w constant.Value) bool {
		return v.Kind() == w.Kind() && constant.Compare(v, token.EQL, w)
	})
}
