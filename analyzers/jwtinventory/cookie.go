package jwtinventory

// This file lists the cookies that carry tokens, with their attributes:
//
//	http.SetCookie(w, &http.Cookie{Name: "token", Value: t, Secure: true, HttpOnly: true})

import (
	"go/constant"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// sentCookies lists the cookies that carry a token.
func (l *lister) sentCookies() {
	for _, k := range l.cookies.Cookies() {
		if !k.Token() || k.IsDeletion() {
			continue
		}
		e := called(inventory.Cookie, k.Sent)
		e.Medium, e.Name = inventory.InCookie, k.Name()
		e.Purpose = purposeOfName(e.Name)
		e.Secure, e.HTTPOnly = has(k, model.Secure), has(k, model.HTTPOnly)
		e.SameSite = l.sameSite(k)
		for _, a := range k.Part(model.MaxAge) {
			for _, q := range l.Quantity.Of(a) {
				if q.Unit == model.None && q.Known && !q.FromNow && q.Amount > 0 {
					e.Life = inventory.Seconds(q.Amount) // a plain number, of seconds
				} else if life, ok := q.Life(); ok && life > 0 {
					e.Life = inventory.SecondsOf(life)
				}
			}
		}
		for _, a := range k.Part(model.Expires) {
			for _, q := range l.Quantity.Of(a) {
				if life, ok := q.Life(); ok && q.FromNow && life > 0 && e.Life == 0 {
					e.Life = inventory.SecondsOf(life)
				}
			}
		}
		l.add(syntax.Span(k.Pos(), k.End()), e)
	}
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

// sameSite returns the SameSite of a cookie, "" where it is not known; none where there is none.
func (l *lister) sameSite(k *cookies.Cookie) string {
	switch k.Flag(model.SameSite) {
	case cookies.FlagUnset, cookies.FlagOff:
		return "not set"
	case cookies.FlagOn:
	default:
		return ""
	}
	for _, r := range []model.Role{model.SameSite, model.SameSecure, model.SameLax} {
		values, only := l.Origin.AllConstants(k.Part(r))
		if !only || len(values) != 1 {
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
