package segment

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file finds tokens whose signature a package computes by hand (RFC 7515 section 5.2):
//
//	parts := strings.Split(token, ".")
//	mac := hmac.New(sha256.New, key)
//	mac.Write([]byte(parts[0] + "." + parts[1]))

// MAC is a call that makes the digest by which a token is verified by hand.
type MAC struct {
	Call   *ast.CallExpr
	Callee types.Object
	Key    ast.Expr
}

// MACs returns the calls that make keyed digests of what stands before the signature of a token.
func (p *Reader) MACs() []MAC {
	var out []MAC
	for _, c := range p.Index.Calls {
		if p.Index.Verb(c) != model.Mac {
			continue
		}
		sig, obj := p.Index.Row(c)
		keys := syntax.Args(c, sig, model.Key)
		if len(keys) == 1 && slices.ContainsFunc(p.Index.Calls, func(w *ast.CallExpr) bool {
			return p.writesInput(c, w)
		}) {
			out = append(out, MAC{c, obj, keys[0]})
		}
	}
	return out
}

// writesInput reports whether a call writes the first two pieces of a token, and the dot between
// them, to the digest that another call makes.
func (p *Reader) writesInput(mac, w *ast.CallExpr) bool {
	sel, ok := ast.Unparen(w.Fun).(*ast.SelectorExpr)
	if !ok || len(w.Args) != 1 || sel.Sel.Name != "Write" ||
		!typing.IsByteSlice(typing.OrInvalid(p.Index.Info.TypeOf(w.Args[0]))) ||
		!p.Origin.Trace(sel.X).ComesFrom(mac) {
		return false
	}
	return slices.ContainsFunc(p.Spelling.Spellings(w.Args[0]), func(way []spelling.Part) bool {
		return len(way) == 3 && way[1].Text == "." && p.isPiece(way[0].Expr, 0) &&
			p.isPiece(way[2].Expr, 1)
	})
}

// isPiece reports whether an expression is a piece, counted from 0, of a text between dots.
func (p *Reader) isPiece(e ast.Expr, i int64) bool {
	if e == nil {
		return false
	}
	x, ok := ast.Unparen(e).(*ast.IndexExpr)
	return ok && p.Index.Int(x.Index) == i && p.dotted(x.X) != nil
}
