package origin

// This file traces texts that are written piece by piece:
//
//	var b strings.Builder
//	for range n {
//		b.WriteByte(letters[rand.Intn(len(letters))])
//	}
//	return b.String() // Weak: what all pieces make together
//
//	b := make([]rune, n) // isBuffer, as []byte is

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// isBuffer reports whether a value of the type is one text, or the characters of one.
func isBuffer(t types.Type) bool {
	if typing.IsText(t) {
		return true
	}
	if t == nil {
		return false
	}
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Rune
}

// ofBuilder is the origin of the text in a local variable that only methods write to: of all pieces
// together. ok is false for every other variable, and where something else may write to it.
func ofBuilder(t *Tracer, v *types.Var) (out Trace, ok bool) {
	if _, isStruct := v.Type().Underlying().(*types.Struct); !isStruct || v.IsField() ||
		t.index.Params[v].Func != nil {
		return Trace{}, false
	}
	pieces, ok := piecesIn(t, v)
	if !ok || len(pieces) == 0 || len(pieces) > most {
		return Trace{}, false
	}
	for i, e := range pieces {
		if i == 0 {
			out = t.Local(e)
			continue
		}
		out = join(out, t.Local(e))
	}
	return out.Each(func(o *Origin) { o.Value, o.Size = nil, -1 }), true
}

// piecesIn returns what methods write to a variable; ok is false where it is used in another way.
func piecesIn(t *Tracer, v *types.Var) (pieces []ast.Expr, ok bool) {
	for _, id := range t.index.Mentions(v) {
		if t.index.Assigned(id) {
			if _, declared := t.index.Outer(id).(*ast.ValueSpec); declared {
				continue
			}
			return nil, false
		}
		sel, _ := t.index.Outer(id).(*ast.SelectorExpr)
		if sel == nil {
			return nil, false
		}
		call, _ := t.index.Outer(sel).(*ast.CallExpr)
		if call == nil || ast.Unparen(call.Fun) != sel {
			return nil, false
		}
		switch sig, _ := t.index.Row(call); {
		case sig != nil && sig.Verb == model.Pass && sig.Recv == model.Filled:
			pieces = append(pieces, syntax.Args(call, sig, model.From)...)
		case sig != nil && sig.Recv == model.From:
		case !onlyNumbers(t, call):
			return nil, false
		}
	}
	return pieces, true
}

// onlyNumbers reports whether a call gets no text, nor anything that can hold one: b.Grow(n).
func onlyNumbers(t *Tracer, call *ast.CallExpr) bool {
	for _, a := range call.Args {
		if b, ok := typing.OrInvalid(t.info.TypeOf(a)).Underlying().(*types.Basic); !ok ||
			b.Info()&types.IsNumeric == 0 {
			return false
		}
	}
	return true
}
