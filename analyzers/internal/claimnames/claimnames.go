// Package claimnames answers whether a package may set a claim, by the name that it writes. What it
// sets is a question to claims, which is not asked in packages that write no such name.
//
//	jwt.MapClaims{"aud": "api"}   // Set: aud
//	Claims{Until: end}            // with `json:"valid_until"`: valid_until
//	claims["expires"] = end       // expires
//	c.Audience = []string{"api"}  // aud
package claimnames

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Set reports whether a package writes the name of a wanted claim in a literal, or assigns to an element
// or a field that may be one.
func Set(p *calls.Package, wanted func(claim string) bool) bool {
	return slices.ContainsFunc(p.Index.Literals, func(lit *ast.CompositeLit) bool {
		return inLiteral(p, lit, wanted)
	}) || slices.ContainsFunc(p.Index.Stores, func(s syntax.Store) bool {
		return s.Key != nil && wanted(p.Index.Text(s.Key)) ||
			s.Field != nil && (wanted(s.Field.Name()) || wanted(model.RegisteredClaim(s.Field.Name())))
	})
}

// inLiteral reports whether a literal of a map or struct sets a wanted claim.
func inLiteral(p *calls.Package, lit *ast.CompositeLit, wanted func(claim string) bool) bool {
	st := typing.StructOf(p.Info.TypeOf(lit))
	for i, el := range lit.Elts {
		kv, keyed := el.(*ast.KeyValueExpr)
		if st == nil {
			if keyed && wanted(p.Index.Text(kv.Key)) {
				return true
			}
			continue
		}
		if keyed {
			i = typing.FieldIndex(st, syntax.NameOf(kv.Key))
		}
		if i < 0 || i >= st.NumFields() {
			continue
		}
		name, _ := claims.ClaimName(st, i)
		if wanted(name) || wanted(model.RegisteredClaim(st.Field(i).Name())) {
			return true
		}
	}
	return false
}
