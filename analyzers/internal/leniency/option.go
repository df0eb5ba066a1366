// Package leniency answers which checks a verification leaves out, by options or by the methods of
// claims types, and which functions hand on claims that are not validated. jwtverify asks it:
//
//	jwt.NewParser(jwt.WithoutClaimsValidation())
//	jwt.ParseSigned(text, algs); token.UnsafeClaimsWithoutVerification(&claims)
//	func (c Claims) Valid() error { return nil }
package leniency

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/algorithm"
	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// Reader finds which checks the verifications of a package leave out.
type Reader struct {
	calls.View
	uses      *uses.Reader
	algorithm *algorithm.Reader
	claims    *claims.Reader
}

// New returns the reader of a package.
func New(p *calls.Package, u *uses.Reader, a *algorithm.Reader, c *claims.Reader) *Reader {
	return &Reader{p.View, u, a, c}
}

// SkipsCheck reports whether a setting always leaves a check out: that of exp, nbf and iat, where
// r is Skipped, or that of the audience or the issuer.
func (p *Reader) SkipsCheck(k *calls.Call, r model.Role) bool {
	if r != model.Skipped {
		return p.Origin.True(k.Args(r))
	}
	skipped, enforced := k.Args(model.Skipped), k.Args(model.Enforced)
	switch {
	case len(skipped) > 0:
		return p.Origin.True(skipped)
	case len(enforced) > 0:
		values, only := p.Origin.AllConstants(enforced)
		return only && !slices.ContainsFunc(values, func(v constant.Value) bool {
			return v.Kind() != constant.Bool || origin.IsTrue(v)
		})
	}
	return len(k.Args(model.Leeway))+len(k.Args(model.Audience))+len(k.Args(model.Issuer)) == 0 && !p.isOffered(k.Node)
}

// isOffered reports whether a setting is one that users of the package ask for, and that nobody here
// does:
//
//	if opts.SkipValidation {
//		parser = append(parser, jwt.WithoutClaimsValidation())
//	}
func (p *Reader) isOffered(setting ast.Node) bool {
	for n := setting; n != nil; n = p.Index.Outer(n) {
		o, ok := p.Index.Outer(n).(*ast.IfStmt)
		if !ok || o.Body != n {
			continue
		}
		flag, ok := p.Index.Used(o.Cond).(*types.Var)
		if ok && typing.IsBool(flag.Type()) && (flag.IsField() || p.Index.Params[flag].Func != nil) {
			return !slices.ContainsFunc(p.Origin.Trace(o.Cond).Origins, func(from *origin.Origin) bool {
				return from.Value != nil && origin.IsTrue(from.Value)
			})
		}
	}
	return false
}

// Leeway returns how long a setting accepts a token after its expiration, and the expression that
// says so; zero where it is not known.
func (p *Reader) Leeway(k *calls.Call) (life time.Duration, at ast.Node) {
	for _, e := range k.Args(model.Leeway) {
		for _, q := range p.Quantity.Of(e) {
			if d, ok := q.Life(); ok && d > life {
				life, at = d, q.At
			}
		}
	}
	return life, at
}

// SkipsSignature returns the setting by which a verification ignores the signature (CWE-347), nil
// for none.
func (p *Reader) SkipsSignature(c *calls.Call) *calls.Call {
	opts, _ := p.Calls.Options(c)
	for _, k := range opts {
		if k.Verb == model.SkipSignature && p.SkipsCheck(k, model.Skipped) {
			return k
		}
	}
	return nil
}

// SignatureOnlyUse returns a use of claims of a token of which only the signature is verified, by
// a library that leaves the claims to a call of its own which the package does not make; ok is
// false for all others. Code that gets the claims as a whole can check them.
//
//	token.Claims(key, &claims)           // go-jose verifies the signature
//	claims.Validate(jwt.Expected{...})   // and this call the claims
func (p *Reader) SignatureOnlyUse(c *calls.Call) (use uses.Read, ok bool) {
	sig := model.Of(c.Callee, "")
	if c.Via != nil || sig == nil || !slices.Contains(sig.Results, model.SignatureOnly) ||
		p.SkipsSignature(c) != nil {
		return use, false
	}
	opts, seen := p.Calls.Options(c)
	if !seen || slices.ContainsFunc(opts, func(k *calls.Call) bool {
		return k.Verb == model.Check && !p.SkipsCheck(k, model.Skipped)
	}) {
		return use, false
	}
	reads := p.uses.Result(c).Reads()
	asWhole := func(r uses.Read) bool { return r.Claim == "" }
	if len(reads) == 0 || p.uses.ChecksExpiry(c) || slices.ContainsFunc(reads, asWhole) {
		return use, false
	}
	return reads[0], true
}
