package jwtinventory

// This file lists the cookies that carry tokens, with their attributes:
//
//	http.SetCookie(w, &http.Cookie{Name: "token", Value: t, Secure: true, HttpOnly: true})
//	set(w, "access_token", access, 15*time.Minute) // an entry for each caller of a helper

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// sentCookies lists the cookies that carry a token.
func (l *lister) sentCookies() {
	for _, k := range l.cookies.Cookies() {
		if !k.Token() || k.IsDeletion() {
			continue
		}
		e := called(inventory.Cookie, k.Sent)
		e.Medium = inventory.InCookie
		e.Secure, e.HTTPOnly = has(k, model.Secure), has(k, model.HTTPOnly)
		e.SameSite = l.sameSite(k)
		for _, by := range l.cookieNames(k) {
			it := e
			it.Name, it.Purpose = by.name, l.cookiePurpose(k, by.name)
			it.Life = l.cookieLife(k, by.path)
			var at ast.Node = syntax.Span(k.Pos(), k.End())
			if outer := l.Origin.Paths.Outermost(by.path); outer != nil {
				at = outer
			}
			l.add(at, it)
		}
	}
}

// cookieName is a name that a cookie has, and the calls that give it.
type cookieName struct {
	name string
	path *origin.Path
}

// cookieNames returns the names of a cookie, one for each caller of a helper that is given it; one
// that is not known stands for all where any is.
func (l *lister) cookieNames(k *cookies.Cookie) []cookieName {
	var out []cookieName
	for _, e := range k.Part(model.Name) {
		for _, by := range l.Origin.Cases(l.Origin.Local(e)) {
			if by.Path == nil {
				return []cookieName{{k.Name(), nil}}
			}
			if len(by.Origins) != 1 || by.Origins[0].Value == nil ||
				by.Origins[0].Value.Kind() != constant.String {
				return []cookieName{{}}
			}
			out = append(out, cookieName{constant.StringVal(by.Origins[0].Value), by.Path})
		}
	}
	if len(out) == 0 {
		return []cookieName{{k.Name(), nil}}
	}
	return out
}

// cookiePurpose returns what the token in a cookie is for. One of which only the name says that it is
// a token, and not whose, is another token where the package knows nothing else of tokens.
//
//	http.SetCookie(w, &http.Cookie{Name: "guest_token", Value: order.GuestToken})
func (l *lister) cookiePurpose(k *cookies.Cookie, name string) inventory.Purpose {
	p := naming.PurposeOf(name)
	if p != "" || name == "" || k.Holds() || naming.OfUser(name) ||
		slices.ContainsFunc(l.Pkg.Imports(), func(i *types.Package) bool { return model.HandlesTokens(i.Path()) }) {
		return p
	}
	return inventory.Other
}

// cookieLife returns how long a cookie is kept where it is sent by the calls of a path.
func (l *lister) cookieLife(k *cookies.Cookie, path *origin.Path) (out inventory.Seconds) {
	agrees := func(q quantity.Value) bool {
		_, ok := l.Origin.Paths.Join(path, q.Path)
		return ok
	}
	for _, a := range k.Part(model.MaxAge) {
		for _, q := range l.Quantity.Of(a) {
			if !agrees(q) {
				continue
			}
			if q.Unit == model.None && q.Known && !q.FromNow && q.Amount > 0 {
				out = inventory.Seconds(q.Amount) // a plain number, of seconds
			} else if life, ok := q.Life(); ok && life > 0 {
				out = inventory.SecondsOf(life)
			}
		}
	}
	for _, a := range k.Part(model.Expires) {
		for _, q := range l.Quantity.Of(a) {
			if life, ok := q.Life(); ok && q.FromNow && life > 0 && out == 0 && agrees(q) {
				out = inventory.SecondsOf(life)
			}
		}
	}
	return out
}

// has returns whether a cookie has an attribute.
func has(k *cookies.Cookie, r model.Role) inventory.Known {
	switch k.Flag(r) {
	case cookies.FlagOn:
		return inventory.Yes
	case cookies.FlagUnset, cookies.FlagOff:
		return inventory.No
	}
	return inventory.Unknown
}

// isSetElsewhere reports whether a function or field of another package says what a value is: it may
// be one of several.
func (l *lister) isSetElsewhere(e ast.Expr) bool {
	return slices.ContainsFunc(l.Origin.Trace(e).Origins, func(o *origin.Origin) bool {
		_, constant := o.Via.(*types.Const)
		return o.Via != nil && !constant
	})
}

// sameSite returns the SameSite of a cookie, "" where it is not known; none where there is none.
func (l *lister) sameSite(k *cookies.Cookie) string {
	switch k.Flag(model.SameSite) {
	case cookies.FlagUnset, cookies.FlagOff:
		return "not set"
	case cookies.FlagOn:
	default:
		return ""
	}
	modes := [][]ast.Expr{k.Part(model.SameSite), k.Part(model.SameSecure), k.Part(model.SameLax), k.Mode()}
	for _, mode := range modes {
		values, only := l.Origin.AllConstants(mode)
		if !only || len(values) != 1 || slices.ContainsFunc(mode, l.isSetElsewhere) {
			continue
		}
		if v := values[0]; v.Kind() == constant.String {
			return strings.ToUpper(constant.StringVal(v)[:1]) + strings.ToLower(constant.StringVal(v)[1:])
		} else if n, ok := constant.Int64Val(v); ok {
			return map[int64]string{2: "Lax", 3: "Strict", 4: "None"}[n] // as in net/http and fasthttp
		}
	}
	return ""
}
