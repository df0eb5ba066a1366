package kept

// This file reads statements of SQL, and the calls of libraries that make them of types:
//
//	tx.Exec(ctx, "DELETE FROM refresh_tokens WHERE token_hash = $1", sum) // byStatement
//	db.Where("expires_at < ?", now).Delete(&RevokedToken{})               // byModel

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

var (
	changing = pattern.New(`(?is)^\s*(insert|update|replace|merge|upsert)\s`)
	deleting = pattern.New(`(?is)^\s*delete\s+from\s+(\W?\w*(refresh|token)|\W?((user|auth|login|account|admin|member|web|jwt)_?)?sessions?\b)`)
	removing = pattern.New(`(?is)^\s*delete\s`)

	// conditions
	expired = pattern.New(`(?is)(expir|valid_?until)\w*\W?\s*<`)
	ofUser  = pattern.New(`(?is)(user|account|member|owner|subject|\buid)\w*\W?\s*=`)
	ofOne   = pattern.New(`(?is)(\bid|jti|token\w*|hash|family\w*|session\w*|device\w*|uuid)\W?\s*=`)
)

// byStatement says what a call with a statement does to tokens.
func byStatement(p *denylist.Reader, c *ast.CallExpr) Does {
	sig, _ := p.Index.Row(c)
	if sig == nil || sig.Verb != model.SQL {
		return Nothing
	}
	at := sig.Index(model.Statement)
	if at < 0 || at >= len(c.Args) {
		return Nothing
	}
	text := p.Index.Text(c.Args[at])
	_, condition, _ := strings.Cut(strings.Join(strings.Fields(strings.ToLower(text)), " "), " where ")
	switch {
	case removing().MatchString(text) && names.Denial(text) && expired().MatchString(condition):
		return Cleanup
	case changing().MatchString(text) && names.Denial(text), deleting().MatchString(text):
		return chosen(condition)
	}
	return Nothing
}

// chosen says what a change under a condition does, which takes tokens back.
func chosen(condition string) Does {
	switch {
	case ofOne().MatchString(condition):
		return Revoke
	case expired().MatchString(condition):
		return Nothing // they have ended by themselves
	case ofUser().MatchString(condition):
		return RevokeUser
	}
	return Revoke
}

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
	case token().MatchString(names.Snake(row)) && !names.Denial(row) && !names.OtherToken(row):
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
