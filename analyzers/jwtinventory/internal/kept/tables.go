package kept

// This file reads the calls of libraries that make statements of types:
//
//	db.Where("expires_at < ?", now).Delete(&RevokedToken{}) // Cleanup
//	db.Delete(&RefreshToken{ID: id})                        // Revoke

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

var (
	creates = pattern.New(`^(first_or_)?(create|save|insert)(_|$)`)
	updates = pattern.New(`^updates?(_|$)`)
	deletes = pattern.New(`^delete(_|$)`)
	token   = pattern.New(`(^|_)(tokens?|sessions?)$`)
)

// byModel says what a method of a library for databases does to tokens, by the type of what it is
// given and by the conditions before it.
func byModel(p *denylist.Reader, c *ast.CallExpr) Does {
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil || keptBy(fn) != inventory.Database {
		return Nothing
	}
	name, row, condition := names.Snake(fn.Name()), rowOf(p, c), conditions(p, c)
	switch {
	case creates().MatchString(name) && names.Denial(row):
		return Revoke
	case updates().MatchString(name) && names.Denial(texts(p, c.Args)):
		return chosen(condition)
	case !deletes().MatchString(name):
	case names.Denial(row) && expired().MatchString(condition):
		return Cleanup
	case token().MatchString(names.Snake(row)) && isAccepted(row) && !names.Denial(row):
		return chosen(condition)
	}
	return Nothing
}

// rowOf returns the name of the type of the row that a call is given, "" for none.
func rowOf(p *denylist.Reader, c *ast.CallExpr) string {
	for _, a := range c.Args {
		t := typing.Deref(typing.OrInvalid(p.Info.TypeOf(a)))
		if typing.StructOf(t) != nil {
			return typing.TypeNameOf(t)
		}
	}
	return ""
}

// conditions returns the constant texts that the calls before a call in a chain are given, and its
// own.
func conditions(p *denylist.Reader, c *ast.CallExpr) string {
	var out []string
	for c != nil {
		out = append(out, texts(p, c.Args))
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if !ok {
			break
		}
		c, _ = ast.Unparen(sel.X).(*ast.CallExpr)
	}
	return strings.Join(out, " ")
}

// texts returns the constant texts of expressions.
func texts(p *denylist.Reader, list []ast.Expr) string {
	var out []string
	for _, e := range list {
		if text := p.Index.Text(e); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, " ")
}
