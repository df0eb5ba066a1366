package uses

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file finds verifications of proofs, which bring their key along (RFC 9449 section 4.3):
//
//	if typ, _ := t.Header["typ"].(string); typ != "dpop+jwt" {

// IsProof reports whether the function around a call compares a text with the type of a proof: the
// key in the header is what the token proves the possession of, and its age counts, not its exp.
func IsProof(p calls.View, c *calls.Call) bool {
	fn := p.Index.FuncAt(c.Node.Pos())
	if fn == nil {
		return false
	}
	within := func(n ast.Node) bool { return fn.Pos() <= n.Pos() && n.End() <= fn.End() }
	proof := func(e ast.Expr) bool { return model.IsProofType(p.Index.Text(e)) }
	if slices.ContainsFunc(p.Index.Tests, func(b *ast.BinaryExpr) bool {
		return within(b) && (proof(b.X) || proof(b.Y))
	}) {
		return true
	}
	return slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
		t, ok := p.Info.TypeOf(c).(*types.Basic)
		return ok && typing.IsBool(t) && within(c) && slices.ContainsFunc(c.Args, proof)
	})
}
