package jwtcookie

// This file compares cookies with the tokens in them:
//
//	http.Cookie{Value: token, MaxAge: 86400}                   // lifetime: exp is in an hour
//	http.Cookie{Value: token, MaxAge: int(exp.Unix())}         // seconds
//	http.Cookie{Value: token, MaxAge: int(15 * time.Minute)}   // seconds
//	http.Cookie{Name: "refresh_token", Value: token}           // bounds: no MaxAge

import (
	"go/ast"
	"go/constant"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// never reports whether the expressions, none or all of them constants, are never the text.
func (c *check) never(es []ast.Expr, text string) bool {
	values, only := c.Origin.AllConstants(es)
	return (only || len(es) == 0) && !slices.ContainsFunc(values, func(v constant.Value) bool {
		return v.Kind() == constant.String && constant.StringVal(v) == text
	})
}

// slack is by how much a cookie may outlive its token: the clocks of browsers differ.
const slack = 5 * time.Minute

// lifetime asks whether a cookie outlives the token in it.
func (c *check) lifetime(k *cookies.Cookie) {
	if !settings.Strict || k.IsDeletion() {
		return
	}
	c.bounds(k)
	if !c.seconds(k) {
		return
	}
	for _, t := range c.tokens(k) {
		life, ok := c.life(t)
		if !ok {
			continue
		}
		reported := false // MaxAge counts where both are set (RFC 6265 section 5.3)
		for _, role := range []model.Role{model.MaxAge, model.Expires} {
			for i := 0; i < len(k.Part(role)) && !reported; i++ {
				reported = c.outlives(k, k.Part(role)[i], t.path, life)
			}
		}
	}
}

// outlives asks whether an age or end of a cookie is later than the end of the token that the same
// callers put in.
func (c *check) outlives(k *cookies.Cookie, e ast.Expr, path *origin.Path, life time.Duration) (is bool) {
	for _, q := range c.Quantity.Of(e) {
		_, agree := c.Origin.Paths.Join(path, q.Path)
		if cookie, ok := span(q); ok && agree && cookie > life+slack {
			at := ast.Node(e)
			if outer := c.Origin.Paths.Outermost(q.Path); outer != nil && q.Via == nil {
				at = q.At // the caller says so
			}
			c.Report(report.Found("cookie-lifetime", at,
				"cookie lives for "+cookie.String()+", the token in it for "+life.String()+
					": the browser keeps an expired token").
				Because(k.Sent.At(), "sent here"))
			is = true
		}
	}
	return is
}

// seconds reports whether the age of a cookie is a number of seconds to live, and no moment at
// which it ends, or nanoseconds.
func (c *check) seconds(k *cookies.Cookie) bool {
	if !k.Token() {
		return true
	}
	for _, e := range k.Part(model.MaxAge) {
		qs := c.Quantity.Of(e)
		wrong := ""
		switch {
		case slices.ContainsFunc(qs, func(q quantity.Value) bool { return q.FromNow }):
			wrong = "Unix timestamp"
		case len(qs) > 0 && !slices.ContainsFunc(qs, func(q quantity.Value) bool { return !isNanoseconds(q, e) }):
			wrong = "time.Duration"
		default:
			continue
		}
		c.Report(report.Found("cookie-lifetime", e, "MaxAge of a cookie with a token is a "+wrong+
			", not a number of seconds from now: browsers keep it for decades").
			Because(k.Sent.At(), "sent here"))
		return false
	}
	return true
}

// isNanoseconds reports whether a number, written as e, was a duration, and of more than a second, as
// far as that is known: int(15*time.Minute). One that is computed may count anything.
//
//	int(settings.RefreshMinutes * 60) // a time.Duration that holds a number of minutes
func isNanoseconds(q quantity.Value, e ast.Expr) bool {
	if q.Unit != model.Nanos || q.NoUnit {
		return false
	}
	return q.Known && q.Amount >= float64(time.Second) || !q.Known && !isComputed(e)
}

// isComputed reports whether an expression has an operator.
func isComputed(e ast.Expr) (is bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		_, operator := n.(*ast.BinaryExpr)
		is = is || operator
		return !is
	})
	return is
}

// bounds asks whether a cookie says how long it lives where that matters, and where it goes where
// browsers insist.
func (c *check) bounds(k *cookies.Cookie) {
	found := func(message string) {
		c.Report(report.Found("cookie-lifetime", k, message).Because(k.Sent.At(), "sent here"))
	}
	switch {
	case !k.IsWhole() || !k.Token():
	case strings.HasPrefix(k.Name(), "__Host-") && c.never(k.Part(model.Path), "/"):
		found("cookie " + strconv.Quote(k.Name()) +
			" has no Path=/: browsers reject a __Host- cookie without it")
	case strings.Contains(strings.ToLower(k.Name()), "refresh") &&
		len(k.Part(model.MaxAge))+len(k.Part(model.Expires)) == 0:
		found("cookie " + strconv.Quote(k.Name()) +
			" has neither MaxAge nor Expires: a browser that restores its session keeps it forever")
	}
}

// span is how long a cookie lives. Its age is in seconds, whatever it was made of.
func span(q quantity.Value) (time.Duration, bool) {
	if !q.FromNow {
		q.Unit = model.Seconds
	}
	return q.Life()
}
