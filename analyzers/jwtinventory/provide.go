package jwtinventory

// This file lists what is handed to another package, where it signs, verifies or says how long a
// token lives:
//
//	maker := auth.NewMaker(os.Getenv("JWT_SECRET"))     // gives: example.com/auth.NewMaker(key)
//	maker.Create(user, 15*time.Minute)                  // gives: ...(*Maker).Create(ttl)
//	auth.Setup(auth.Config{Secret: cfg.JWT.Secret})     // gives: example.com/auth.Secret

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// provisions lists keys and lives that are handed to other packages.
func (l *lister) provisions() {
	byNode := map[ast.Node]*calls.Call{} // what signs rather than what verifies
	for _, c := range l.Calls.All {
		if c.Via != nil && c.UsesKey() && len(c.Args(model.Key)) > 0 && !l.isListed(c) &&
			(byNode[c.Node] == nil || c.Verb == model.Sign) {
			byNode[c.Node] = c
		}
	}
	for _, c := range l.Calls.All {
		if byNode[c.Node] != c {
			continue
		}
		if l.eachKey(c) {
			continue
		}
		e := called(inventory.Provide, c)
		l.addKeys(&e, c, nil)
		e.Gives = givenAs(c, c.Args(model.Key))
		e.Purpose = l.kinds.OfKey(c)
		if len(e.Keys)+len(e.Takes) > 0 {
			l.add(naming.At(c), e)
		}
	}
	for _, h := range l.claims.Lifetimes() {
		e := called(inventory.Provide, h.Call)
		e.Gives = naming.Given(h.Call)
		for _, q := range h.Ends {
			it := e
			it.Purpose = l.kinds.OfLife(h, q)
			if life, ok := q.Life(); ok && life > 0 {
				it.Life = inventory.SecondsOf(life)
			} else if it.LifeFrom = l.settingOf(h.Value); it.LifeFrom == nil {
				if it.Takes = l.takes(q); len(it.Takes) == 0 {
					continue
				}
			}
			l.add(h.Value, it)
		}
	}
}

// eachKey lists the keys of a call by themselves where it is given several, each for a parameter of
// its own; false for other calls.
//
//	auth.NewService(accessKey, refreshKey)
func (l *lister) eachKey(c *calls.Call) bool {
	call, ok := c.Node.(*ast.CallExpr)
	fn, isFunc := c.Callee.(*types.Func)
	if !ok || !isFunc || len(c.Args(model.Key)) < 2 || fn.Signature().Variadic() {
		return false
	}
	var list []inventory.Entry
	for _, k := range c.Args(model.Key) {
		i := slices.Index(call.Args, k)
		if i < 0 || i >= fn.Signature().Params().Len() {
			return false
		}
		e := called(inventory.Provide, c)
		l.addTrace(&e, l.Origin.Trace(k))
		e.Gives = naming.Of(fn.Signature().Params().At(i), fn)
		e.Purpose = naming.Purpose(l.Index, nil, k)
		list = append(list, e)
	}
	for i, e := range list {
		if len(e.Keys)+len(e.Takes) > 0 {
			l.add(c.Args(model.Key)[i], e)
		}
	}
	return true
}

// givenAs names what the key of a call is for its function: the parameter of that argument, rather than
// one of the claims beside it.
//
//	auth.Sign(claims, key)
func givenAs(c *calls.Call, keys []ast.Expr) string {
	call, ok := c.Node.(*ast.CallExpr)
	fn, isFunc := c.Callee.(*types.Func)
	if ok && isFunc && len(keys) == 1 {
		params := fn.Signature().Params()
		if i := slices.Index(call.Args, keys[0]); i >= 0 && i < params.Len() && !fn.Signature().Variadic() {
			return naming.Of(params.At(i), fn)
		}
	}
	return naming.Given(c)
}

// isListed reports whether a call is an entry already, as the options of a middleware are that a
// row of the model and a fact know.
func (l *lister) isListed(c *calls.Call) bool {
	return slices.ContainsFunc(l.listed, func(o listed) bool { return o.at.Pos() == c.Node.Pos() })
}
