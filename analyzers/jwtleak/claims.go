package jwtleak

// This file looks for secrets in the payload of tokens:
//
//	jwt.MapClaims{"password": user.Password} // sensitive, by the name of the claim
//	jwt.MapClaims{"user": user}              // secretField: user has a field Password
//	jwt.MapClaims{"has_password": true}      // not reported: holdsText

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// secretive are the names of what nobody but its owner should read.
var secretive = pattern.New(
	`(?i)(^|_)(pass(word|wd|phrase|code)?|pwd)(_?(hash|digest|key))?$|` +
		`pass(word|wd|phrase|_?hash)$|(^|_)(client_?)?secret$|private_?key$|` +
		`(credit_?)?card_?(number|no|num)$|^cvv$|^cvc$|^ssn$|social_?security`)

// sensitive asks whether the payload of a token holds a secret of its subject.
func (c *check) sensitive(call *calls.Call) {
	for _, claim := range c.claims.Payload(call).Claims {
		t := c.Info.TypeOf(claim.Value)
		what := ""
		if secretive().MatchString(claim.Name) && holdsText(t) {
			what = strconv.Quote(claim.Name)
		} else if f := secretField(t, c.holders(claim.Value)); f != nil {
			what = f.Name() + " in " + strconv.Quote(claim.Name)
		}
		if what == "" {
			continue
		}
		c.Report(report.Found("sensitive-claim", claim.Key,
			"token contains "+what+": anyone with the token can read it").
			Because(call.At(), "signed by "+call.Label()+" here"))
	}
}

// holders returns the type that has a value as a field, if any.
func (c *check) holders(value ast.Expr) []types.Type {
	if sel, ok := ast.Unparen(value).(*ast.SelectorExpr); ok {
		if t := c.Info.TypeOf(sel.X); t != nil {
			return []types.Type{typing.Deref(t)}
		}
	}
	return nil
}

// secretField returns the field with a secret that marshalling a value of the type writes, nil for
// none. A record of a database that refers back to a holder of the value is not loaded with it:
//
//	type User struct { Password string; Roles []Role }
//	type Role struct { Name string; Users []User }
func secretField(t types.Type, holders []types.Type) *types.Var {
	if t == nil || len(holders) > 3 || marshals(t) {
		return nil
	}
	of := element(t)
	st, ok := of.Underlying().(*types.Struct)
	if slices.ContainsFunc(holders, func(h types.Type) bool { return types.Identical(h, of) }) {
		return nil
	}
	within := append(slices.Clip(holders), of)
	for i := 0; ok && i < st.NumFields(); i++ {
		f := st.Field(i)
		name, _ := claims.ClaimName(st, i)
		tag := reflect.StructTag(st.Tag(i)).Get("json")
		if !f.Exported() || tag == "-" || strings.HasSuffix(tag, ",omitempty") { // it may be left out
			continue
		}
		if holdsText(f.Type()) &&
			(secretive().MatchString(f.Name()) || secretive().MatchString(name)) {
			return f
		}
		if in := secretField(f.Type(), within); in != nil {
			return in
		}
	}
	return nil
}

// element returns what a type is a pointer to, or a list or map of:
//
//	Users map[string][]*User   // User
func element(t types.Type) types.Type {
	for range 8 { // a type can be a list of itself
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		default:
			return t
		}
		if marshals(t) {
			return types.Typ[types.Invalid]
		}
	}
	return t
}

// marshals reports whether a type says itself what is written of it.
func marshals(t types.Type) bool {
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			return true
		}
	}
	return false
}

func holdsText(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return typing.IsString(u)
	case *types.Pointer:
		return holdsText(u.Elem())
	case *types.Slice:
		return typing.IsByteSlice(u)
	}
	return false
}
