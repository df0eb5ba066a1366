package jwtleak

// This file looks for tokens in the queries of URLs:
//
//	jwt.Parse(r.URL.Query().Get("token"), keys)         // queried
//	jwt.Parse(r.PathValue("token"), keys)               // queried
//	http.Redirect(w, r, "/cb?access_token="+token, 302) // addressed
//	q.Set("access_token", token)                        // parameters

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/secrets"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
)

// queried asks whether a token that is verified comes from the query or the path of a URL.
func (c *check) queried(call *calls.Call) {
	for _, e := range call.Args(model.Token) {
		for _, o := range c.Origin.Trace(e).Origins {
			where := "query"
			if o.Part == model.Route && call.Verb == model.Verify {
				where = "path"
			} else if o.Part != model.Query {
				continue
			}
			if o.At == nil || o.Via != nil || secrets.IsIDTokenHint(o) ||
				slices.ContainsFunc(o.Names, isHandedOver) ||
				call.Message && !slices.ContainsFunc(o.Names, names.Credential) {
				continue
			}
			isReadAt(c, o)
			c.Report(report.Found("token-url", o.At,
				"token is read from the URL "+where+
					": servers and proxies write it to their logs").
				Because(call.At(), "verified by "+call.Label()+" here"))
		}
	}
}

// tokenParameter is the end of a URL before the value of a parameter that says it is a token.
var tokenParameter = pattern.New(`[?&]([A-Za-z_.-]+)=$`)

// addressed asks whether texts that are put together as URLs carry a token in their query.
func (c *check) addressed() {
	var found []ast.Expr
	spells := func(e ast.Expr) bool { // can be a URL with a token in its query
		return slices.ContainsFunc(c.Spelling.Spellings(e), c.carries)
	}
	for _, e := range c.addresses() {
		switch ast.Unparen(e).(type) {
		case *ast.Ident, *ast.SelectorExpr:
			continue // reported where it is put together
		}
		if spells(e) && !slices.ContainsFunc(operands(e), spells) {
			found = append(found, e)
		}
	}
	for _, e := range found {
		if !isMadeByOne(c, e, found) {
			c.Report(report.Found("token-url", e,
				"token is put into the URL query: servers and proxies write it to their logs, "+
					"browsers to their history"))
		}
	}
}

// isMadeByOne reports whether an expression calls a function of this package in which one of the
// URLs is put together.
func isMadeByOne(c *check, e ast.Expr, urls []ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, _ := c.Index.Callee(call).(*types.Func)
	decl := c.Index.Decls[fn]
	return decl != nil && slices.ContainsFunc(urls, func(u ast.Expr) bool {
		return c.Index.FuncAt(u.Pos()) == ast.Node(decl)
	})
}

// operands returns what a text is put together of. A part that is such a URL by itself is reported
// where that is made.
//
//	path := "/app?token=" + signed
//	http.Get("https://example.com" + path)
func operands(e ast.Expr) []ast.Expr {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return e.Args
	case *ast.BinaryExpr:
		return slices.Concat(operands(e.X), operands(e.Y))
	}
	return []ast.Expr{e}
}

// carries reports whether a URL has a token in its query: not in its fragment, which stays in the
// browser, not in a form, which has the same look, and not where the API takes it there alone.
func (c *check) carries(url []spelling.Part) bool {
	if len(url) == 0 || model.TakesQueryOnly(url[0].Text) {
		return false
	}
	query := false
	for i, part := range url {
		if strings.Contains(part.Text, "#") {
			return false
		}
		if part.Expr != nil && query {
			m := tokenParameter().Regexp().FindStringSubmatch(url[i-1].Text)
			if m != nil && c.tokenAt(m[1], part.Expr) {
				return true
			}
		}
		query = query || strings.Contains(part.Text, "?")
	}
	return false
}

// parameters asks whether a token is put into the query of a URL by name, or looked up there by a
// middleware.
func (c *check) parameters() {
	for _, p := range c.queryParameters() {
		if !slices.ContainsFunc(p.Names, func(n string) bool { return c.tokenAt(n, p.Value) }) {
			continue
		}
		c.Report(report.Found("token-url", p.Value,
			"token is put into the URL query: servers and proxies write it to their logs, "+
				"browsers to their history"))
	}
	for _, e := range c.lookups() {
		c.Report(report.Found("token-url", e,
			"token is looked up in the URL query: servers and proxies write it to their logs"))
	}
}

// isHandedOver reports whether a parameter goes through the browser by its definition, valid once or
// for nobody else: the authorization code and the state (RFC 6749 sections 4.1.1 and 4.1.2), request
// objects (RFC 9101 section 5) and their answers.
func isHandedOver(name string) bool {
	return slices.Contains([]string{"code", "state", "request", "response"}, strings.ToLower(name))
}

// tokenAt reports whether the value of a query parameter is a token: it is seen to be one, or the
// name of the parameter says that it lets its bearer in and nothing of the value is hidden.
func (c *check) tokenAt(name string, e ast.Expr) bool {
	return !isHandedOver(name) && c.Origin.IsToken(e) || bearing().MatchString(name) &&
		!slices.ContainsFunc(c.Origin.Trace(e).Origins, func(o *origin.Origin) bool {
			return o.Masked || o.Hashed
		})
}

// bearing are parameters for tokens by their definition (RFC 6749 section 5.1, OpenID Connect Core
// 3.1.3.3).
var bearing = pattern.New(`(?i)^(access_?token|id_?token|refresh_?token|jwt|bearer)$`)
