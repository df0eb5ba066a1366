package jwtexpiry

// This file asks whether time claims are what a verifier reads:
//
//	jwt.MapClaims{"exp": time.Now().UnixMilli()} // expiry-unit: not in seconds
//	type Claims struct {
//		jwt.RegisteredClaims
//		Exp int64 `json:"exp"`                      // shadowed-claim
//	}

import (
	"fmt"
	"go/ast"
	"go/types"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
)

// unit asks whether a time claim is a number of seconds since 1970, as RFC 7519 section 2
// (NumericDate) has it.
func (c *check) unit(call *calls.Call, claim claims.Claim, qs []quantity.Value) {
	for _, q := range qs {
		if wrong := c.wrong(claim, q, model.EncodesNumericDate(call.Library())); wrong != "" && !c.isAgreed(call, q) {
			c.found("expiry-unit", c.writtenAt(claim.Value, q),
				fmt.Sprintf("%s is %s: tokens are accepted or rejected at the wrong time",
					claim.Name, wrong), call)
			if q.Path == nil {
				return
			}
		}
	}
}

// writtenAt returns the argument by which a caller gives a claim its value, the value itself where
// no caller does.
func (c *check) writtenAt(value ast.Expr, q quantity.Value) ast.Node {
	outer := c.Origin.Paths.Outermost(q.Path)
	if outer == nil {
		return value
	}
	for _, a := range outer.Args {
		for _, n := range []ast.Node{q.Clock, q.At} {
			if n != nil && a.Pos() <= n.Pos() && n.End() <= a.End() {
				return a
			}
		}
	}
	return value
}

// wrong says what a time claim is that is no number of seconds since 1970, "" when it may be one;
// dates says that the library writes an instant as such a number.
func (c *check) wrong(claim claims.Claim, q quantity.Value, dates bool) string {
	life, known := q.Life()
	switch {
	case q.FromNow && (q.Unit == model.Millis || q.Unit == model.Micros || q.Unit == model.Nanos):
		unit := map[model.Role]string{model.Millis: "milliseconds", model.Micros: "microseconds",
			model.Nanos: "nanoseconds"}[q.Unit]
		return "in " + unit + ", not in seconds"
	case dates && (q.Unit == model.Text || q.Unit == model.Instant && !wild(q)):
		return ""
	case q.Unit == model.Text:
		return "formatted text, not a Unix timestamp"
	case q.FromNow && q.Unit == model.Instant && isDate(c.Info.TypeOf(claim.Value)):
		if claim.In != nil && claims.OwnEnd(c.Info.TypeOf(claim.In)) {
			return "" // the type reads what it has written
		}
		return "a time.Time, which is encoded as text, not a Unix timestamp"
	case q.FromNow && wild(q):
		return "offset by a number of nanoseconds, not of seconds"
	case q.FromNow && known && q.NoUnit && life != 0 && life < time.Second && life > -time.Second:
		return "offset by a number without a unit, which counts as nanoseconds"
	case q.FromNow || !q.Known || claim.Name != "exp":
		return ""
	case q.Unit == model.Duration || q.Unit == model.Nanos,
		(q.Unit == model.None || q.Unit == model.Seconds) && q.Amount > 0 && q.Amount < 1e9:
		return "a duration, not a Unix timestamp"
	}
	return ""
}

// isDate reports whether a value is a time.Time or a pointer to one, and not a library's date.
func isDate(t types.Type) bool { return t != nil && quantity.IsTime(deref(t)) }

// registered are the claims that a verifier reads.
var registered = map[string]bool{"exp": true, "nbf": true, "iat": true, "aud": true, "iss": true}

// shadowed asks whether tokens are written from a claims type, or read into it, that hides a
// registered claim: its own field of the same JSON name wins over the embedded one when the claims
// are written, and a verifier that reads tokens into the type sees the empty embedded one. read says
// whether one may.
func (c *check) shadowed(t types.Type, read bool) {
	if t == nil {
		return
	}
	st, ok := deref(t).Underlying().(*types.Struct)
	n, named := types.Unalias(deref(t)).(*types.Named)
	if !ok || !named || claims.OwnEnd(t) {
		return
	}
	for f := range st.Fields() {
		if isClaimsInterface(f) && f.Pkg() == n.Obj().Pkg() {
			c.found("shadowed-claim", spot(f),
				"claims type embeds an interface: decoding a token sets no claims and validation "+
					"fails", nil)
		}
	}
	if read {
		c.hidden(st, n)
	}
}

// hidden reports the fields of a claims type that hide a claim of an embedded struct.
func (c *check) hidden(st *types.Struct, n *types.Named) {
	for i := range st.NumFields() {
		f := st.Field(i)
		name, inline := claims.ClaimName(st, i)
		if inline || !registered[name] || f.Pkg() != n.Obj().Pkg() {
			continue
		}
		for j := range st.NumFields() {
			if _, in := claims.ClaimName(st, j); in && handles(st.Field(j).Type()) &&
				has(st.Field(j).Type(), name) {
				c.found("shadowed-claim", spot(f),
					fmt.Sprintf("field %s hides the embedded claim %q: the verifier validates "+
						"the embedded one, which stays empty", f.Name(), name), nil)
			}
		}
	}
}

// readOtherwise reports whether the package verifies tokens and reads none of them into a type: a
// map, say, has the claim that the type writes.
func (c *check) readOtherwise(t types.Type) bool {
	for _, call := range c.verifies {
		for _, e := range call.Args(model.Claims) {
			into := c.Info.TypeOf(e)
			if into == nil || types.IsInterface(into) || types.Identical(deref(into), deref(t)) {
				return false
			}
		}
	}
	return len(c.verifies) > 0
}

// embedsInterface reports whether a claims type embeds the interface of claims of a library, whose
// claims encoding/json writes one level too deep.
func embedsInterface(t types.Type) bool {
	st, ok := deref(t).Underlying().(*types.Struct)
	for i := 0; ok && i < st.NumFields(); i++ {
		if isClaimsInterface(st.Field(i)) {
			return true
		}
	}
	return false
}

func isClaimsInterface(f *types.Var) bool {
	return f.Embedded() && types.IsInterface(f.Type()) && handles(f.Type())
}

// handles reports whether a type belongs to a library that handles tokens.
func handles(t types.Type) bool {
	n, ok := types.Unalias(deref(t)).(*types.Named)
	return ok && model.OfTokens(n.Obj())
}

// has reports whether a struct writes a claim of the name.
func has(t types.Type, name string) bool {
	st, ok := deref(t).Underlying().(*types.Struct)
	for i := 0; ok && i < st.NumFields(); i++ {
		if n, _ := claims.ClaimName(st, i); n == name {
			return true
		}
	}
	return false
}

// spot is the place of a field's name.
func spot(f *types.Var) ast.Node { return &ast.Ident{NamePos: f.Pos(), Name: f.Name()} }

// byValue asks whether claims are handed to a parser as a copy, which stays empty.
func (c *check) byValue(e ast.Expr) {
	t := c.Info.TypeOf(e)
	if t == nil {
		return
	}
	if _, ok := t.Underlying().(*types.Struct); ok {
		c.found("shadowed-claim", e,
			"claims are passed to the parser by value: the decoded claims are lost", nil)
	}
}
