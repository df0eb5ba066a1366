package jwtexpiry

// This file asks how long a token lives:
//
//	jwt.MapClaims{"sub": id}                                  // missing-expiry
//	jwt.MapClaims{"expires": end}                             // expiry-name
//	jwt.MapClaims{"exp": time.Now().AddDate(10, 0, 0).Unix()} // long-expiry

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// missing asks whether the token ends at all, and whether its end is in a claim that no verifier
// reads.
func (c *check) missing(call *calls.Call, pay *claims.Payload) {
	if ended(c.View, call, pay) {
		return
	}
	if own, ok := ownEnd(c.View, pay); ok {
		c.unread(call, own)
		return
	}
	if pay.Complete && !c.isProof(call, pay) &&
		c.claims.Purpose(call, claims.Way{Path: pay.Path}) != claims.OtherToken {
		c.found("missing-expiry", c.claims.At(call, pay), noEnd, nil)
	}
}

const noEnd = "token is signed without an expiration (exp): once stolen it works forever"

// unended asks whether another package signs a token without an end because of what it is handed.
func (c *check) unended(call *calls.Call) {
	if c.claims.Purpose(call, claims.Way{}) != claims.OtherToken {
		c.found("missing-expiry", call.Node, noEnd+", via "+call.Label(), nil)
	}
}

func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// long asks whether the token lives longer than is safe for what it is.
func (c *check) long(call *calls.Call, role model.Role, way claims.Way, qs []quantity.Value) {
	for _, q := range qs {
		life, ok := q.Life()
		span := way.Claim == nil || way.Claim.Lifetime
		way := way
		path, agree := c.Origin.Paths.Join(way.Path, q.Path)
		if !ok || !agree || life <= least() || !q.FromNow && !span || !plausible(q) {
			continue
		}
		limit, what := accessLife.Or(maxAccess), "access token"
		way.Path, way.At = path, q.At
		purpose := c.claims.Purpose(call, way)
		if role == model.Refresh || purpose == claims.RefreshToken ||
			purpose == claims.AccessToken && c.isForRefresh(q.At) {
			limit, what = refreshLife.Or(maxRefresh), "refresh token"
		} else if purpose == claims.OtherToken {
			limit, what = refreshLife.Or(maxRefresh), "token"
			if c.isAssertion(call) {
				limit = max(limit, maxClient)
			}
		}
		if life > limit {
			c.found("long-expiry", q.At,
				fmt.Sprintf("%s lifetime is %s, longer than %s: a stolen token works that long%s",
					what, days(life), days(limit), via(q)), call)
		}
	}
}

var refresh = pattern.New(`(?i)refresh`)

// isForRefresh reports whether a life is that of refresh tokens by its own name, or by that of the
// parameter which it is given to:
//
//	auth.New(key, cfg.AccessTTL, cfg.RefreshTTL)
//	func New(key []byte, access, refresh time.Duration) *Issuer // auth.New(key, 15*time.Minute, 7*24*time.Hour)
func (c *check) isForRefresh(at ast.Node) bool {
	e, ok := at.(ast.Expr)
	if !ok {
		return false
	}
	if refresh().MatchString(syntax.NameOf(e)) {
		return true
	}
	call, ok := c.Index.Outer(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := c.Index.Callee(call).(*types.Func)
	i := slices.Index(call.Args, e)
	return ok && i >= 0 && i < fn.Signature().Params().Len() &&
		refresh().MatchString(fn.Signature().Params().At(i).Name())
}

// plausible leaves out what is a wrong unit rather than a long life.
func plausible(q quantity.Value) bool {
	return (q.Unit == model.Instant || q.Unit == model.Seconds || q.Unit == model.Duration) &&
		!wild(q)
}

// wild reports whether a life is beyond what anybody means: a number of nanoseconds taken for
// seconds.
func wild(q quantity.Value) bool {
	life, ok := q.Life()
	return ok && life > 125*365*24*time.Hour
}
