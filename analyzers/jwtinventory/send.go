package jwtinventory

// This file lists requests that carry a token:
//
//	req, _ := http.NewRequest("GET", "https://api.example.com/me", nil)
//	req.Header.Set("Authorization", "Bearer "+token)

import (
	"go/ast"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// sends lists the requests that get an Authorization header.
func (l *lister) sends() {
	for _, c := range l.Calls.All {
		var on []ast.Expr
		switch {
		case c.Verb == model.SetCredentials:
			on = c.Args(model.Object)
		case c.Verb == model.Header && c.On != nil && l.isAuthorization(c):
			on = []ast.Expr{c.On}
			if sel, ok := ast.Unparen(c.On).(*ast.SelectorExpr); ok && l.Info.Selections[sel] != nil {
				on = append(on, sel.X)
			}
		}
		for _, e := range on {
			l.send(c, e)
		}
	}
}

// isAuthorization reports whether a call sets the header field for credentials.
func (l *lister) isAuthorization(c *calls.Call) bool {
	for _, e := range c.Args(model.Name) {
		for _, name := range l.Origin.Strings(e) {
			if strings.EqualFold(name, "Authorization") {
				return true
			}
		}
	}
	return false
}

// send lists a request with the scheme and host of its address.
func (l *lister) send(c *calls.Call, request ast.Expr) {
	for _, o := range l.Origin.Trace(request).Origins {
		made := l.Calls.Constructor(o)
		if o.Kind != origin.Object || made == nil {
			continue
		}
		e := inventory.Entry{Kind: inventory.Send, Call: c.Label(), Library: naming.Library(c)}
		for _, a := range made.Args(model.Address) {
			for _, way := range l.Spelling.Spellings(a) {
				if len(way) > 0 && way[0].Expr == nil && e.Medium == "" {
					e.Medium, e.Name = endpoint(way[0].Text, len(way) > 1)
				}
			}
		}
		l.add(naming.At(c), e)
	}
}

// endpoint returns the scheme and the host of an address; open says that the text goes on.
func endpoint(text string, open bool) (inventory.Medium, string) {
	scheme, rest, ok := strings.Cut(text, "://")
	m := inventory.Medium(strings.ToLower(scheme))
	if !ok || m != inventory.HTTPS && m != inventory.HTTP {
		return "", ""
	}
	host := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host = rest[:i]
	} else if open {
		host = "" // the host goes on
	}
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	return m, host
}
