package jwtleak

// This file finds queries of URLs that are read in the place of the Authorization header, or that a
// middleware demands. The call that verifies what comes of it need not be seen:
//
//	token := bearer(r.Header.Get("Authorization"))
//	if token == "" {
//		token = r.URL.Query().Get("token")
//	}
//	check(token)

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/jwtleak/internal/demanded"
)

// instead asks whether a parameter of a query, named as tokens are, is the credential of a request
// where the Authorization header has none, or that a middleware refuses with 401 without it.
func (c *check) instead() {
	var uses, measures []*ast.CallExpr
	for _, call := range c.Index.Calls {
		if isMeasured(c.View, call) {
			measures = append(measures, call)
		} else {
			uses = append(uses, call)
		}
	}
	for _, call := range slices.Concat(uses, measures) {
		if v := c.Index.Verb(call); v != model.Read && v != model.Pick {
			continue
		}
		tr := c.Origin.Trace(call)
		i := slices.IndexFunc(tr.Origins, func(o *origin.Origin) bool {
			return o.Part == model.Query && o.At != nil && o.Via == nil &&
				slices.ContainsFunc(o.Names, names.Token)
		})
		if i < 0 || !demanded.Is(c.View, call) &&
			!slices.ContainsFunc(besides(c.View, call), func(e ast.Expr) bool {
				return isAuthorization(c.View, e)
			}) {
			continue
		}
		if isReadAt(c, tr.Origins[i]) {
			continue
		}
		c.Report(report.Found("token-url", tr.Origins[i].At,
			"token is read from the URL query: servers and proxies write it to their logs"))
	}
}

// isMeasured reports whether the value of a call is only asked whether it is there.
//
//	if len(c.Query("token")) == 0 {
func isMeasured(c calls.View, call *ast.CallExpr) bool {
	switch outer := c.Index.Outer(call).(type) {
	case *ast.BinaryExpr:
		return outer.Op == token.EQL || outer.Op == token.NEQ
	case *ast.CallExpr:
		id, ok := outer.Fun.(*ast.Ident)
		return ok && c.Info.ObjectOf(id) == types.Universe.Lookup("len")
	}
	return false
}

// read is a parameter of a URL that a function reads.
type read struct {
	in   ast.Node
	name string
}

// isReadAt reports whether the function around an origin is known to read that parameter as a token,
// which it is from then on: one function that reads it twice is one report.
func isReadAt(c *check, o *origin.Origin) (known bool) {
	for _, name := range o.Names {
		r := read{c.Index.FuncAt(o.At.Pos()), name}
		known = known || c.reads[r]
		c.reads[r] = true
	}
	return known
}

// besides returns what a variable or result is given elsewhere that gets the value of a call, and
// what a function returns elsewhere that returns the variable.
func besides(c calls.View, call *ast.CallExpr) []ast.Expr {
	var out []ast.Expr
	switch s := c.Index.Outer(call).(type) {
	case *ast.AssignStmt:
		i := slices.Index(s.Rhs, ast.Expr(call))
		if i < 0 || len(s.Lhs) != len(s.Rhs) {
			return nil
		}
		id, ok := s.Lhs[i].(*ast.Ident)
		if !ok {
			return nil
		}
		v, _ := c.Info.ObjectOf(id).(*types.Var)
		for _, w := range c.Index.Writes[v] {
			if w.Value != nil && w.Value != call {
				out = append(out, w.Value)
			}
		}
		for _, id := range c.Index.Mentions(v) {
			if r, ok := c.Index.Outer(id).(*ast.ReturnStmt); ok {
				out = append(out, otherReturns(c, r, id)...)
			}
		}
	case *ast.ReturnStmt:
		out = otherReturns(c, s, call)
	}
	return out
}

// otherReturns returns what the other returns of a function have in the place of a result.
func otherReturns(c calls.View, s *ast.ReturnStmt, result ast.Expr) []ast.Expr {
	var out []ast.Expr
	i := slices.Index(s.Results, result)
	for _, r := range c.Index.Returns[c.Index.FuncAt(s.Pos())] {
		if r != s && i >= 0 && i < len(r.Results) {
			out = append(out, r.Results[i])
		}
	}
	return out
}

// isAuthorization reports whether a value comes from the Authorization header of a request.
func isAuthorization(c calls.View, e ast.Expr) bool {
	return slices.ContainsFunc(c.Origin.Trace(e).Origins, func(o *origin.Origin) bool {
		return o.Kind == origin.Request && slices.ContainsFunc(o.Names, func(n string) bool {
			return strings.EqualFold(n, "Authorization")
		})
	})
}
