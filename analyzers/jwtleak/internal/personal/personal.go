// Package personal knows values that nobody but their owner should read, by their names and types:
//
//	"password": user.Password           // Named
//	type User struct{ Password string } // Field: user, where it is marshalled as a whole
package personal

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// secretive are the names of what nobody but its owner should read.
var secretive = pattern.New(
	`(?i)(^|_)(pass(word|wd|phrase|code)?|pwd)(_?(hash|digest|key))?$|` +
		`pass(word|wd|phrase|_?hash)$|(^|_)(client_?)?secret$|private_?key$|` +
		`(credit_?)?card_?(number|no|num)$|^cvv$|^cvc$|^ssn$|social_?security`)

// Named reports whether a name says that a value of a type is a secret of its owner: a text, and not
// whether there is one.
func Named(name string, t types.Type) bool { return secretive().MatchString(name) && holdsText(t) }

// Field returns the field with a secret that marshalling a value of a type writes, nil for none. A
// record of a database that refers back to the type which holds the value is not loaded with it; that
// is nil for none:
//
//	type User struct { Password string; Roles []Role } // the holder of Roles
//	type Role struct { Name string; Users []User }
func Field(t, holder types.Type) *types.Var {
	if holder == nil {
		return field(t, nil)
	}
	return field(t, []types.Type{holder})
}

func field(t types.Type, holders []types.Type) *types.Var {
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
		if Named(f.Name(), f.Type()) || Named(name, f.Type()) {
			return f
		}
		if in := field(f.Type(), within); in != nil {
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
