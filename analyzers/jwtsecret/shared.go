package jwtsecret

import (
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// shared asks whether access and refresh tokens are signed with one key and nothing tells them apart.
func shared(c *check) {
	var signs []*calls.Call
	for _, call := range c.Calls {
		if call.Verb == model.Sign {
			signs = append(signs, call)
		}
	}
	c.pairs(signs, func(a, b *calls.Call) bool {
		return a.Via == nil && b.Via == nil && c.sameKey(a, b) && !c.Separated(a, b)
	})
	c.pairs(c.Wrappers(signs), c.Twins)
}

// pairs reports every refresh token that some access token is the same as.
func (c *check) pairs(signs []*calls.Call, same func(access, refresh *calls.Call) bool) {
	for _, a := range signs {
		if c.Purpose(a, nil) != calls.Access {
			continue
		}
		for _, b := range signs {
			if a != b && c.Purpose(b, nil) == calls.Refresh && same(a, b) {
				c.found("shared-secret", b.Node, origin.Origin{},
					"refresh token is signed with the key of the access token and no claim tells them apart: either can be used as the other", a)
			}
		}
	}
}

// sameKey reports whether the keys of two calls have the same births.
func (c *check) sameKey(a, b *calls.Call) bool {
	x, y := c.Key(a), c.Key(b)
	return len(x.Births) > 0 && !x.Has(origin.Unknown) && slices.EqualFunc(x.Births, y.Births, sameBirth)
}

// sameBirth reports whether two values are born in one place, or read from the environment or configuration under one name.
func sameBirth(a, b origin.Origin) bool {
	if a.Param != nil || b.Param != nil {
		return a.Param == b.Param
	}
	read := a.Kind.External() && a.Kind == b.Kind && len(a.Names) == 1 && slices.Equal(a.Names, b.Names)
	return read || a.At == b.At && a.Via == b.Via && a.By == b.By
}
