package cookies

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file decides whether a cookie carries a token, by its value and by its names:
//
//	http.Cookie{Name: "session", Value: signed}       // the value is a token
//	http.Cookie{Name: "access_token", Value: value}   // the name says so
//	http.Cookie{Name: "token", Value: "", MaxAge: -1} // a deletion carries none
//	session.Set("token", signed)                      // a token in a session

// Name returns the name of the cookie where it is one constant, "" otherwise.
func (c *Cookie) Name() string {
	if c.Kind == AsHeaderText {
		return c.text
	}
	for _, e := range c.Parts[model.Name] {
		if texts := c.Reader.Origin.Strings(e); len(texts) == 1 {
			return texts[0]
		}
	}
	return ""
}

// Token reports whether the cookie carries a token: the value is one, or the names of cookie or
// value say so.
func (c *Cookie) Token() bool {
	switch c.Kind {
	case asMiddleware:
		return true
	case asSession:
		return c.Reader.keepsToken() || c.isStore() && c.Reader.keepsLogin() || c.besideLogin()
	}
	values := c.Parts[model.Value]
	if _, only := c.Reader.Origin.AllConstants(values); only || len(values) == 0 {
		return false
	}
	if c.Holds() {
		return true
	}
	named, other := c.named()
	return !other && (named || c.identifies(values) || slices.ContainsFunc(values, func(e ast.Expr) bool {
		return slices.ContainsFunc(c.Reader.namesOf(e, map[*types.Var]bool{}), names.Token)
	}))
}

// Holds reports whether the value of the cookie is a token, whatever it is called.
func (c *Cookie) Holds() bool {
	return slices.ContainsFunc(c.Parts[model.Value], c.Reader.Origin.IsToken)
}

// identifies reports whether the cookie carries the random identifier of a session, which lets its
// bearer in as a token does (OWASP ASVS 5.0 section 7.2).
//
//	id := uuid.NewString()
//	c.SetCookie("session", id, 0, "/", "", false, false)
//	sessions.Set(id, user)
func (c *Cookie) identifies(values []ast.Expr) bool {
	random := slices.ContainsFunc(values, func(e ast.Expr) bool {
		return c.Reader.Origin.Trace(e).Only(origin.Random)
	})
	return random && slices.ContainsFunc(c.Parts[model.Name], func(e ast.Expr) bool {
		return slices.ContainsFunc(c.Reader.Origin.Strings(e), names.Session)
	})
}

// named reports whether the name of the cookie says that it carries a token, or another thing that
// is called a token.
func (c *Cookie) named() (token, other bool) {
	if c.Kind == AsHeaderText {
		return names.Token(c.text), names.OtherToken(c.text)
	}
	for _, e := range c.Parts[model.Name] {
		texts := c.Reader.Origin.Strings(e)
		if len(texts) == 0 {
			for _, n := range c.Reader.namesOf(e, map[*types.Var]bool{}) {
				texts = append(texts, names.TrimCookieSuffix(n))
			}
		}
		for _, n := range texts {
			token = token || names.Token(n)
			other = other || names.Forgery(n) || names.OtherToken(n) && names.TokenLike(n)
		}
	}
	return token, other && !token
}

// keepsToken reports whether the package stores a token in a session.
func (p *Reader) keepsToken() bool {
	return p.keeps(func(_, _, value ast.Expr) bool { return p.Origin.IsToken(value) })
}

// keeps reports whether the package stores a value of the kind under a name in a session.
func (p *Reader) keeps(is func(session, name, value ast.Expr) bool) bool {
	for _, c := range p.Calls.All {
		names, values := c.Args(model.Name), c.Args(model.Value)
		if c.Verb == model.Keep && len(names) == 1 && len(values) == 1 && is(c.On, names[0], values[0]) {
			return true
		}
	}
	return slices.ContainsFunc(p.Index.Stores, func(s syntax.Store) bool {
		sel, ok := ast.Unparen(s.Base).(*ast.SelectorExpr)
		if !ok || s.Key == nil || s.Value == nil {
			return false
		}
		on := typing.TypeName(typing.Deref(p.Info.TypeOf(sel.X)))
		if on == nil {
			return false
		}
		sig := model.Of(p.Info.ObjectOf(sel.Sel), on.Name())
		return sig != nil && sig.Result(0) == model.Kept && is(sel.X, s.Key, s.Value)
	})
}

// namesOf returns the names of an expression: its own and, for a parameter, those of the arguments
// that callers in this package pass. seen holds the parameters that the walk has come to.
func (p *Reader) namesOf(e ast.Expr, seen map[*types.Var]bool) []string {
	names := []string{syntax.NameOf(e)}
	for _, o := range p.Origin.Local(e).Origins {
		if o.Kind != origin.Param || seen[o.Param] {
			continue
		}
		seen[o.Param] = true
		for _, a := range p.Origin.Arguments(o.Param) {
			names = append(names, p.namesOf(a, seen)...)
		}
	}
	return names
}

// IsDeletion reports whether the cookie is sent to delete it: its Max-Age is negative or its
// Expires is in the past (RFC 6265 section 3.1).
func (c *Cookie) IsDeletion() bool {
	if c.deletes {
		return true
	}
	for _, e := range c.Parts[model.MaxAge] {
		for _, q := range c.Reader.Quantity.Of(e) {
			if q.Known && q.Amount < 0 {
				return true
			}
		}
	}
	for _, e := range c.Parts[model.Expires] {
		for _, q := range c.Reader.Quantity.Of(e) {
			if past := q.FromNow && q.Amount <= 0 || !q.FromNow && q.Amount < 1e9; q.Known && past {
				return true
			}
		}
	}
	return false
}
