package algorithm

import (
	"go/ast"
	"go/types"
	"path"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file looks at the keys of verifications, and at the calls that sign with the same ones:
//
//	public, _ := os.ReadFile("public.pem")
//	jwt.Parse(text, func(*jwt.Token) (any, error) { return public, nil }) // HMAC with a public text
//	token.SignedString(secret)                                            // the signer of a key

var (
	publicWord  = pattern.New(`public|pub_?(key|pem)|\.crt$|\.pub$`)
	privateWord = pattern.New(`priv|secret`)
)

// PublicKeyText returns the origin of the text of a public key that a verification gets as its
// key, nil for none. HMAC accepts any text as a key, so anyone with the public key can forge
// tokens (RFC 8725 section 2.1, algorithm confusion).
func (p *Reader) PublicKeyText(c *calls.Call) ast.Node {
	for _, e := range p.keyExprs(c) {
		t := typing.FirstOf(p.Info.TypeOf(e))
		if t == nil || !typing.MayHoldText(t) || types.IsInterface(t) {
			continue
		}
		if _, named := types.Unalias(t).(*types.Named); named {
			continue // HMAC takes []byte and refuses an ed25519.PublicKey
		}
		for _, o := range p.Origin.Trace(e).Origins {
			if isPublic(o) && o.At != nil && !o.Hashed {
				return o.At
			}
		}
	}
	return nil
}

// isPublic reports whether an origin is a public key, by its kind or by all of its names.
func isPublic(o *origin.Origin) bool {
	if o.Kind == origin.Public {
		return !o.Keyless()
	}
	return len(o.Names) > 0 && !slices.ContainsFunc(o.Names, func(n string) bool {
		n = path.Base(strings.ToLower(n)) // certs/key.pem is a key in a folder of certificates
		return !publicWord().MatchString(n) || privateWord().MatchString(n)
	})
}

// keyExprs returns the expressions that are the key of a verification: arguments, and the first
// results of its keyfuncs where those do not fail.
func (p *Reader) keyExprs(c *calls.Call) []ast.Expr {
	keys, _ := p.Calls.Resolve(c, model.Key)
	keyfuncs, _ := p.Calls.Resolve(c, model.Keyfunc)
	out := slices.Clone(keys)
	for _, e := range keyfuncs {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.Kind != origin.Func || o.Func == nil {
				continue
			}
			for _, r := range p.Index.Returns[o.Func] {
				if len(r.Results) > 0 && !p.Origin.Failures.Fails(r) {
					out = append(out, r.Results[0])
				}
			}
		}
	}
	return out
}

// HasInterfaceKey reports whether a key of a verification has an interface type, which does not
// say for which algorithms it is, and nothing chooses it by the algorithm of the token. No
// crypto.PublicKey is bytes, as an HMAC secret is.
func (p *Reader) HasInterfaceKey(c *calls.Call) bool {
	return !p.keyfuncReadsAlg(c) && slices.ContainsFunc(p.keyExprs(c), func(e ast.Expr) bool {
		t := p.Info.TypeOf(e)
		return t != nil && types.IsInterface(t) && !p.Info.Types[e].IsNil() && !typing.IsError(t) &&
			!model.Of(typing.TypeName(t), "").Means(model.TypeRole, model.Public)
	})
}

// KeyType returns the one type that the keys of a verification have, where it tells a shared key from a
// public one: []byte is HMAC's, *rsa.PublicKey is RSA's, and no crypto.PublicKey is HMAC's. It is nil for
// other types, and where the keys are not seen.
func (p *Reader) KeyType(c *calls.Call) types.Type {
	var one types.Type
	for _, e := range p.keyExprs(c) {
		t := typing.FirstOf(p.Info.TypeOf(e))
		if t == nil || p.Info.Types[e].IsNil() {
			continue
		}
		if !ofOneKind(t) || one != nil && !types.Identical(one, t) {
			return nil
		}
		one = t
	}
	return one
}

// ofOneKind reports whether keys of a type are all shared ones, or all public ones.
func ofOneKind(t types.Type) bool {
	if name := typing.TypeName(typing.Deref(t)); name != nil {
		return model.Of(name, "").Means(model.TypeRole, model.Public)
	}
	return typing.IsByteSlice(t)
}

// SigningAlgorithm returns the one algorithm with which this package signs by the key of a
// verification, "" where there are several or none.
func (p *Reader) SigningAlgorithm(c *calls.Call) model.Role {
	var alg model.Role
	for _, s := range p.Signers(c) {
		a := p.Calls.Alg(s)
		if a == "" || alg != "" && a != alg {
			return ""
		}
		alg = a
	}
	return alg
}

// Signers returns the calls of this package that sign with the key of a verification.
func (p *Reader) Signers(c *calls.Call) []*calls.Call {
	var out []*calls.Call
	for _, s := range p.Calls.All {
		if s.Verb == model.Sign && s.Via == nil && p.sharesKey(s, c) {
			out = append(out, s)
		}
	}
	return out
}

// SharesKeys reports whether two verifications take the same key, or ask the same function, key set
// or verifier for it.
func (p *Reader) SharesKeys(a, b *calls.Call) bool {
	if p.sharesKey(a, b) {
		return true
	}
	var from [2][]types.Object
	for i, c := range []*calls.Call{a, b} {
		keyfuncs, _ := p.Calls.Resolve(c, model.Keyfunc)
		keys, _ := p.Calls.Resolve(c, model.Key)
		for _, e := range slices.Concat(keyfuncs, keys) {
			from[i] = append(from[i], p.holders(e)...)
		}
	}
	return slices.ContainsFunc(from[0], func(obj types.Object) bool {
		return slices.Contains(from[1], obj)
	})
}

// holders returns the field, package variable or function that gives a key, and of a method value
// what it is a method of: s.keys of s.keys.Keyfunc.
func (p *Reader) holders(e ast.Expr) []types.Object {
	var out []types.Object
	add := func(e ast.Expr) {
		switch obj := p.Index.Used(e).(type) {
		case *types.Func:
			if obj.Pkg() == p.Pkg {
				out = append(out, obj)
			}
		case *types.Var:
			if obj.IsField() && !p.ofLibrary(e) || obj.Parent() == p.Pkg.Scope() {
				out = append(out, obj)
			}
		}
	}
	add(e)
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
		if _, method := p.Index.Used(sel).(*types.Func); method {
			add(sel.X)
		}
	}
	return out
}

// ofLibrary reports whether an expression is a field of a type that a library for tokens declares:
// each key that it wraps is another one.
//
//	jwk.Key
func (p *Reader) ofLibrary(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok && model.OfTokens(typing.TypeName(typing.Deref(typing.OrInvalid(p.Info.TypeOf(sel.X)))))
}

// OfKeySet reports whether all keys of a verification are those that a library for tokens has decoded
// from JSON Web Keys (RFC 7517), and none that the program puts there: each has the type of its
// algorithm, and is no text of a public key.
//
//	return set.Key(kid)[0].Key, nil
func OfKeySet(p *Reader, c *calls.Call) bool {
	keys := p.keyExprs(c)
	return slices.ContainsFunc(keys, p.ofLibrary) && !slices.ContainsFunc(keys, func(e ast.Expr) bool {
		return !p.Info.Types[e].IsNil() && (!p.ofLibrary(e) || p.Origin.Trace(e).Has(
			origin.Const, origin.Embed, origin.File, origin.Config, origin.Flag, origin.Env, origin.Random))
	})
}

// sharesKey reports whether two calls use the same key.
func (p *Reader) sharesKey(a, b *calls.Call) bool {
	keysA, keysB := p.Calls.Key(a), p.Calls.Key(b)
	known := origin.NewSet(keysA)
	if slices.ContainsFunc(keysB.Origins, func(o *origin.Origin) bool {
		return o.Kind != origin.Unknown && known.Has(o)
	}) {
		return true
	}
	return slices.ContainsFunc(keysB.Through, func(v *types.Var) bool {
		return slices.Contains(keysA.Through, v)
	})
}
