package jwtverify

// This file asks whether a token is verified somewhere:
//
//	parser.ParseUnverified(s, claims)   // reads which key to take
//	jwt.Parse(s, keyFor(claims.Issuer)) // verifies the same token
//	auth.Check(r.Context(), s)          // may do so, unseen

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/uses"
)

// tokens are the places where the token of a call is made, on its way and as a Go value.
func (c *check) tokens(call *calls.Call) origin.Set {
	h := origin.NewSet()
	args, _ := c.Calls.Resolve(call, model.Token)
	for _, e := range args {
		h.Add(c.Origin.Trace(e))
		h.Add(c.Origin.Local(e))
	}
	for _, e := range call.Args(model.Object) {
		h.Add(c.Origin.Trace(e))
	}
	return h
}

// isVerified reports whether somebody verifies the token that a call reads: another call of this
// package or one that it leads to, before or after. Code that is not seen and gets the same token
// may do it too.
func (c *check) isVerified(call *calls.Call) bool {
	own := c.tokens(call)
	own.AddNode(call.Node)
	meets := func(tr origin.Trace) bool {
		return slices.ContainsFunc(tr.Origins, own.Has) || slices.ContainsFunc(tr.Through, own.HasVar)
	}
	sent := c.uses.TokenTrace(call)
	for _, v := range c.Calls.All {
		if v.Verb != model.Verify || v == call || c.leniency.SkipsSignature(v) != nil {
			continue
		}
		args, _ := c.Calls.Resolve(v, model.Token)
		for _, e := range slices.Concat(args, v.Args(model.Object)) {
			if tr := c.Origin.Trace(e); meets(tr) || namesakes(sent, tr) {
				return true
			}
		}
	}
	for _, e := range c.unseen() {
		if tr := c.Origin.Trace(e); meets(tr) || namesakes(sent, tr) {
			return true
		}
	}
	return false
}

// namesakes reports whether two values are read from requests under the same name.
func namesakes(a, b origin.Trace) bool {
	return slices.ContainsFunc(a.Origins, func(x origin.Origin) bool {
		return x.Kind == origin.Request && len(x.Names) > 0 &&
			slices.ContainsFunc(b.Origins, func(y origin.Origin) bool {
				return y.Kind == origin.Request && slices.ContainsFunc(y.Names, func(n string) bool {
					return slices.ContainsFunc(x.Names, func(m string) bool { return strings.EqualFold(m, n) })
				})
			})
	})
}

// unseen returns the arguments that can be a token and go to code of other packages of which
// nothing is known.
func (c *check) unseen() []ast.Expr {
	var out []ast.Expr
	for _, call := range c.Index.Calls {
		if tv := c.Info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
			continue
		}
		obj := c.Index.Callee(call)
		if fn, ok := obj.(*types.Func); ok &&
			(c.Index.Decls[fn] != nil || model.Of(fn, "") != nil || standard(fn.Pkg(), c.Pkg)) {
			continue
		}
		if fn, ok := obj.(*types.Func); ok && !isInterface(fn) &&
			slices.ContainsFunc(c.Calls.All,
				func(o *calls.Call) bool { return o.Node == call && len(o.Args(model.Token)) > 0 }) {
			continue // a fact tells what it does
		}
		for _, a := range call.Args {
			if t := c.Info.TypeOf(a); t != nil && c.Info.Types[a].Value == nil &&
				(typing.MayHoldText(t) || typing.Mutable(t)) {
				out = append(out, a)
			}
		}
	}
	return out
}

// isInterface reports whether a function is a method of an interface, of which facts tell no more
// than what one type does.
func isInterface(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// standard reports whether a package that own imports comes with Go: none of them verifies tokens.
func standard(pkg, own *types.Package) bool {
	if pkg == nil {
		return true
	}
	first, _, _ := strings.Cut(pkg.Path(), "/")
	top, _, _ := strings.Cut(own.Path(), "/")
	return !strings.Contains(first, ".") && first != top
}

// choosing are the claims that say which key verifies a token and how long it lives.
var choosing = []string{"iss", "kid", "alg", "exp", "iat", "nbf"}

// believed returns a use of claims that nobody has verified and that say more than which key to
// verify them with; ok is false where there is none, where the token does not come from outside, or
// where that cannot be seen.
func (c *check) believed(call *calls.Call) (use uses.Read, ok bool) {
	if program, _ := c.program.CommandLine(call.Node); program ||
		!c.uses.TokenTrace(call).Has(origin.Request) {
		return use, false
	}
	for _, r := range c.uses.Result(call).Reads() {
		if !slices.Contains(choosing, r.Claim) {
			return r, !c.isVerified(call)
		}
	}
	return use, false
}
