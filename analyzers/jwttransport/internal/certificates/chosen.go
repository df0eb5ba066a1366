package certificates

// This file knows who turns the option on:
//
//	if cfg.Insecure { tlsConfig.InsecureSkipVerify = true } // as InsecureSkipVerify: cfg.Insecure

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// lax is in the names of settings by which operators choose to trust any certificate.
var lax = pattern.New(`insecure|skip|verify|unsafe|self_?signed|trust|allow|disable|tls`)

// isChosen reports whether a value is only given where a setting says so: one with a name for it.
func (l *walk) isChosen(e ast.Expr) bool {
	for n := ast.Node(e); n != nil; n = l.Index.Outer(n) {
		if s, ok := l.Index.Outer(n).(*ast.IfStmt); ok && n == s.Body && l.isSetting(s.Cond) {
			return true
		}
	}
	return false
}

// isSetting reports whether a condition reads a bool with such a name: a field, or a parameter or
// variable that can be false.
func (l *walk) isSetting(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || found {
			return !found
		}
		v, ok := l.Info.ObjectOf(id).(*types.Var)
		found = ok && typing.IsBool(v.Type()) && lax().MatchString(names.Snake(v.Name())) &&
			(v.IsField() || !l.isTrue(id)) // a field is also false where nothing sets it
		return !found
	})
	return found
}
