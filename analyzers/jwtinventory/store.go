package jwtinventory

// This file lists what is done to tokens before their time is over, and who asks:
//
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, left)                // revoke
//	db.Exec("INSERT INTO revoked_tokens (jti) VALUES ($1)", j) // revoke
//	s.blacklist.Add(ctx, claims.ID, left)                      // revoke, behind an interface
//	n, err := rdb.Exists(ctx, "revoked:"+jti).Result()         // consult
//	err := s.revoked.Check(ctx, claims)                        // consult, of another package
//	s.sessions.DeleteRefreshToken(ctx, claims.ID)              // revoke, of those that are accepted
//	s.revoked[claims.ID] = true                                // revoke, see kept

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/entries"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/subject"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/kept"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// keeper lists what becomes of tokens in stores.
type keeper struct{ *lister }

// list lists what keeps revoked tokens, and what asks for them.
func (l keeper) list() {
	puts := entries.New(l.lists.Reader).Puts()
	for _, p := range puts {
		l.put(p)
	}
	for _, q := range l.lists.Questions() {
		if sent().MatchString(names.Snake(naming.FunctionAt(l.Index, q.Call))) || denylist.IsOfUser(l.lists, q) {
			continue // of a mail, or a cache of accounts
		}
		if !slices.ContainsFunc(puts, func(p entries.Put) bool {
			return q.Call.Pos() <= p.At.Pos() && p.At.End() <= q.Call.End() // the answer of a put
		}) {
			l.ask(q.Call)
		}
	}
	l.kept()
	for _, c := range l.Index.Calls {
		switch {
		case l.revokesMany(c):
			name := l.Index.Callee(c).Name()
			guard{l.lister}.measure(l.callName(c), "revoke-user", name)
		case l.revokesByName(c), l.dropsByName(c):
			l.revoke(l.callName(c), l.stored(inventory.Revoke, c))
		case l.asksByName(c):
			l.ask(c)
		}
	}
}

// kept lists what becomes of tokens in tables and in maps, and who asks lists that cannot fail.
func (l keeper) kept() {
	for _, a := range kept.All(l.lists) {
		e := inventory.Entry{Kind: inventory.Revoke, Medium: inventory.Memory}
		at := a.At
		if a.Call != nil {
			e, at = l.stored(inventory.Revoke, a.Call), l.callName(a.Call)
		}
		if a.Does != kept.Revoke {
			guard{l.lister}.measure(at, string(a.Does), e.Call)
			continue
		}
		if a.Ends {
			e.Expires = inventory.Yes
		}
		l.revoke(at, e)
	}
	for _, a := range l.lists.Certain() {
		if c, ok := a.At.(*ast.CallExpr); ok && l.Index.Verb(c) == "" {
			l.ask(c)
			continue
		}
		l.asks = append(l.asks, a.At)
		l.add(a.At, inventory.Entry{Kind: inventory.Consult, Medium: inventory.Memory})
	}
}

// put lists a call that puts a token into a deny list.
func (l keeper) put(p entries.Put) {
	e := inventory.Entry{Kind: inventory.Revoke}
	if call, ok := p.At.(*ast.CallExpr); ok {
		e = l.stored(inventory.Revoke, call)
	} else if lit, ok := p.At.(*ast.CompositeLit); ok {
		e.Call = naming.Type(l.Info.TypeOf(lit))
	}
	if p.TTL != nil {
		e.Expires = inventory.Yes
		qs := l.Quantity.Of(p.TTL)
		for _, q := range qs {
			if life, ok := q.Life(); ok && life > 0 && len(qs) == 1 { // or it is the least of several
				e.Life = inventory.SecondsOf(life)
			} else if q.Known && q.Amount == 0 {
				e.Expires = inventory.No // forever
			}
		}
	}
	l.revoke(p.At, e)
}

// revoke adds an entry about what takes a token back, and the renewal of tokens that leads to it.
func (l keeper) revoke(at ast.Node, e inventory.Entry) {
	l.add(at, e)
	if by, name := kept.Rotation(l.lists, at); by != nil {
		guard{l.lister}.measure(by, "refresh-rotation", name)
	}
}

// ask lists a call that asks for a revoked token.
func (l keeper) ask(c *ast.CallExpr) {
	l.asks = append(l.asks, c)
	l.add(l.callName(c), l.stored(inventory.Consult, c))
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
	puts = pattern.New(`^(add|put|set|insert|store|save|create|block|revoke|deny|blacklist|ban|` +
		`invalidate|append|push|mark)(_|$)`)
	asking = pattern.New(`^(check|is|has|contains|exists|ensure|verify|validate|assert)(_|$)`)
	many   = pattern.New(`^(revoke|invalidate|delete|remove|clear|expire|terminate|logout|sign_?out)_?` +
		`(all|every|users?)\w*(token|session)s|^(revoke|invalidate|delete|remove|terminate)_?\w*` +
		`(token|session)s(_?(by|for|of)_?\w*)?(user|account)|^(logout|sign_?out)_?(all|everywhere)|` +
		`^revoke_user$|^revoke_?all\w*_?(by|for|of)_?(user|account)`)
	copies = pattern.New(`_cached?$`)
	drops  = pattern.New(`^(delete|remove|consume)_(\w+_)?refresh_?(token|session)(_by_(\w+_)?(hash|token|id|jti))?$`)
	// tokens that are sent in mails, or of which the name says nothing
	sent   = pattern.New(`verification|reset|confirmation|invit|activation|one_time|otp`)
	mailed = pattern.New(`reset|verif|confirm|mail|invit|password|activat|otp|by_type`)
)

// foreign returns the function of the program that a call calls and that is not declared here, nil
// for others.
func (l keeper) foreign(c *ast.CallExpr) *types.Func {
	fn, ok := l.Index.Callee(c).(*types.Func)
	if !ok || l.Index.Decls[fn] != nil || fn.Pkg() == nil || model.Of(fn, "") != nil {
		return nil
	}
	return fn
}

// revokesByName reports whether a call of such a function puts a token into a deny list, by its name
// or that of what it is called on.
func (l keeper) revokesByName(c *ast.CallExpr) bool {
	fn := l.foreign(c)
	if fn == nil || !puts().MatchString(names.Snake(fn.Name())) ||
		mailed().MatchString(names.Snake(fn.Name())) || copies().MatchString(names.Snake(fn.Name())) {
		return false
	}
	r := fn.Signature().Results()
	if r.Len() > 0 && typing.IsBool(r.At(0).Type()) {
		return false // it asks
	}
	return l.isDenial(c, fn) && slices.ContainsFunc(c.Args, l.isToken)
}

// dropsByName reports whether a call of such a function takes a refresh token out of the list of those
// that are accepted.
//
//	s.users.DeleteRefreshToken(ctx, hash)
func (l keeper) dropsByName(c *ast.CallExpr) bool {
	fn := l.foreign(c)
	return fn != nil && drops().MatchString(names.Snake(fn.Name())) &&
		slices.ContainsFunc(c.Args, func(e ast.Expr) bool {
			return l.isToken(e) || names.TokenID(syntax.NameOf(e))
		})
}

// asksByName reports whether a call of such a function asks a deny list and answers by an error.
func (l keeper) asksByName(c *ast.CallExpr) bool {
	fn := l.foreign(c)
	if fn == nil || !asking().MatchString(names.Snake(fn.Name())) {
		return false
	}
	r := fn.Signature().Results()
	return r.Len() == 1 && typing.IsError(r.At(0).Type()) && l.isDenial(c, fn) &&
		slices.ContainsFunc(c.Args, l.isToken)
}

// isDenial reports whether the name of a function, or of what it is called on, is that of a deny
// list.
func (l keeper) isDenial(c *ast.CallExpr, fn *types.Func) bool {
	if names.Denial(fn.Name()) {
		return true
	}
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	return ok && (names.Denial(syntax.NameOf(sel.X)) ||
		names.Denial(typing.TypeNameOf(typing.OrInvalid(l.Info.TypeOf(sel.X)))))
}

// isToken reports whether an argument is a token, what identifies one, or claims.
func (l keeper) isToken(e ast.Expr) bool {
	return l.lists.IsToken(e) || subject.HoldsClaims(typing.OrInvalid(l.Info.TypeOf(e)))
}

// revokesMany reports whether a call takes all tokens, or sessions, of a user back, by its name.
func (l keeper) revokesMany(c *ast.CallExpr) bool {
	fn, ok := l.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil || model.Of(fn, "") != nil {
		return false
	}
	name := names.Snake(fn.Name())
	return many().MatchString(name) && !names.OtherToken(name) && !mailed().MatchString(name)
}
