package claims

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// This file collects the payload of a call, as a whole or by its callers:
//
//	func sign(c jwt.MapClaims) (string, error) { ... SignedString(key) }
//	sign(jwt.MapClaims{"sub": id, "exp": end}) // one payload
//	sign(jwt.MapClaims{"sub": id})             // another

// Payload returns the claims that a call signs, of whatever caller.
func (p *Reader) Payload(c *calls.Call) *Payload {
	if p.payloads[c] == nil {
		args, seen := p.Calls.Resolve(c, model.Claims)
		var traces []origin.Trace
		for _, e := range args {
			traces = append(traces, p.Origin.Trace(e))
		}
		p.payloads[c] = p.collect(c, traces, seen)
	}
	return p.payloads[c]
}

// maxPayloads is how many callers of one helper are told apart.
const maxPayloads = 64

// Payloads returns the payloads that a call can sign, one for each way in which callers in this
// package hand the claims over, or the end of the token.
func (p *Reader) Payloads(c *calls.Call) []*Payload {
	var out []*Payload
	args, seen := p.Calls.Resolve(c, model.Claims)
	if len(args) == 1 {
		if cases := p.Origin.Cases(p.Origin.Local(args[0])); len(cases) <= maxPayloads {
			for _, by := range cases {
				pay := p.collect(c, []origin.Trace{by.Trace}, seen)
				pay.Path = by.Path
				out = append(out, pay)
			}
		}
	}
	if len(out) == 0 {
		out = []*Payload{p.Payload(c)}
	}
	for _, pay := range slices.Clone(out) {
		out = append(out, p.endless(pay)...)
		out = append(out, p.unended(c, pay)...)
	}
	return out
}

// endless returns a payload for the callers that leave the end of a token out, where the others
// hand it over: sign(claims, nil).
func (p *Reader) endless(pay *Payload) []*Payload {
	ends := pay.Setters(string(model.Exp))
	if len(ends) != 1 || ends[0].Lifetime {
		return nil
	}
	var out []*Payload
	for _, by := range p.Origin.Cases(p.Origin.Local(ends[0].Value)) {
		path, agree := p.Origin.Paths.Join(pay.Path, by.Path)
		if !agree || by.Path == nil || !by.Only(origin.Nothing) || len(out) == maxPayloads {
			continue
		}
		out = append(out, pay.without(string(model.Exp), path))
	}
	return out
}

// without returns the payload of some callers, which lacks a claim.
func (p *Payload) without(name string, path *origin.Path) *Payload {
	out := *p
	out.Path = path
	out.Claims = slices.DeleteFunc(slices.Clone(p.Claims), func(c Claim) bool {
		return c.Name == name
	})
	return &out
}

// collect returns the claims of a call whose claims have the origins; seen is false where there may
// be others.
func (p *Reader) collect(c *calls.Call, from []origin.Trace, seen bool) *Payload {
	pay := &Payload{}
	parts, all := p.Calls.Parts(c, model.Object)
	pay.Complete = seen && all && !p.endsElsewhere(c)
	for _, tr := range from {
		p.addOrigins(pay, tr)
	}
	if len(from) == 0 { // the constructor of the token makes the claims
		for _, part := range parts {
			if !part.Option {
				pay.Origins = append(pay.Origins, part.Call.Node)
			}
		}
	}
	if len(pay.Origins) == 0 {
		pay.Complete = false
		return pay
	}
	for _, part := range parts {
		p.addCall(pay, part.Call)
	}
	p.addSetters(pay)
	p.addStores(pay)
	p.noteEscapes(pay)
	return pay
}

// At returns the call that hands the payload over, the signing call itself where no caller does.
func (p *Reader) At(c *calls.Call, pay *Payload) ast.Node {
	if call := p.Origin.Paths.Outermost(pay.Path); call != nil {
		return call
	}
	return c.Node
}
