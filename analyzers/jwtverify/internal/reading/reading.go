// Package reading answers whether somebody verifies the token that a call reads, for each of the
// callers that hand one over. jwtverify asks it:
//
//	parser.ParseUnverified(s, claims)   // reads which key to take
//	jwt.Parse(s, keyFor(claims.Issuer)) // verifies the same token
//	auth.Check(r.Context(), s)          // may do so, unseen
package reading

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/leniency"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/program"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/refusal"
)

// Reading is one way in which a call reads a token: for which of the callers that share it.
type Reading struct {
	*calls.Call
	Path   *origin.Path // the calls that hand the token over, nil for all
	sent   origin.Trace // what it comes from
	others []ast.Node   // the functions that hand over other tokens, and go no further
}

// Requests returns where the token is read from a request, nil where it also comes from elsewhere.
func (r Reading) Requests() []ast.Node {
	var out []ast.Node
	for _, o := range r.sent.Origins {
		if o.Kind != origin.Request || o.Read() == nil {
			return nil
		}
		out = append(out, o.Read())
	}
	return out
}

// Reader finds the ways in which calls read tokens.
type Reader struct {
	calls.View
	Program  *program.Reader
	Uses     *uses.Reader
	Leniency *leniency.Reader
	Refusal  *refusal.Reader
}

// Of returns the ways in which a call reads a token, one for each caller that hands one over.
func (c *Reader) Of(call *calls.Call) []Reading {
	var cases []origin.Case
	args, _ := c.Calls.Resolve(call, model.Token)
	for _, e := range args {
		cases = append(cases, c.Origin.Cases(c.Origin.Local(e))...)
	}
	if len(cases) < 2 {
		return []Reading{{Call: call, sent: c.Uses.TokenTrace(call)}}
	}
	var out []Reading
	for _, by := range cases {
		r := Reading{Call: call, sent: by.Trace, Path: by.Path}
		own := c.funcsOf(by.Path)
		for _, other := range cases {
			for _, fn := range c.funcsOf(other.Path) {
				if fn != nil && !slices.Contains(own, fn) && !c.Refusal.PassesOn(fn) {
					r.others = append(r.others, fn)
				}
			}
		}
		out = append(out, r)
	}
	return out
}

// funcsOf returns the functions that hold the calls of a path.
func (c *Reader) funcsOf(path *origin.Path) []ast.Node {
	var out []ast.Node
	for _, call := range path.Calls() {
		out = append(out, c.Index.FuncAt(call.Pos()))
	}
	return out
}

// elsewhere reports whether a node stands in a function that hands over another token.
func (r Reading) elsewhere(n ast.Node) bool {
	return slices.ContainsFunc(r.others, func(fn ast.Node) bool {
		return fn != nil && fn.Pos() <= n.Pos() && n.End() <= fn.End()
	})
}

// tokens are the places where the token of a call is made, on its way and as a Go value.
func (c *Reader) tokens(r Reading) origin.Set {
	h := origin.NewSet(r.sent)
	args, _ := c.Calls.Resolve(r.Call, model.Token)
	for _, e := range args {
		h.Add(c.Origin.Local(e))
	}
	for _, e := range r.Args(model.Object) {
		h.Add(c.Origin.Trace(e))
	}
	h.AddNode(r.Node)
	return h
}

// isVerified reports whether somebody verifies the token that a call reads: another call of this
// package or one that it leads to, before or after. Code that is not seen and gets the same token
// may do it too. What another handler reads from its own requests under the same name is another
// token.
func (c *Reader) isVerified(r Reading) bool {
	own := c.tokens(r)
	var at ast.Node = r.Node
	if outer := c.Origin.Paths.Outermost(r.Path); outer != nil {
		at = outer
	}
	if slices.ContainsFunc(r.Args(model.Parts), func(signature ast.Expr) bool {
		return c.Refusal.CountsFor(signature, at) // by hand
	}) {
		return true
	}
	same := func(e ast.Expr) bool {
		tr := c.Origin.Trace(e)
		return slices.ContainsFunc(tr.Origins, own.Has) ||
			slices.ContainsFunc(tr.Through, own.HasVar) ||
			!r.elsewhere(e) && namesakes(r.sent, tr) && c.Refusal.CountsFor(e, at)
	}
	for _, v := range c.Calls.All {
		if v.Verb != model.Verify || v == r.Call || c.Leniency.SkipsSignature(v) != nil ||
			c.alternatives(v.Node, r.Node) {
			continue
		}
		args, _ := c.Calls.Resolve(v, model.Token)
		if slices.ContainsFunc(slices.Concat(args, v.Args(model.Object)), same) {
			return true
		}
	}
	return slices.ContainsFunc(c.unseen(), same)
}

// alternatives reports whether two places stand in methods of which one call runs either: two
// types implement an interface, and neither method leads to the other.
func (c *Reader) alternatives(a, b ast.Node) bool {
	f, ok := c.Index.FuncAt(a.Pos()).(*ast.FuncDecl)
	g, both := c.Index.FuncAt(b.Pos()).(*ast.FuncDecl)
	if !ok || !both || f == g || f.Recv == nil || g.Recv == nil || f.Name.Name != g.Name.Name {
		return false
	}
	callers := c.Origin.Callers(g)
	inside := func(call *ast.CallExpr) bool {
		fn := c.Index.FuncAt(call.Pos())
		return fn == f || fn == g
	}
	return slices.ContainsFunc(c.Origin.Callers(f), func(call *ast.CallExpr) bool {
		return slices.Contains(callers, call)
	}) && !slices.ContainsFunc(callers, inside) && !slices.ContainsFunc(c.Origin.Callers(f), inside)
}

// namesakes reports whether two values are read from requests under the same name.
func namesakes(a, b origin.Trace) bool {
	return slices.ContainsFunc(a.Origins, func(x *origin.Origin) bool {
		return x.Kind == origin.Request && len(x.Names) > 0 &&
			slices.ContainsFunc(b.Origins, func(y *origin.Origin) bool {
				return y.Kind == origin.Request &&
					slices.ContainsFunc(y.Names, func(n string) bool {
						return slices.ContainsFunc(x.Names, func(m string) bool {
							return strings.EqualFold(m, n)
						})
					})
			})
	})
}

// unseen returns the arguments that can be a token and go to code of other packages of which
// nothing is known.
func (c *Reader) unseen() []ast.Expr {
	var out []ast.Expr
	for _, call := range c.Index.Calls {
		if tv := c.Info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
			continue
		}
		obj := c.Index.Callee(call)
		if fn, ok := obj.(*types.Func); ok &&
			(c.Index.Decls[fn] != nil || c.knows(call, fn) ||
				uses.IsStandard(fn.Pkg(), c.Pkg)) {
			continue
		}
		if fn, ok := obj.(*types.Func); ok && !isInterface(fn) &&
			slices.ContainsFunc(c.Calls.All,
				func(o *calls.Call) bool {
					return o.Node == call && len(o.Args(model.Token)) > 0
				}) {
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

// knows reports whether the model says what a call does with a token. What it leaves in the context
// of a request another package can verify, unless it is left for this one.
func (c *Reader) knows(call *ast.CallExpr, fn *types.Func) bool {
	sig := model.Of(fn, "")
	kept := sig != nil && (sig.Verb == model.Attach || sig.Verb == model.Attached)
	return sig != nil && !kept || kept && origin.IsTaken(c.Origin, call)
}

// isInterface reports whether a function is a method of an interface, of which facts tell no more
// than what one type does.
func isInterface(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// choosing are the claims that say which key verifies a token and how long it lives.
var choosing = []string{"iss", "kid", "alg", "exp", "iat", "nbf"}

// Believed returns a use of claims that nobody has verified and that say more than which key to
// verify them with; ok is false where there is none, where the token does not come from outside, or
// where that cannot be seen.
func (c *Reader) Believed(r Reading) (use uses.Read, ok bool) {
	if program, _ := c.Program.CommandLine(r.Node); program || !r.sent.Has(origin.Request) {
		return use, false
	}
	for _, read := range c.Uses.Result(r.Call).Reads() {
		if !slices.Contains(choosing, read.Claim) && !r.elsewhere(read) {
			return read, !c.isVerified(r)
		}
	}
	return use, false
}
