package kinds

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// OfLife returns what the token is for of which a package hands the life to another one, ""
// where nothing says it.
func (r *Reader) OfLife(h claims.Handed, q quantity.Value) inventory.Purpose {
	if p := naming.Purpose(r.Index, h.Call.Node, h.Value); p != "" {
		return p
	}
	way := claims.Way{Path: q.Path, At: q.At, Known: h.Purpose}
	if purpose, says := r.evidence(h.Call, way); says {
		return purpose
	}
	return ""
}

// OfKey returns what the tokens are for that another package signs or verifies with a key that it is
// handed, "" where nothing says it. A name says that one is of another kind where the call returns it:
//
//	func (s *Service) newMFAToken(u User) (string, error) { return auth.Sign(claims(u), s.key) }
func (r *Reader) OfKey(c *calls.Call) inventory.Purpose {
	p := naming.Purpose(r.Index, c.Node, c.Args(model.Key)...)
	fn, ok := c.Callee.(*types.Func)
	if p != "" || !ok || c.Verb != model.Sign || fn.Signature().Results().Len() == 0 ||
		!typing.IsText(fn.Signature().Results().At(0).Type()) {
		return p
	}
	if purpose, _ := r.evidence(c, claims.Way{}); purpose == inventory.Other {
		return purpose
	}
	return ""
}

// OfHanded returns what a token is for that is handed to a function of another package, "" where
// nothing says it: a kind that is handed over beside it, the names in the token, the function's name.
//
//	s.Verify(raw, "refresh")
func (r *Reader) OfHanded(c *calls.Call) inventory.Purpose {
	if call, ok := c.Node.(*ast.CallExpr); ok {
		for _, a := range call.Args {
			if p := naming.PurposeOf(r.Index.Text(a)); p != "" {
				return p
			}
		}
	}
	p := naming.Purpose(r.Index, nil, c.Args(model.Token)...)
	if p == "" && !naming.Makes(c.Callee.Name()) { // NewAccessToken(refresh)
		p = naming.PurposeOf(c.Callee.Name())
	}
	return p
}
