package jwtsecret

// This file compares the keys of access tokens with those of refresh tokens and of mail links:
//
//	access, _ := jwt.NewWithClaims(m, a).SignedString(key)
//	refresh, _ := jwt.NewWithClaims(m, r).SignedString(key) // same key, no claim differs

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/apart"
)

// shared asks whether access tokens and others are signed with one key and nothing tells them
// apart.
func shared(c *check) {
	var signs []*calls.Call
	for _, call := range c.Calls.All {
		if call.Verb == model.Sign {
			signs = append(signs, call)
		}
	}
	payloads := &apart.Reader{View: c.View, Claims: c.claims}
	c.pairs(signs, func(a, b *calls.Call) apart.Separation {
		if a.Via != nil || b.Via != nil || !c.sameKey(a, b) {
			return apart.Separation{Apart: true}
		}
		return payloads.Of(a, b)
	})
	c.pairs(payloads.Wrappers(signs), func(a, b *calls.Call) apart.Separation {
		return payloads.Twins(signs, a, b)
	})
}

// pairs reports every refresh token, and every token of a mail link, that some access token is the
// same as, but for claims that separate nothing.
func (c *check) pairs(signs []*calls.Call, compare func(a, b *calls.Call) apart.Separation) {
	if len(signs) < 2 {
		return
	}
	var access, refresh, mailed []*calls.Call
	for _, s := range signs {
		switch purpose := c.claims.Purpose(s, claims.Way{}); {
		case c.isMailed(s):
			mailed = append(mailed, s)
		case purpose == claims.AccessToken:
			access = append(access, s)
		case purpose == claims.RefreshToken && !c.renews(s):
			refresh = append(refresh, s)
		}
	}
	for _, a := range access {
		for _, b := range refresh {
			c.pair("refresh token", a, b, compare(a, b))
		}
		for _, b := range mailed {
			c.pair("token of a mail link", a, b, compare(a, b))
		}
	}
}

// pair reports the token of a signing call that is not kept apart from an access token.
func (c *check) pair(what string, access, b *calls.Call, by apart.Separation) {
	if by.Apart {
		return
	}
	why, effect := "no claim separates them", "each can be used as the other"
	if by.Unread != "" {
		why = "claim " + strconv.Quote(by.Unread) + " is never read"
	}
	if by.Less {
		effect = "one is accepted in place of the other"
	}
	c.found("shared-secret", b.Node, &origin.Origin{},
		what+" is signed with the key of the access token and "+why+": "+effect, access)
}

// renews reports whether nothing but the function around a signing call speaks of refreshing, and
// speaks of a deed: it makes an access token anew.
//
//	func (s *Service) RefreshSession(id string) (string, error) { return s.sign(id) }
func (c *check) renews(call *calls.Call) bool {
	e, ok := call.Node.(ast.Expr)
	if !ok {
		return false
	}
	d, ok := c.Index.FuncAt(e.Pos()).(*ast.FuncDecl)
	return ok && strings.HasPrefix(names.Snake(d.Name.Name), "refresh_") &&
		!strings.Contains(strings.ToLower(strings.Join(c.Index.NamesOf(e), " ")), "refresh")
}

// isMailed reports whether a signing call makes the token of a link that is sent in a mail, by the
// variable that gets it or the function around it.
func (c *check) isMailed(call *calls.Call) bool {
	e, ok := call.Node.(ast.Expr)
	if !ok {
		return false
	}
	around := c.Index.NamesOf(e)
	if d, ok := c.Index.FuncAt(e.Pos()).(*ast.FuncDecl); ok {
		around = append(around, d.Name.Name)
	}
	return slices.ContainsFunc(around, names.MailLink)
}

// sameKey reports whether the keys of two calls have the same origins.
func (c *check) sameKey(a, b *calls.Call) bool {
	x, y := c.Calls.Key(a), c.Calls.Key(b)
	return len(x.Origins) > 0 && !x.Has(origin.Unknown) &&
		slices.EqualFunc(x.Origins, y.Origins, sameOrigin)
}

// sameOrigin reports whether two values are made in one place, or read from the environment or
// configuration under one name. Of those that something else is a part of, the other part may differ:
//
//	sign(access, "access"+os.Getenv("SECRET"))
//	sign(refresh, "refresh"+os.Getenv("SECRET"))
func sameOrigin(a, b *origin.Origin) bool {
	if a.Joined || b.Joined {
		return false
	}
	if a.Param != nil || b.Param != nil {
		return a.Param == b.Param
	}
	read := a.Kind.External() && a.Kind == b.Kind && len(a.Names) == 1 &&
		slices.Equal(a.Names, b.Names)
	return read || a.At == b.At && a.Via == b.Via && a.By == b.By
}
