// Package rows finds JWT keys that a package puts into a table of settings under their names:
//
//	db.Create(&Setting{Key: "JWTSigningKey", Value: letters(16)})
//	defaults := map[string]string{"jwt_secret": letters(32)}
//	defaults["jwt_secret"] = letters(32)
//	store.Put(ctx, "jwt_secret", letters(32))
package rows

import (
	"go/ast"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Weak returns where those keys come from that a weak generator can make. A time beside the name of a
// key can be that of a change.
func Weak(v calls.View) []origin.Trace {
	var out []origin.Trace
	for _, e := range keys(v) {
		if tr := v.Origin.Trace(e); tr.Has(origin.Weak) {
			out = append(out, tr)
		}
	}
	return out
}

// keys returns the texts that stand under or beside the name of a key and are not constant.
func keys(v calls.View) []ast.Expr {
	var out []ast.Expr
	add := func(name, value ast.Expr) {
		if isKey(v, name) && isText(v, value) {
			out = append(out, value)
		}
	}
	for _, lit := range v.Index.Literals {
		if typing.StructOf(v.Info.TypeOf(lit)) != nil {
			out = append(out, inStruct(v, lit)...)
			continue
		}
		for _, el := range lit.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				add(kv.Key, kv.Value)
			}
		}
	}
	for _, s := range v.Index.Stores {
		if s.Key != nil {
			add(s.Key, s.Value)
		}
	}
	for _, c := range v.Index.Calls {
		for i := 1; i < len(c.Args) && v.Index.Verb(c) != model.Log; i++ {
			add(c.Args[i-1], c.Args[i])
		}
	}
	return out
}

// valueName matches the names of fields that hold the value of a setting.
var valueName = pattern.New(`^(string_?)?(value|val|data|content|secret|text)(_?string)?$`)

// inStruct returns the value in a struct that has the name of a key in another field. Where it has
// several texts, one may say who made it.
func inStruct(v calls.View, lit *ast.CompositeLit) []ast.Expr {
	var texts, values []ast.Expr
	named := false
	for _, el := range lit.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		if ok {
			el = kv.Value
		}
		named = named || isKey(v, el)
		if !isText(v, el) {
			continue
		}
		texts = append(texts, el)
		if id, _ := keyOf(kv).(*ast.Ident); id != nil && valueName().MatchString(names.Snake(id.Name)) {
			values = append(values, el)
		}
	}
	switch {
	case !named:
		return nil
	case len(texts) == 1:
		return texts
	}
	return values
}

// keyOf returns what stands before the colon of an element, nil for an element without one.
func keyOf(kv *ast.KeyValueExpr) ast.Expr {
	if kv == nil {
		return nil
	}
	return kv.Key
}

// isKey reports whether an expression is the name of a key: not a message that mentions one.
func isKey(v calls.View, e ast.Expr) bool {
	name := v.Index.Text(e)
	return names.Key(name) && !strings.ContainsAny(name, " %:\n")
}

// isText reports whether an expression is a text, or bytes, and not constant.
func isText(v calls.View, e ast.Expr) bool {
	return e != nil && v.Info.Types[e].Value == nil && typing.IsText(v.Info.TypeOf(e))
}
