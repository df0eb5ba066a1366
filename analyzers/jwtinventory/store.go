package jwtinventory

// This file lists what is done to tokens before their time is over, and who asks:
//
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, left)                // revoke
//	db.Exec("INSERT INTO revoked_tokens (jti) VALUES ($1)", j) // revoke
//	s.blacklist.Add(ctx, claims.ID, left)                      // revoke, behind an interface
//	n, err := rdb.Exists(ctx, "revoked:"+jti).Result()         // consult

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// keeper lists what becomes of tokens in stores.
type keeper struct{ *lister }

// list lists what keeps and asks for revoked tokens.
func (l keeper) list() {
	for _, q := range l.lists.Questions() {
		l.add(l.callName(q.Call), l.stored(inventory.Consult, q.Call))
	}
	for _, p := range denylist.Puts(l.lists) {
		e := inventory.Entry{Kind: inventory.Revoke}
		if call, ok := p.At.(*ast.CallExpr); ok {
			e = l.stored(inventory.Revoke, call)
		} else if lit, ok := p.At.(*ast.CompositeLit); ok {
			e.Call = typeName(l.Info.TypeOf(lit))
		}
		if p.TTL != nil {
			e.Expires = inventory.Yes
			for _, q := range l.Quantity.Of(p.TTL) {
				if life, ok := q.Life(); ok && life > 0 {
					e.Life = inventory.SecondsOf(life)
				}
			}
		}
		l.add(p.At, e)
	}
	for _, c := range l.Index.Calls {
		if l.revokesBySQL(c) || l.revokesByName(c) {
			l.add(l.callName(c), l.stored(inventory.Revoke, c))
		}
		l.revokesMany(c)
	}
}

var many = pattern.New(`^(revoke|invalidate|delete|remove|clear|expire|terminate|logout|sign_?out)_?` +
	`(all|every|users?)\w*(token|session)s|^(revoke|invalidate|delete|remove|terminate)_?\w*` +
	`(token|session)s(_?(by|for|of)_?\w*)?(user|account)|^(logout|sign_?out)_?(all|everywhere)`)

// mailed matches the names of tokens that are sent in mails.
var mailed = pattern.New(`reset|verif|confirm|mail|invit|password|activat|otp`)

// revokesMany lists a call that takes all tokens, or sessions, of a user back, by its name.
func (l keeper) revokesMany(c *ast.CallExpr) {
	fn, ok := l.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil || model.Of(fn, "") != nil {
		return
	}
	name := names.Snake(fn.Name())
	if !many().MatchString(name) || names.OtherToken(name) || mailed().MatchString(name) {
		return
	}
	guard{l.lister}.measure(l.callName(c), "revoke-user", fn.Name())
}

// stored returns an entry about a call of a store.
func (l keeper) stored(kind inventory.Kind, c *ast.CallExpr) inventory.Entry {
	e := inventory.Entry{Kind: kind}
	fn := l.Index.Callee(c)
	if fn == nil || fn.Pkg() == nil {
		return e
	}
	e.Call = fn.Name()
	e.Medium = inventory.Medium(model.StoreOf(fn.Pkg().Path()))
	if e.Medium != "" {
		e.Library = fn.Pkg().Path()
	} else if f, ok := fn.(*types.Func); ok && f.Signature().Recv() != nil &&
		types.IsInterface(f.Signature().Recv().Type()) {
		e.Medium = inventory.Behind
	}
	return e
}

// callName is where a reader looks at a call: the name of what is called.
func (l keeper) callName(c *ast.CallExpr) ast.Node {
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok {
		return syntax.Span(sel.Sel.Pos(), c.End())
	}
	return c
}

var (
	changing = pattern.New(`(?is)^\s*(insert|update|replace|merge|upsert)\s`)
	deleting = pattern.New(`(?is)^\s*delete\s+from\s+\W?\w*(refresh|token|session)`)
)

// revokesBySQL reports whether a statement puts something into a deny list, or takes tokens out of
// a list of those that are accepted.
func (l keeper) revokesBySQL(c *ast.CallExpr) bool {
	sig, _ := l.Index.Row(c)
	if sig == nil || sig.Verb != model.SQL {
		return false
	}
	at := sig.Index(model.Statement)
	if at < 0 || at >= len(c.Args) {
		return false
	}
	text := l.Index.Text(c.Args[at])
	return changing().MatchString(text) && names.Denial(text) || deleting().MatchString(text)
}

var puts = pattern.New(`^(add|put|set|insert|store|save|create|block|revoke|deny|blacklist|ban|` +
	`invalidate|append|push|mark)`)

// said of what is over, as in log.Revoked(user)
var past = pattern.New(`^[a-z]+ed(_|$)`)

// revokesByName reports whether a call of a function that is not declared here puts a token into a
// deny list, by its name or that of what it is called on.
func (l keeper) revokesByName(c *ast.CallExpr) bool {
	fn, ok := l.Index.Callee(c).(*types.Func)
	if !ok || l.Index.Decls[fn] != nil || model.Of(fn, "") != nil || fn.Pkg() == nil ||
		!puts().MatchString(names.Snake(fn.Name())) || past().MatchString(names.Snake(fn.Name())) {
		return false
	}
	r := fn.Signature().Results()
	if r.Len() > 0 && typing.IsBool(r.At(0).Type()) {
		return false // it asks
	}
	if mailed().MatchString(names.Snake(fn.Name())) {
		return false
	}
	said := names.Denial(fn.Name())
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok {
		said = said || names.Denial(syntax.NameOf(sel.X)) ||
			names.Denial(typing.TypeNameOf(typing.OrInvalid(l.Info.TypeOf(sel.X))))
	}
	return said && slices.ContainsFunc(c.Args, func(e ast.Expr) bool {
		return l.lists.IsToken(e) || l.areClaims(e)
	})
}

// areClaims reports whether a value has a type of claims: one of a library that handles tokens, or a
// struct that embeds one.
func (l keeper) areClaims(e ast.Expr) bool {
	t := typing.Deref(typing.OrInvalid(l.Info.TypeOf(e)))
	isClaims := func(t types.Type) bool {
		name := typing.TypeName(typing.Deref(t))
		return name != nil && name.Pkg() != nil && model.HandlesTokens(name.Pkg().Path()) &&
			strings.HasSuffix(name.Name(), "Claims")
	}
	if isClaims(t) {
		return true
	}
	st := typing.StructOf(t)
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if f := st.Field(i); f.Embedded() && isClaims(f.Type()) {
			return true
		}
	}
	return false
}
