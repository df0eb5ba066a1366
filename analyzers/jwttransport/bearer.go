package jwttransport

// This file finds clients and transports that put credentials into every request they send:
//
//	func (t *bearer) RoundTrip(r *http.Request) (*http.Response, error) { // a transport, signs
//		r.Header.Set("Authorization", "Bearer "+t.token)
//	}
//	client := &http.Client{Transport: &bearer{token: token, base: base}}  // on, of the client
//	client := oauth2.NewClient(ctx, source)                               // the same

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// bearers finds the clients of one package that put credentials into their requests.
type bearers struct {
	*requests
	signs map[*types.Func]bool // see puts
}

// addBearers adds the clients and transports that put credentials into requests, and the requests
// that are sent by them.
func (p *requests) addBearers(x credentials) []request {
	b := &bearers{p, map[*types.Func]bool{}}
	var out []request
	add := func(e ast.Expr) {
		proof := &calls.Call{Verb: model.SetCredentials, Node: e}
		x.own[e] = proof
		out = append(out, request{Credentials: proof, Client: e})
	}
	for _, lit := range p.Index.Literals {
		if b.adds(p.Info.TypeOf(lit)) {
			add(lit)
		}
	}
	for _, c := range p.Index.Calls {
		if b.returns(c) {
			add(c)
		}
	}
	if len(out) == 0 {
		return nil
	}
	for _, c := range p.Calls.All {
		if c.Verb != model.Fetch {
			continue
		}
		for _, e := range c.Args(model.Client) {
			if proof := b.on(x, e, map[ast.Node]bool{}); proof != nil {
				x.own[c.Node] = proof
				x.put(p, proof, c.Args(model.Object))
			}
		}
	}
	return out
}

// returns reports whether a call makes a client that puts credentials into requests.
func (b *bearers) returns(c *ast.CallExpr) bool {
	if sig, obj := b.Index.Row(c); sig != nil {
		return sig.Result(0) == model.Bearer
	} else if fn, ok := obj.(*types.Func); ok {
		return b.clients.adds(fn)
	}
	return false
}

// adds reports whether a type is a transport that puts credentials into each request.
func (b *bearers) adds(t types.Type) bool {
	name := typing.TypeName(typing.Deref(typing.OrInvalid(t)))
	if name == nil {
		return false
	}
	if sig := model.Of(name, ""); sig != nil {
		return sig.Means(model.TypeRole, model.Bearer)
	}
	obj, _, _ := types.LookupFieldOrMethod(name.Type(), true, name.Pkg(), "RoundTrip")
	fn, ok := obj.(*types.Func)
	return ok && (b.clients.adds(fn) || b.puts(fn.Origin()))
}

// puts reports whether a function of this package puts credentials into a request, itself or by
// another one.
func (b *bearers) puts(fn *types.Func) bool {
	if known, ok := b.signs[fn]; ok {
		return known
	}
	b.signs[fn] = false // one that calls itself
	d := b.Index.Decls[fn]
	if d == nil {
		return false
	}
	within := func(n ast.Node) bool { return d.Pos() <= n.Pos() && n.End() <= d.End() }
	b.signs[fn] = slices.ContainsFunc(b.Calls.All, func(c *calls.Call) bool {
		return within(c.Node) && b.setsHeader(c)
	}) || slices.ContainsFunc(b.Index.Calls, func(c *ast.CallExpr) bool {
		if !within(c) {
			return false
		}
		called, ok := b.Index.Callee(c).(*types.Func)
		return ok && called.Pkg() == b.Pkg && called.Name() != "RoundTrip" && b.puts(called.Origin())
	})
	return b.signs[fn]
}

// setsHeader reports whether a call puts credentials into a request.
func (p *requests) setsHeader(c *calls.Call) bool {
	return c.Verb == model.SetCredentials && len(c.Args(model.Head)) == 0 ||
		c.Verb == model.Header && slices.ContainsFunc(c.Args(model.Name), p.namesCredentials) &&
			!p.Origin.Blank(c.Args(model.Value))
}

// on returns what makes a client put credentials into its requests, nil where nothing does: what it
// is made of, or what is assigned to its fields.
func (b *bearers) on(x credentials, client ast.Expr, seen map[ast.Node]bool) *calls.Call {
	for _, o := range b.Origin.Trace(client).Origins {
		if o.At == nil || seen[o.At] {
			continue
		}
		seen[o.At] = true
		if proof := x.own[o.At]; proof != nil && proof.Node == o.At {
			return proof
		}
		for _, e := range b.parts(o.At) {
			if proof := b.on(x, e, seen); proof != nil {
				return proof
			}
		}
	}
	return nil
}

// parts returns the structs and interfaces that a literal is made of or that are assigned to its
// fields.
func (b *bearers) parts(made ast.Node) []ast.Expr {
	var out []ast.Expr
	lit, ok := made.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	isPart := func(e ast.Expr) bool { return typing.MayHaveParts(b.Info.TypeOf(e)) }
	for _, el := range lit.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			el = kv.Value
		}
		if isPart(el) {
			out = append(out, el)
		}
	}
	for _, s := range b.Index.Stores {
		if s.Field != nil && s.Value != nil && s.Field.Pkg() != b.Pkg && isPart(s.Value) &&
			b.Origin.Trace(s.Base).ComesFrom(lit) {
			out = append(out, s.Value)
		}
	}
	return out
}
