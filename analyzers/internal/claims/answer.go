package claims

// This file follows a token to where it is sent:
//
//	json.NewEncoder(w).Encode(map[string]string{"token": token}) // an answer
//	http.SetCookie(w, &http.Cookie{Value: token})                // an answer
//	smtp.SendMail(host, nil, from, to, link(token))              // none

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Answers reports whether the function around a call that makes a token sends it to its caller: in
// a response, a cookie, or a struct that it returns, or by a function that does so with what it is
// handed.
func (p *Reader) Answers(call ast.Node) bool {
	fn := p.Index.FuncAt(call.Pos())
	if fn == nil {
		return false
	}
	within := func(n ast.Node) bool { return fn.Pos() <= n.Pos() && n.End() <= fn.End() }
	var sent []ast.Expr
	for _, s := range p.responses() {
		if within(s) {
			sent = append(sent, s)
		} else if p.comesFrom(p.Origin.Trace(s), call) {
			return true
		}
	}
	for _, r := range p.Index.Returns[fn] {
		for _, e := range r.Results {
			if typing.StructOf(p.Info.TypeOf(e)) != nil || typing.IsMap(p.Info.TypeOf(e)) {
				sent = append(sent, e)
			}
		}
	}
	return slices.ContainsFunc(sent, func(e ast.Expr) bool { return p.Holds(e, call) })
}

// responses returns what the package writes to responses and cookies.
func (p *Reader) responses() []ast.Expr {
	if p.sent != nil {
		return p.sent
	}
	p.sent = []ast.Expr{}
	for _, s := range p.sinks.Sinks() {
		if s.To == model.Response {
			p.sent = append(p.sent, s.Arg)
		}
	}
	for _, c := range p.Calls.All {
		if c.Verb == model.Cookie || c.Verb == model.Send || c.Verb == model.Keep {
			p.sent = append(p.sent, c.Args(model.Value)...)
		}
	}
	return p.sent
}

// Holds reports whether an expression is, holds or is made of the token of a call, by itself or
// through a field that is assigned to.
func (p *Reader) Holds(e ast.Expr, call ast.Node) bool {
	held := false
	ast.Inspect(e, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok || held {
			return !held
		}
		switch x := x.(type) {
		case *ast.Ident:
			v, isVar := p.Info.ObjectOf(x).(*types.Var)
			held = isVar && (p.isToken(x, call) || p.storesToken(v, call))
		case *ast.CallExpr, *ast.SelectorExpr:
			held = n == call || p.isToken(x, call)
		}
		return !held
	})
	return held
}

// isToken reports whether an expression can be the token of a call.
func (p *Reader) isToken(e ast.Expr, call ast.Node) bool {
	t := p.Info.TypeOf(e)
	return t != nil && typing.MayHoldText(t) && p.comesFrom(p.Origin.Local(e), call)
}

// storesToken reports whether a field or element of a variable is assigned the token of a call.
func (p *Reader) storesToken(v *types.Var, call ast.Node) bool {
	return slices.ContainsFunc(p.Index.Stores, func(s syntax.Store) bool {
		id, ok := ast.Unparen(s.Base).(*ast.Ident)
		return ok && p.Info.ObjectOf(id) == v && s.Value != nil &&
			(s.Value == call || p.isToken(s.Value, call))
	})
}

// comesFrom reports whether a value can be the token that a call makes, be it a call of a function
// that signs.
func (p *Reader) comesFrom(tr origin.Trace, call ast.Node) bool {
	if tr.ComesFrom(call) {
		return true
	}
	e, ok := call.(*ast.CallExpr)
	return ok && slices.ContainsFunc(p.Origin.Local(e).Origins, func(o *origin.Origin) bool {
		return o.Kind == origin.Token && tr.ComesFrom(o.At)
	})
}
