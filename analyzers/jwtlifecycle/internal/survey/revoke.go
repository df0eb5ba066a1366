package survey

// This file looks for what can take tokens back before they expire. A word is not enough: something
// is called, asked or compared.
//
//	if s.revocations.IsRevoked(ctx, claims.ID) {                   // a call, by its name
//	rdb.Exists(ctx, "revoked:"+claims.ID)                          // a store, by the key
//	db.QueryRow("SELECT 1 FROM revoked_tokens WHERE jti = $1", id) // or by the statement
//	db.Where("jti = ?", id).First(&BlacklistedToken{})             // or by the type of a row
//	if _, ok := blacklist[raw]; ok {                               // a map

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// denials looks for it in one package.
type denials struct{ calls.View }

// any reports whether something in the package takes tokens back, or asks what was taken back.
func (s denials) any() bool {
	return slices.ContainsFunc(s.Index.Calls, s.revokesBy) ||
		slices.ContainsFunc(s.Index.Forward().Indexes, func(i *ast.IndexExpr) bool {
			return names.Denial(syntax.NameOf(i.X))
		})
}

// revokesBy reports whether a call does so: by its name, by what a store is asked for, or by the type
// of a row.
func (s denials) revokesBy(c *ast.CallExpr) bool {
	if fn, ok := s.Index.Callee(c).(*types.Func); ok && names.Denial(fn.Name()) {
		return true
	}
	switch s.Index.Verb(c) {
	case model.Recall, model.Remember, model.Forget, model.Command, model.SQL:
		if slices.ContainsFunc(c.Args, s.deniesIn) {
			return true
		}
	}
	return slices.ContainsFunc(c.Args, func(e ast.Expr) bool {
		name := typing.TypeName(typing.Deref(typing.OrInvalid(s.Info.TypeOf(e))))
		return name != nil && names.Denial(name.Name())
	})
}

// deniesIn reports whether a constant text in an expression is the name of a deny list.
func (s denials) deniesIn(e ast.Expr) (found bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && !found {
			found = names.Denial(s.Index.Text(e))
		}
		return !found
	})
	return found
}
