package jwttransport

// This file looks for servers that accept tokens without TLS:
//
//	http.ListenAndServe(":8080", handler)            // listeners
//	http.ListenAndServe("localhost:8080", handler)   // not reported: loopback
//	http.ListenAndServe(":9090", promhttp.Handler()) // isOperatorListener

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	front "github.com/jwtvet/jwtvet/analyzers/internal/settings"
	"github.com/jwtvet/jwtvet/analyzers/jwttransport/internal/loopback"
	"github.com/jwtvet/jwtvet/analyzers/jwttransport/internal/operators"
)

// listeners returns the calls by which a program that gives out or accepts tokens answers requests
// over connections that others can listen to: nil where this package, or one of its program that it
// imports, encrypts connections or knows that something in front of it does. What listens at
// addresses of the machine itself is left out, what listens where cannot be seen, and what answers
// operators only, beside what answers everybody.
func (p *servers) listeners() []*calls.Call {
	if p.Calls == nil || !p.program(func(s *Serves) bool { return s.Tokens }) ||
		p.program(func(s *Serves) bool { return s.TLS }) {
		return nil
	}
	var out, beside []*calls.Call
	for _, c := range p.listens() {
		switch {
		case p.wrapped(c) || !p.exposed(c):
		case p.isOperatorListener(c):
			beside = append(beside, c)
		default:
			out = append(out, c)
		}
	}
	if out == nil {
		out = beside
	}
	if out == nil || front.Encrypted(p.pass) {
		return nil
	}
	return out
}

// isOperatorListener reports whether what answers is a handler that others made as it is, such as
// one for profiles or metrics.
func (p *servers) isOperatorListener(c *calls.Call) bool {
	handlers, _ := p.Calls.Resolve(c, model.Handler)
	if operators.Named(p.View, c.Node, handlers) {
		return true
	}
	return len(handlers) > 0 && !slices.ContainsFunc(handlers, func(h ast.Expr) bool {
		made, ok := ast.Unparen(h).(*ast.CallExpr)
		if !ok {
			return !p.Info.Types[h].IsNil() && !operators.Only(p.View, h)
		}
		fn, ok := p.Index.Callee(made).(*types.Func)
		return !ok || len(made.Args) > 0 || fn.Pkg() == nil || p.sameProgram(fn.Pkg())
	})
}

// wrapped reports whether a call is also reported in the package whose function calls the library.
func (p *servers) wrapped(c *calls.Call) bool {
	return c.Via != nil && p.anyServes(func(s *Serves, by *types.Package) bool {
		return s.Tokens && by == c.Via.Pkg()
	})
}

// exposed reports whether others can reach what listens.
func (p *servers) exposed(c *calls.Call) bool {
	sig := model.Of(c.Callee, "")
	bound, seen := p.Calls.Resolve(c, model.ListenAddress)
	if sig != nil && sig.Recv == model.None && sig.Index(model.ListenAddress) < 0 &&
		(!seen || len(bound) == 0) || p.Origin.Blank(bound) {
		// The listener is made elsewhere, as frameworks are given one before an empty address, or
		// the address is in settings.
		return false
	}
	networks, _ := p.Calls.Resolve(c, model.Scheme)
	return !slices.ContainsFunc(networks, p.socket) && !slices.ContainsFunc(bound, p.loopback)
}

// socket reports whether the name of a network can be that of sockets in the file system, as any
// can be of which nothing is known.
//
//	net.Listen(strings.Cut(address, "://"))
func (p *servers) socket(network ast.Expr) bool {
	known := p.Origin.Strings(network)
	return len(known) == 0 || slices.ContainsFunc(known, func(t string) bool {
		return strings.HasPrefix(t, "unix")
	})
}

// loopback reports whether an address that a server listens at can be one of the machine itself, or is
// tested to be one.
func (p *servers) loopback(at ast.Expr) bool {
	texts := p.Origin.Strings(at) // defaults of flags and settings among them
	for _, way := range p.Spelling.Spellings(at) {
		text := ""
		for i := 0; i < len(way) && way[i].Expr == nil; i++ {
			text += way[i].Text
		}
		texts = append(texts, text)
		if text == "" && len(way) > 0 { // a host that is a setting
			texts = append(texts, p.Origin.Strings(way[0].Expr)...)
		}
	}
	return slices.ContainsFunc(texts, loopback.Local) || loopback.Tested(p.View, at)
}

// listens returns the calls that listen: those of libraries, and those of functions of other
// packages that have a fact.
func (p *servers) listens() []*calls.Call {
	var out []*calls.Call
	for _, c := range p.Calls.All {
		if c.Verb == model.Listen {
			out = append(out, c)
		}
	}
	p.Index.Handed(func(v *types.Var, node ast.Node, value ast.Expr, callee types.Object) {
		if v.Pkg() != nil && p.pass.ImportObjectFact(v, &Listens{}) {
			out = append(out, calls.NewCall(model.Listen, node, v, callee,
				map[model.Role][]ast.Expr{model.ListenAddress: {value}}))
		}
	})
	slices.SortStableFunc(out, func(a, b *calls.Call) int {
		return p.Index.Compare(a.Node.Pos(), b.Node.Pos())
	})
	return out
}
