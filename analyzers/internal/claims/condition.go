package claims

// This file finds the callers for which a token gets no end:
//
//	func sign(sub string, ttl time.Duration) (string, error) {
//		c := jwt.MapClaims{"sub": sub}
//		if ttl > 0 {                                     // fails for the call below
//			c["exp"] = time.Now().Add(ttl).Unix()
//		}
//		return jwt.NewWithClaims(m, c).SignedString(key)
//	}
//	sign(user, 0)

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/conditions"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// unended returns a payload for each caller whose arguments fail the condition under which the
// function that signs sets the end of the token.
func (p *Reader) unended(c *calls.Call, pay *Payload) []*Payload {
	ends := pay.Setters(string(model.Exp))
	fn, ok := p.Index.FuncAt(c.Node.Pos()).(*ast.FuncDecl)
	if !ok || len(ends) != 1 || p.Index.FuncAt(ends[0].Value.Pos()) != ast.Node(fn) {
		return nil
	}
	needs := p.conditions.Needs(fn, ends[0].Value)
	if len(needs) == 0 {
		return nil
	}
	var out []*Payload
	for _, call := range p.Origin.Callers(fn) {
		path, ok := p.Origin.Paths.Enter(fn, call, nil)
		if !ok || len(out) == maxPayloads ||
			!slices.ContainsFunc(needs, func(n conditions.Need) bool { return p.conditions.Fails(n, call) }) {
			continue
		}
		if path, ok = p.Origin.Paths.Join(path, pay.Path); ok {
			out = append(out, pay.without(string(model.Exp), path))
		}
	}
	return out
}
