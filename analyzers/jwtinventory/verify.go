package jwtinventory

// This file lists what verifies tokens, and what it looks at:
//
//	jwt.ParseWithClaims(raw, &claims, keyfunc, jwt.WithValidMethods(algs), jwt.WithIssuer(iss))
//	revoked, err := rdb.Exists(ctx, "revoked:"+claims.ID).Result()

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// verifier lists verifications.
type verifier struct{ *lister }

// list lists the calls that verify, and those of functions of other packages that do.
func (l verifier) list() {
	for _, c := range l.Calls.All {
		if c.Verb == model.Middleware && len(c.Args(model.Signer)) > 0 {
			e := called(inventory.Verify, c)
			l.addKeys(&e, c, nil)
			l.add(naming.At(c), e)
		}
		if c.Verb != model.Verify {
			continue
		}
		switch {
		case c.Via == nil:
			l.verification(c)
		case len(c.Args(model.Token)) > 0:
			e := called(inventory.Verify, c)
			e.Gives = naming.Given(c)
			e.Purpose = l.kinds.OfHanded(c)
			e.Revoked = l.asksDenyList(c)
			l.add(naming.At(c), e)
		}
	}
}

// verification lists a call of a library that verifies.
func (l verifier) verification(c *calls.Call) {
	if k := l.leniency.SkipsSignature(c); k != nil {
		return // it reads the token only
	}
	e := called(inventory.Verify, c)
	if lit, ok := c.Node.(*ast.CompositeLit); ok {
		e.Call = naming.Type(l.Info.TypeOf(lit))
	}
	names, _ := l.algorithm.AcceptedNames(c)
	e.Algorithms = algorithmOf(l.Calls.Alg(c))
	if len(names) > 0 {
		slices.Sort(names)
		e.Algorithms = slices.Compact(names)
	}
	if pins, seen := l.algorithm.PinsAlg(c); pins || seen {
		e.Pinned = inventory.Is(pins)
	}
	l.addKeys(&e, c, nil)
	e.Expires = l.checksExpiry(c)
	e.Issuer, e.Audience = l.checks(c, model.Issuer), l.checks(c, model.Audience)
	e.Revoked = l.asksDenyList(c)
	if len(e.Takes) == 0 { // the key of all
		e.Purpose = l.purposeOfKey(c)
	}
	e.Takes = append(e.Takes, l.takenTokens(c)...)
	l.add(naming.At(c), e)
	l.chosenByKid(c)
}

// chosenByKid lists the use of the header kid in a keyfunc: it chooses one of several keys.
func (l verifier) chosenByKid(c *calls.Call) {
	keyfuncs, _ := l.Calls.Resolve(c, model.Keyfunc)
	for _, e := range keyfuncs {
		for _, o := range l.Origin.Trace(e).Origins {
			if o.Func == nil {
				continue
			}
			for _, i := range l.Index.Forward().Indexes {
				if o.Func.Pos() <= i.Pos() && i.End() <= o.Func.End() && l.Index.Text(i.Index) == "kid" {
					guard{l.lister}.measure(i, "key-rotation", "kid")
				}
			}
		}
	}
}

// checks returns whether this package checks the issuer or the audience of a token.
func (l verifier) checks(c *calls.Call, r model.Role) inventory.Known {
	checks := l.uses.ChecksClaim(c, r)
	_, seen := l.Calls.Options(c)
	if l.uses.HandsOnClaim(c, r) || !checks && !seen { // who gets it may
		return inventory.Unknown
	}
	return inventory.Is(checks)
}

// checksExpiry returns whether an expired token is refused.
func (l verifier) checksExpiry(c *calls.Call) inventory.Known {
	opts, seen := l.Calls.Options(c)
	reads := l.uses.ChecksExpiry(c)
	switch skips := slices.ContainsFunc(opts, func(k *calls.Call) bool {
		return k.Verb == model.SkipClaims && l.leniency.SkipsCheck(k, model.Skipped)
	}); {
	case skips && reads:
		return inventory.Unknown // what reads it need not refuse the token
	case skips:
		return inventory.No
	case reads:
		return inventory.Yes
	}
	if sig := model.Of(c.Callee, ""); sig != nil && slices.Contains(sig.Results, model.SignatureOnly) ||
		model.TimesApart(c.Library()) {
		return inventory.Unknown // another call checks it
	}
	if seen {
		return inventory.Yes
	}
	return inventory.Unknown
}

// purposeOfKey returns what the tokens are for that the key of a verification signs, "" where they
// differ or none is seen.
func (l verifier) purposeOfKey(c *calls.Call) inventory.Purpose {
	var found []inventory.Purpose
	for _, s := range l.algorithm.Signers(c) {
		for _, e := range l.listed {
			if e.Kind == inventory.Issue && e.issuedBy(s) {
				found = append(found, e.Purpose)
			}
		}
	}
	slices.Sort(found)
	if found = slices.Compact(found); len(found) == 1 {
		return found[0]
	}
	return ""
}

// issuedBy reports whether an entry is about a signing call itself.
func (e listed) issuedBy(s *calls.Call) bool {
	return e.at.Pos() == s.At() || e.call != nil && e.call.At() == s.At()
}

// takenTokens names the parameters by which other packages hand over the token of a verification.
func (l verifier) takenTokens(c *calls.Call) []string {
	var out []string
	for _, o := range l.uses.TokenTrace(c).Origins {
		if id := l.open(o); id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// asksDenyList returns whether a deny list is asked on the way of a verification: by the function
// that verifies, one that it calls, or one that calls it. Another package may ask.
func (l verifier) asksDenyList(c *calls.Call) inventory.Known {
	asking := map[ast.Node]bool{}
	for _, c := range l.asks {
		asking[l.Index.FuncAt(c.Pos())] = true
		if d := syntax.DeclAt(l.Index, c.Pos()); d != nil {
			asking[d] = true
		}
	}
	if len(asking) == 0 {
		return inventory.Unknown
	}
	around := []ast.Node{l.Index.FuncAt(c.Node.Pos())}
	seen := map[ast.Node]bool{}
	for len(around) > 0 && len(seen) < maxAround {
		fn := around[0]
		around = around[1:]
		if fn == nil || seen[fn] {
			continue
		}
		seen[fn] = true
		if asking[fn] || l.callsOne(fn, asking, map[ast.Node]bool{}) {
			return inventory.Yes
		}
		for _, call := range l.Origin.Callers(fn) {
			around = append(around, l.Index.FuncAt(call.Pos()))
		}
	}
	return inventory.Unknown
}

// maxAround is how many functions are looked at around one verification.
const maxAround = 64

// callsOne reports whether a function leads to one of some functions of this package.
func (l verifier) callsOne(fn ast.Node, to, seen map[ast.Node]bool) bool {
	seen[fn] = true
	return slices.ContainsFunc(l.Index.Calls, func(c *ast.CallExpr) bool {
		if c.Pos() < fn.Pos() || fn.End() < c.End() {
			return false
		}
		callee, ok := l.Index.Callee(c).(*types.Func)
		if !ok {
			return false
		}
		d := l.Index.Decls[callee]
		return d != nil && (to[d] || !seen[d] && len(seen) < maxAround && l.callsOne(d, to, seen))
	})
}
