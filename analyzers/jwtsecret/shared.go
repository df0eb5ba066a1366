package jwtsecret

// This file compares the keys of access and refresh tokens:
//
//	access, _ := jwt.NewWithClaims(m, a).SignedString(key)
//	refresh, _ := jwt.NewWithClaims(m, r).SignedString(key) // same key, no claim differs

import (
	"slices"
	"strconv"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/apart"
)

// shared asks whether access and refresh tokens are signed with one key and nothing tells them
// apart.
func shared(c *check) {
	var signs []*calls.Call
	for _, call := range c.Calls.All {
		if call.Verb == model.Sign {
			signs = append(signs, call)
		}
	}
	payloads := apart.Reader{View: c.View, Claims: c.claims}
	c.pairs(signs, func(a, b *calls.Call) (same bool, unread string) {
		if a.Via != nil || b.Via != nil || !c.sameKey(a, b) {
			return false, ""
		}
		by := payloads.Of(a, b)
		return !by.Apart, by.Unread
	})
	c.pairs(c.wrappers(signs), func(a, b *calls.Call) (same bool, unread string) {
		return c.twins(a, b), ""
	})
}

// pairs reports every refresh token that some access token is the same as, but for a claim that
// nothing reads.
func (c *check) pairs(
	signs []*calls.Call, same func(access, refresh *calls.Call) (same bool, unread string),
) {
	if len(signs) < 2 {
		return
	}
	var access, refresh []*calls.Call
	for _, s := range signs {
		switch c.claims.Purpose(s, claims.Way{}) {
		case claims.AccessToken:
			access = append(access, s)
		case claims.RefreshToken:
			refresh = append(refresh, s)
		}
	}
	for _, a := range access {
		for _, b := range refresh {
			is, unread := same(a, b)
			if !is {
				continue
			}
			what := "no claim separates them"
			if unread != "" {
				what = "claim " + strconv.Quote(unread) + " is never read"
			}
			c.found("shared-secret", b.Node, origin.Origin{},
				"refresh token is signed with the key of the access token and "+what+
					": each can be used as the other", a)
		}
	}
}

// sameKey reports whether the keys of two calls have the same origins.
func (c *check) sameKey(a, b *calls.Call) bool {
	x, y := c.Calls.Key(a), c.Calls.Key(b)
	return len(x.Origins) > 0 && !x.Has(origin.Unknown) &&
		slices.EqualFunc(x.Origins, y.Origins, sameOrigin)
}

// sameOrigin reports whether two values are made in one place, or read from the environment or
// configuration under one name.
func sameOrigin(a, b origin.Origin) bool {
	if a.Param != nil || b.Param != nil {
		return a.Param == b.Param
	}
	read := a.Kind.External() && a.Kind == b.Kind && len(a.Names) == 1 &&
		slices.Equal(a.Names, b.Names)
	return read || a.At == b.At && a.Via == b.Via && a.By == b.By
}
