package jwtinventory

// This file lists where tokens are taken out of requests:
//
//	r.Header.Get("Authorization")      // a header
//	c.Cookie("access_token")           // a cookie
//	r.URL.Query().Get("token")         // the query
//	echojwt.Config{TokenLookup: "..."} // what a middleware is told

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// reader lists where tokens come from.
type reader struct{ *lister }

// list lists the places by which the tokens come that are verified or decoded.
func (l reader) list() {
	found := map[ast.Node]bool{} // reads, by themselves or by a helper that stands for them
	for _, c := range l.Calls.All {
		if c.Verb != model.Verify && c.Verb != model.Decode {
			continue
		}
		for _, o := range l.uses.TokenTrace(c).Origins {
			l.read(o)
			found[o.At] = true
		}
	}
	for _, lit := range l.Index.Literals {
		for _, e := range l.Index.Fields(lit, model.Hold)[model.Lookup] {
			l.lookup(e)
		}
	}
	for _, c := range l.Index.Calls {
		sig, obj := l.Index.Row(c)
		if sig == nil {
			continue
		}
		for _, e := range syntax.Args(c, sig, model.Lookup) {
			l.lookup(e)
		}
		if !found[c] {
			l.named(c, sig, obj)
		}
		if sig.Verb == model.Read && sig.Result(0) == model.Token && model.OfTokens(obj) {
			e := inventory.Entry{Kind: inventory.Read, Call: obj.Name(), Library: obj.Pkg().Path()}
			if e.Medium = mediumOfName(obj.Name()); e.Medium != "" {
				l.add(c, e)
			}
		}
	}
}

// named lists the read of a request that says by its name that it is one of a token, wherever that goes:
// to an interface of the program, as often as not.
func (l reader) named(c *ast.CallExpr, sig *model.Sig, obj types.Object) {
	if sig.Verb != model.Read || sig.Result(0) != model.Request {
		return
	}
	for _, a := range syntax.Args(c, sig, model.Name) {
		e := inventory.Entry{Kind: inventory.Read, Name: l.Index.Text(a), Call: obj.Name()}
		if strings.EqualFold(e.Name, "Authorization") {
			e.Medium = inventory.Header
		} else if mediumOfName(e.Call) == inventory.InCookie && names.Token(e.Name) &&
			naming.OfUser(e.Name) {
			e.Medium = inventory.InCookie
		}
		if e.Medium != "" {
			l.add(c, e)
		}
	}
}

// read lists the read of a request that a token comes from.
func (l reader) read(o *origin.Origin) {
	if o.Kind != origin.Request || o.Via != nil {
		return
	}
	at := o.Read()
	call, ok := at.(*ast.CallExpr)
	if !ok {
		return
	}
	e := inventory.Entry{Kind: inventory.Read, Medium: l.medium(o, call)}
	if len(o.Names) > 0 {
		e.Name = o.Names[0]
	}
	if fn := l.Index.Callee(call); fn != nil {
		e.Call = fn.Name()
	}
	if e.Medium != "" {
		l.add(at, e)
	}
}

// medium returns by what of a request a value comes, "" where that is not known.
func (l reader) medium(o *origin.Origin, call *ast.CallExpr) inventory.Medium {
	switch o.Part {
	case model.Query:
		return inventory.Query
	case model.Route:
		return inventory.Path
	case model.Posted:
		return inventory.Body
	case model.Headers:
		return inventory.Header
	}
	if fn := l.Index.Callee(call); fn != nil {
		if m := mediumOfName(fn.Name()); m != "" {
			return m
		}
	}
	for _, n := range o.Names {
		if strings.EqualFold(n, "Authorization") || strings.HasPrefix(strings.ToLower(n), "x-") {
			return inventory.Header
		}
	}
	return ""
}

// mediumOfName returns what the name of a function says of it: Cookie, GetHeader, QueryParam.
func mediumOfName(name string) inventory.Medium {
	n := strings.ToLower(name)
	switch {
	case strings.Contains(n, "cookie"):
		return inventory.InCookie
	case strings.Contains(n, "header"), strings.Contains(n, "bearer"):
		return inventory.Header
	case strings.Contains(n, "query"):
		return inventory.Query
	case strings.Contains(n, "form"), strings.Contains(n, "post"), strings.Contains(n, "bind"):
		return inventory.Body
	case n == "param" || strings.Contains(n, "pathvalue"):
		return inventory.Path
	}
	return ""
}

// lookup lists the places that a middleware is told: "header: Authorization, cookie: jwt".
func (l reader) lookup(e ast.Expr) {
	for _, text := range l.Origin.Strings(e) {
		for place := range strings.SplitSeq(text, ",") {
			medium, name, ok := strings.Cut(strings.TrimSpace(place), ":")
			m, known := media[medium]
			if !ok || !known {
				continue
			}
			name, _, _ = strings.Cut(strings.TrimSpace(name), ":")
			l.add(e, inventory.Entry{Kind: inventory.Read, Medium: m, Name: name})
		}
	}
}

var media = map[string]inventory.Medium{
	"header": inventory.Header, "cookie": inventory.InCookie, "query": inventory.Query,
	"param": inventory.Path, "form": inventory.Body,
}
