// Package bearer finds what a package sends under the name of a token, whatever it is:
//
//	http.Cookie{Name: "refresh_token", Value: id}    // Values: id
//	map[string]string{"access_token": id}            // Values: id
//	type answer struct { Token string `json:"token"` } // Values of answer{id}: id
//	resp.Token, err = s.issue(user)                    // Fields: Token
package bearer

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Named reports whether one of the names of a cookie is that of a token.
func Named(v calls.View, name []ast.Expr) bool {
	for _, e := range name {
		for _, text := range v.Origin.Strings(e) {
			if names.Bearer(text) {
				return true
			}
		}
	}
	return false
}

// Values returns the values of a literal that are sent under the name of a token: of a cookie, of a
// map, of a struct that JSON is made of.
func Values(v calls.View, lit *ast.CompositeLit) []ast.Expr {
	if parts := v.Index.Fields(lit, model.Cookie); parts != nil {
		if Named(v, parts[model.Name]) {
			return parts[model.Value]
		}
		return nil
	}
	var out []ast.Expr
	st := typing.StructOf(v.Info.TypeOf(lit))
	for i, el := range lit.Elts {
		name, value := member(v, st, i, el)
		if names.Bearer(name) {
			out = append(out, value)
		}
	}
	return out
}

// Fields returns the fields that the package sets one by one, of a struct that JSON is made of with
// the name of a token for them.
func Fields(v calls.View) []*types.Var {
	var out []*types.Var
	for _, f := range syntax.InOrder(v.Index, v.Index.Writes) {
		if f.IsField() && slices.ContainsFunc(v.Index.Writes[f], func(w syntax.Write) bool {
			return w.Base != nil && names.Bearer(jsonName(v.Info.TypeOf(w.Base), f))
		}) {
			out = append(out, f)
		}
	}
	return out
}

// jsonName returns the name that a tag gives a field of a struct in JSON, "" for none.
func jsonName(t types.Type, f *types.Var) string {
	st := typing.StructOf(t)
	if st == nil {
		return ""
	}
	i := typing.FieldIndex(st, f.Name())
	if i < 0 || i >= st.NumFields() || st.Field(i).Origin() != f || st.Tag(i) == "" {
		return ""
	}
	name, _ := claims.ClaimName(st, i)
	return name
}

// member returns the name of element i of a literal in JSON, "" for none, and its value. st is nil
// for maps and lists.
func member(v calls.View, st *types.Struct, i int, el ast.Expr) (name string, value ast.Expr) {
	kv, ok := el.(*ast.KeyValueExpr)
	switch {
	case ok && st == nil:
		return v.Index.Text(kv.Key), kv.Value
	case ok:
		el = kv.Value
		if id, isName := kv.Key.(*ast.Ident); isName {
			i = typing.FieldIndex(st, id.Name)
		}
	}
	if st != nil && i >= 0 && i < st.NumFields() && st.Tag(i) != "" {
		name, _ = claims.ClaimName(st, i)
	}
	return name, el
}
