package algorithm

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Unsigned is an expression that makes or accepts tokens without a signature:
//
//	jwt.NewWithClaims(jwt.SigningMethodNone, claims)
//	jwt.WithValidMethods([]string{"HS256", "none"})
//	return jwt.UnsafeAllowNoneSignatureType, nil // a keyfunc
type Unsigned struct {
	At     ast.Node
	Call   *calls.Call
	Verify bool // it accepts such tokens, rather than making them
	Chosen bool // it can be another algorithm too, and the program chooses, not the token
}

// Unsigned returns the expressions that make or accept tokens without a signature: the algorithm
// none (RFC 7518 section 3.6), and the key that a keyfunc returns to allow it.
func (p *Reader) Unsigned() []Unsigned {
	var out []Unsigned
	for _, c := range p.Calls.All {
		if c.Via != nil {
			continue
		}
		switch c.Verb {
		case model.Sign:
			args, _ := p.Calls.Resolve(c, model.Method)
			for _, e := range args {
				if at := p.noneOrigin(e); at != nil && !p.refusesNone(c) {
					out = append(out, Unsigned{at, c, false, p.hasOther(p.Origin.Trace(e))})
				}
			}
			if len(args) == 0 && p.Calls.Alg(c) == "none" { // an option or constructor
				out = append(out, Unsigned{c.Node, c, false, false})
			}
		case model.Verify:
			methods, _ := p.Calls.Resolve(c, model.Method)
			chosen := !p.keyfuncReadsAlg(c) && p.hasOther(p.Calls.Key(c))
			for _, e := range append(p.keyExprs(c), methods...) {
				if at := p.noneOrigin(e); at != nil {
					out = append(out, Unsigned{at, c, true, chosen})
				}
			}
			if names, at := p.AcceptedNames(c); len(names) > 0 {
				for _, n := range names {
					if strings.EqualFold(n, "none") {
						out = append(out, Unsigned{at, c, true, false})
					}
				}
			}
		}
	}
	return out
}

// refusesNone reports whether the library of a signing call makes no token without a signature but for
// a key that says so, and the call gives another.
//
//	jwt.NewWithClaims(jwt.SigningMethodNone, claims).SignedString(nil) // an error
func (p *Reader) refusesNone(c *calls.Call) bool {
	keys, seen := p.Calls.Resolve(c, model.Key)
	if !seen || len(keys) == 0 || c.Callee == nil || c.Callee.Pkg() == nil {
		return false
	}
	lib := c.Callee.Pkg().Scope()
	return slices.ContainsFunc(lib.Names(), func(name string) bool {
		sig := model.Of(lib.Lookup(name), "")
		return sig != nil && sig.Verb == model.Hold && sig.Result(0) == "none"
	}) && !slices.ContainsFunc(keys, func(e ast.Expr) bool {
		tr := p.Origin.Trace(e)
		return slices.ContainsFunc(tr.Origins, isNone) || tr.Has(origin.Param, origin.Unknown)
	})
}

// noneOrigin returns the origin of an expression that stands for no signature, nil where it stands
// for something else.
func (p *Reader) noneOrigin(e ast.Expr) ast.Node {
	for _, o := range p.Origin.Trace(e).Origins {
		if isNone(o) && o.At != nil {
			return o.At
		}
	}
	return nil
}

// isNone reports whether an origin stands for no signature.
func isNone(o *origin.Origin) bool {
	return slices.ContainsFunc([]types.Object{o.Obj, o.Via}, func(obj types.Object) bool {
		sig := model.Of(obj, "")
		return sig != nil && sig.Result(0) == "none"
	})
}

// hasOther reports whether a key or an algorithm can be another than none.
func (p *Reader) hasOther(tr origin.Trace) bool {
	return slices.ContainsFunc(tr.Origins, func(o *origin.Origin) bool {
		return o.Kind != origin.Nothing && !isNone(o)
	})
}
