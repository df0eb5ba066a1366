package jwttransport

// This file follows credentials into requests:
//
//	req, _ := http.NewRequest("GET", address, nil)   // where the request is made
//	req.Header.Set("Authorization", "Bearer "+token) // credentials, at that request
//	client.Do(req)                                   // all: address, credentials and client

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/secrets"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// request is a request that carries credentials.
type request struct {
	Address        ast.Expr
	Credentials    *calls.Call // puts the credentials in
	Client         ast.Expr    // what sends it, nil where that is not seen
	InsecureClient ast.Expr    // the call that makes the client disable TLS verification, nil for none
}

// requests finds the requests of one package and what they carry.
type requests struct {
	calls.View
	secrets *secrets.Reader
	clients *clients
}

// all returns the requests of the package that carry credentials: an Authorization header, a token,
// a password.
func (p *requests) all() []request {
	proofs := p.credentials()
	out := p.addBearers(proofs)
	for _, c := range p.Calls.All {
		if c.Verb != model.Fetch && c.Verb != model.Build || len(c.Args(model.Target)) > 0 {
			continue
		}
		proof := proofs.of(p, c)
		if proof == nil {
			continue
		}
		for _, e := range c.Args(model.Address) {
			out = append(out, request{Address: e, Credentials: proof})
		}
		for _, e := range c.Args(model.Client) {
			out = append(out, request{Credentials: proof, Client: e})
		}
		for _, e := range c.Args(model.Options) {
			out = append(out, request{Credentials: proof, Client: e})
		}
		if sig := model.Of(c.Callee, ""); sig != nil && sig.Result(0) == model.InsecureSkipVerify {
			e, _ := c.Node.(ast.Expr)
			out = append(out, request{Credentials: proof, InsecureClient: e})
		}
	}
	return out
}

// credentials holds the calls that put credentials into requests, by where the requests, or the
// clients that put them into each of theirs, are made; below holds those of clients of which one
// request carries credentials.
type credentials struct{ own, below map[ast.Node]*calls.Call }

func (p *requests) credentials() credentials {
	x := credentials{map[ast.Node]*calls.Call{}, map[ast.Node]*calls.Call{}}
	for _, c := range p.Calls.All {
		switch {
		case c.Verb == model.SetCredentials && len(c.Args(model.Head)) > 0:
			if slices.ContainsFunc(c.Args(model.Head), p.setsCredentials) {
				x.put(p, c, c.Args(model.Object))
			}
		case c.Verb == model.SetCredentials:
			x.put(p, c, c.Args(model.Object))
		case c.Verb == model.Header &&
			slices.ContainsFunc(c.Args(model.Name), p.namesCredentials) &&
			!p.Origin.Blank(c.Args(model.Value)):
			on := []ast.Expr{c.On}
			if sel, ok := ast.Unparen(syntax.OrBad(c.On)).(*ast.SelectorExpr); ok &&
				p.Info.Selections[sel] != nil {
				on = append(on, sel.X) // the headers of a request
			}
			x.put(p, c, on)
		}
	}
	p.assigned(x)
	return x
}

// assigned adds the requests whose header fields are assigned as a whole or one by one.
func (p *requests) assigned(x credentials) {
	for _, s := range p.Index.Stores {
		switch {
		case s.Value == nil:
		case s.Key != nil && p.namesCredentials(s.Key) && p.isHeader(s.Base):
			on := []ast.Expr{s.Base}
			if sel, ok := ast.Unparen(s.Base).(*ast.SelectorExpr); ok {
				on = append(on, sel.X)
			}
			x.put(p, &calls.Call{Verb: model.SetCredentials, Node: s.Value}, on)
		case s.Field != nil && s.Field.Pkg() != p.Pkg && p.isHeader(s.Value) &&
			p.setsCredentials(s.Value):
			x.put(p, &calls.Call{Verb: model.SetCredentials, Node: s.Value}, []ast.Expr{s.Base})
		}
	}
}

// isHeader reports whether an expression has a type of which a header field can be picked.
func (p *requests) isHeader(e ast.Expr) bool {
	obj := typing.TypeName(p.Info.TypeOf(e))
	if obj == nil {
		return false
	}
	get, _, _ := types.LookupFieldOrMethod(obj.Type(), true, obj.Pkg(), "Set")
	sig := model.Of(get, obj.Name())
	return sig != nil && sig.Verb == model.Header
}

// put notes that a call puts credentials into what the expressions can be.
func (x credentials) put(p *requests, c *calls.Call, on []ast.Expr) {
	for _, e := range on {
		if e == nil {
			continue
		}
		for _, o := range p.Origin.Trace(e).Origins {
			if o.Kind != origin.Object || o.At == nil {
				continue
			}
			x.own[o.At] = c
			if b := p.Calls.Constructor(o); b != nil {
				for _, client := range b.Args(model.Client) {
					for _, o := range p.Origin.Trace(client).Origins {
						if o.At != nil {
							x.below[o.At] = c
						}
					}
				}
			}
		}
	}
}

// namesCredentials reports whether the name of a header field is that of one for credentials (RFC
// 9110 section 11.6.2).
func (p *requests) namesCredentials(e ast.Expr) bool {
	return slices.ContainsFunc(p.Origin.Strings(e), func(n string) bool {
		return strings.EqualFold(n, "Authorization") || strings.EqualFold(n, "X-Api-Key")
	})
}

// of returns the call that puts credentials into the request of a call, nil where none does.
func (x credentials) of(p *requests, c *calls.Call) *calls.Call {
	if proof := x.own[c.Node]; proof != nil {
		return proof
	}
	for _, e := range c.Args(model.Object) {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.At == nil {
				continue
			}
			if proof := x.own[o.At]; proof != nil {
				return proof
			}
			if b := p.Calls.Constructor(o); b != nil {
				for _, client := range b.Args(model.Client) {
					for _, o := range p.Origin.Trace(client).Origins {
						if proof := x.own[o.At]; o.At != nil && proof != nil {
							return proof
						}
					}
				}
			}
			if proof := x.below[o.At]; proof != nil && c.Verb == model.Fetch {
				return proof
			}
		}
	}
	return p.carries(c)
}
