package jwtleak

// This file knows parameters that go into the body of a request, although others of the same
// collection go into a query:
//
//	send("POST", address, params)                // sentOtherwise: send tests the method
//	strings.NewReader(params.Encode())           // intoBody

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/conditions"
)

// sentOtherwise reports whether the function that puts a parameter into a collection hands it only to
// calls that do not get to where it is encoded into a query.
//
//	params.Set("refresh_token", token)
//	send("POST", address, params) // case "GET": u.RawQuery = params.Encode()
func sentOtherwise(c *check, encoded ast.Expr, put *calls.Call) bool {
	fn, v := c.Index.FuncAt(encoded.Pos()), c.Index.Used(put.On)
	read := conditions.New(c.Index, c.Origin)
	chosen := read.Chosen(encoded)
	if fn == nil || v == nil || len(chosen) == 0 || fn == c.Index.FuncAt(put.Node.Pos()) {
		return false
	}
	handed := false
	for _, call := range c.Origin.Callers(fn) {
		if !slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return c.Index.Used(a) == v }) {
			continue
		}
		handed = true
		if !slices.ContainsFunc(chosen, func(ch conditions.Choice) bool { return read.Excluded(ch, call) }) {
			return false
		}
	}
	return handed
}

// intoBody reports whether the function that puts a parameter into a collection encodes it there, and
// not into a query: another function does so with one that lacks it.
//
//	params.Set("client_assertion", assertion)
//	http.NewRequest(http.MethodPost, uri, strings.NewReader(params.Encode()))
func intoBody(c *check, put *calls.Call) bool {
	v, fn := c.Index.Used(put.On), c.Index.FuncAt(put.Node.Pos())
	if v == nil {
		return false
	}
	found := false
	for _, call := range c.Index.Calls {
		if c.Index.FuncAt(call.Pos()) != fn {
			continue
		}
		for _, e := range c.values(call) {
			if c.Index.Used(e) != v {
				continue
			}
			if slices.Contains(c.encoded(), e) {
				return false
			}
			found = true
		}
	}
	return found
}
