package jwtleak

// This file finds what gets into the queries of URLs:
//
//	q := url.Values{}
//	q.Set("token", token)      // queryParameters: a name and its value
//	u.RawQuery = q.Encode()    // encoded: q
//	TokenLookup: "query:token" // lookups

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// parameter is a value that gets into the query of a URL under a name.
type parameter struct {
	Names []string
	Value ast.Expr
}

// queryParameters returns what the package puts into the queries of URLs by name, through a setter
// of a request or through values that are encoded into a query.
func (c *check) queryParameters() []parameter {
	var out []parameter
	for _, call := range c.Calls.All {
		if call.Verb != model.Put || call.On == nil {
			continue
		}
		sig := model.Of(call.Callee, "")
		if sig != nil && sig.Recv == model.Address || c.reachesQuery(call) && !intoBody(c, call) {
			out = append(out, c.named(call.Args(model.Name), call.Args(model.Value))...)
		}
	}
	for _, e := range c.encoded() {
		for _, o := range c.Origin.Trace(e).Origins {
			lit, ok := o.At.(*ast.CompositeLit)
			for i := 0; ok && i < len(lit.Elts); i++ {
				if kv, ok := lit.Elts[i].(*ast.KeyValueExpr); ok {
					out = append(out, c.named([]ast.Expr{kv.Key}, c.each(kv.Value))...)
				}
			}
		}
	}
	return out
}

func (c *check) named(names, values []ast.Expr) []parameter {
	var out []parameter
	for _, n := range names {
		for _, v := range values {
			if !c.Origin.Written(v) {
				out = append(out, parameter{c.Origin.Strings(n), v})
			}
		}
	}
	return out
}

// each returns the elements of a list that is written out here, or the expression itself.
func (c *check) each(e ast.Expr) []ast.Expr {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		return lit.Elts
	}
	return []ast.Expr{e}
}

// reachesQuery reports whether what a call puts a parameter into can be encoded into the query of a
// URL.
func (c *check) reachesQuery(put *calls.Call) bool {
	for _, e := range c.encoded() {
		for _, o := range c.Origin.Trace(e).Origins {
			for _, v := range put.Args(model.Object) {
				if c.Origin.Trace(v).ComesFrom(o.At) && !sentOtherwise(c, e, put) {
					return true
				}
			}
		}
	}
	return false
}

// encoded returns the values that the package encodes into the queries of URLs: those that are
// assigned to one, and those that stand behind a question mark.
func (c *check) encoded() []ast.Expr {
	if c.queries != nil {
		return c.queries
	}
	c.queries = []ast.Expr{}
	for _, s := range c.Index.Stores {
		if s.Value == nil {
			continue
		}
		if sig := c.Index.FieldRow(s); sig != nil && sig.Verb == model.Hold &&
			sig.Result(0) == model.Query {
			c.queries = append(c.queries, c.values(s.Value)...)
		}
	}
	for _, lit := range c.Index.Literals {
		for _, e := range c.Index.Fields(lit, model.Hold)[model.Query] {
			c.queries = append(c.queries, c.values(e)...)
		}
	}
	for _, e := range c.addresses() {
		for _, way := range c.Spelling.Spellings(e) {
			text := ""
			for _, part := range way {
				if text += part.Text; part.Expr != nil &&
					strings.Contains(text, "?") && !strings.Contains(text, "#") {
					c.queries = append(c.queries, c.values(part.Expr)...)
				}
			}
		}
	}
	return c.queries
}

// values returns what a text that encodes a collection is made of.
func (c *check) values(e ast.Expr) []ast.Expr {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return nil
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if sig := model.Of(c.Index.Callee(call), ""); ok && sig != nil &&
		sig.Verb == model.Pass && sig.Recv == model.From {
		return []ast.Expr{sel.X}
	}
	return nil
}

// lookups returns what tells a middleware or a parser to look for tokens in the query of a URL.
func (c *check) lookups() []ast.Expr {
	var out []ast.Expr
	for _, lit := range c.Index.Literals {
		for _, e := range c.Index.Fields(lit, model.Hold)[model.Lookup] {
			if c.looksInQuery(e, map[ast.Node]bool{}) {
				out = append(out, e)
			}
		}
	}
	for _, call := range c.Index.Calls {
		if sig := model.Of(c.Index.Callee(call), ""); sig != nil {
			for _, e := range syntax.Args(call, sig, model.Lookup) {
				if c.looksInQuery(e, map[ast.Node]bool{}) {
					out = append(out, e)
				}
			}
		}
		for _, e := range append([]ast.Expr{call}, call.Args...) {
			if sig := model.Of(c.Index.Used(e), ""); sig != nil && sig.Verb == model.Build &&
				sig.Result(0) == model.Query {
				out = append(out, e)
			}
		}
	}
	return out
}

// looksInQuery reports whether what says where tokens are looked for names the query: a list as a
// text, an extractor, or a list of extractors. seen ends circles.
//
//	"header: Authorization, query: token"
//	extractors.Chain(extractors.FromAuthHeader("Bearer"), extractors.FromQuery("token"))
//	request.MultiExtractor{request.ArgumentExtractor{"token"}}
func (c *check) looksInQuery(e ast.Expr, seen map[ast.Node]bool) bool {
	from := c.Origin.Trace(e)
	if len(seen) == 0 && slices.ContainsFunc(from.Texts(), inQueryList) {
		return true
	}
	for _, o := range from.Origins {
		if o.Part == model.Query {
			return true
		}
		lit, ok := o.At.(*ast.CompositeLit)
		if !ok || seen[lit] {
			continue
		}
		seen[lit] = true
		if obj := typing.TypeName(c.pass.TypesInfo.TypeOf(lit)); obj != nil &&
			model.Of(obj, "").Means(model.TypeRole, model.Query) {
			return true
		}
		for _, el := range lit.Elts {
			if c.looksInQuery(el, seen) {
				return true
			}
		}
	}
	return false
}

// inQueryList reports whether a list of places, such as "header: Authorization, query: token", has
// one in the query.
func inQueryList(list string) bool {
	return slices.ContainsFunc(strings.Split(list, ","), func(place string) bool {
		return strings.HasPrefix(strings.TrimSpace(place), "query:")
	})
}

// addresses returns the expressions that are used as URLs: redirects, requests, and texts that are
// put together.
func (c *check) addresses() []ast.Expr {
	var out []ast.Expr
	for _, call := range c.Index.Calls {
		sig := model.Of(c.Index.Callee(call), "")
		if sig == nil {
			continue
		}
		for _, a := range syntax.Args(call, sig, model.Address) {
			// others are put together elsewhere
			if _, made := ast.Unparen(a).(*ast.CallExpr); made {
				out = append(out, a)
			}
		}
		if sig.Verb == model.Pass && sig.Index(model.Format) >= 0 {
			out = append(out, call)
		}
	}
	for _, sum := range c.Index.Sums {
		if t := c.pass.TypesInfo.TypeOf(sum); t != nil && typing.MayHoldText(t) {
			out = append(out, sum)
		}
	}
	return out
}
