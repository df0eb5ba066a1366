package jwtinventory

// This file lists what signs tokens, once for each way in which callers of a helper use it:
//
//	func sign(c jwt.Claims, key []byte) (string, error) { ... SignedString(key) }
//	sign(access, accessKey)    // an entry: access, 15 minutes, JWT_SECRET
//	sign(refresh, refreshKey)  // another: refresh, 7 days, REFRESH_SECRET

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/branch"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/keyid"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// issues lists the calls that sign.
func (l *lister) issues() {
	for _, c := range l.Calls.All {
		if c.Verb != model.Sign || c.Via != nil {
			continue
		}
		if lit, ok := c.Node.(*ast.CompositeLit); ok {
			l.middleware(c, lit)
			continue
		}
		for _, pay := range l.claims.Payloads(c) {
			l.issue(c, pay)
		}
	}
}

// middleware lists the options of a middleware that signs tokens.
func (l *lister) middleware(c *calls.Call, lit *ast.CompositeLit) {
	e := called(inventory.Issue, c)
	if t := l.Info.TypeOf(lit); t != nil {
		e.Call = naming.Type(t)
	}
	e.Purpose = inventory.Access
	e.Algorithms = algorithmOf(l.Calls.Alg(c))
	l.addKeys(&e, c, nil)
	for _, a := range c.Args(model.Life) {
		e.Expires = inventory.Yes
		for _, q := range l.Quantity.Of(a) {
			if life, ok := q.Life(); ok {
				e.Life = inventory.SecondsOf(life)
			}
		}
		if e.Life == 0 {
			e.LifeFrom = l.settingOf(a)
		}
	}
	l.add(lit, e)
	if !slices.ContainsFunc(l.Calls.All, func(v *calls.Call) bool {
		return v.Verb == model.Verify && v.Via == nil && v.Node == c.Node
	}) {
		l.add(lit, inventory.Entry{ // with its own key: what others choose is a call that verifies
			Kind: inventory.Verify, Call: e.Call, Library: e.Library, Purpose: e.Purpose, Keys: e.Keys,
			Algorithms: e.Algorithms, Expires: inventory.Yes, Pinned: inventory.Is(model.PinsAlg(c.Library())),
		})
	}
}

// maxWays is how many ways of one signing call are listed.
const maxWays = 32

// issue lists the ways in which a call signs one payload.
func (l *lister) issue(c *calls.Call, pay *claims.Payload) {
	e := called(inventory.Issue, c)
	e.Algorithms = algorithmOf(l.Calls.Alg(c))
	e.Claims = claimNames(pay)
	if keyid.Names(l.Calls, c) {
		e.Detail = inventory.NamesKey
	}
	ends := pay.Setters(string(model.Exp))
	if len(ends) == 0 {
		if pay.Complete && !slices.ContainsFunc(pay.Types, claims.OwnEnd) {
			e.Expires = inventory.No
		}
		l.way(c, e, claims.Way{Path: pay.Path})
		return
	}
	e.Expires = inventory.Yes
	ways := 0
	for _, claim := range ends {
		for _, q := range l.ends(claim) {
			path, agree := l.Origin.Paths.Join(pay.Path, q.Path)
			if !agree || ways == maxWays {
				continue
			}
			ways++
			it := e
			it.Life, it.LifeFrom = l.life(claim, q)
			it.Takes = l.takes(q)
			l.way(c, it, claims.Way{Path: path, Claim: &claim, At: q.At})
		}
	}
}

// ends returns what an end can be: those that are known where any is, else what decides it; one
// that is not known stands for all where nothing is.
func (l *lister) ends(claim claims.Claim) []quantity.Value {
	qs := l.Quantity.Of(claim.Value)
	isKnown := func(q quantity.Value) bool { _, ok := q.Life(); return ok }
	if slices.ContainsFunc(qs, isKnown) {
		return slices.DeleteFunc(slices.Clone(qs), func(q quantity.Value) bool { return !isKnown(q) })
	} else if len(qs) > 0 {
		return qs
	}
	return []quantity.Value{{}}
}

// way adds an entry for one way in which a call signs.
func (l *lister) way(c *calls.Call, e inventory.Entry, way claims.Way) {
	if branch.Fails(l.Index, c.Node, way.Path) {
		return
	}
	for _, k := range l.kinds.Of(c, way) {
		it := e
		it.Takes = l.kinds.NotSeen(e.Takes, k.Path)
		it.Purpose = k.Purpose
		l.addKeys(&it, c, k.Path)
		var at ast.Node = naming.At(c)
		if outer := l.Origin.Paths.Outermost(k.Path); outer != nil && l.leadsTo(outer, c) {
			at = outer
		}
		l.addCall(c, at, it)
	}
}

// leadsTo reports whether a call on the way to a signing one leads to it, rather than makes its claims
// in the same function:
//
//	claims, err := newClaims(id, life) // makes them
//	return sign(claims)
func (l *lister) leadsTo(outer ast.Node, c *calls.Call) bool {
	fn := l.Index.FuncAt(outer.Pos())
	return fn == nil || fn != l.Index.FuncAt(c.Node.Pos())
}

// life returns how long a token lives, or where that comes from.
func (l *lister) life(claim claims.Claim, q quantity.Value) (inventory.Seconds, *inventory.Source) {
	if life, ok := q.Life(); ok && life > 0 && (q.FromNow || claim.Lifetime) {
		return inventory.SecondsOf(life), nil
	}
	return 0, l.settingOf(claim.Value)
}

// settingOf returns the setting that an expression is made of, nil for none or several.
func (l *lister) settingOf(e ast.Expr) *inventory.Source {
	var found *inventory.Source
	for _, o := range l.Origin.Trace(e).Origins {
		if !o.Kind.External() {
			continue
		}
		s := sourceOf(o)
		if found != nil && *found != s {
			return nil
		}
		found = &s
	}
	return found
}

// claimNames returns the names of the claims of a payload, sorted.
func claimNames(pay *claims.Payload) []string {
	var out []string
	for _, c := range pay.Claims {
		if c.Name != "" {
			out = append(out, c.Name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func algorithmOf(alg model.Role) []string {
	if alg == "" {
		return nil
	}
	return []string{string(alg)}
}

// agreeing returns the traces of an expression whose path can be that of a way.
func (l *lister) agreeing(e ast.Expr, path *origin.Path) []origin.Trace {
	var out []origin.Trace
	for _, by := range l.Origin.Cases(l.Origin.Local(e)) {
		if _, agree := l.Origin.Paths.Join(path, by.Path); agree {
			out = append(out, by.Trace)
		}
	}
	return out
}
