package spelling

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// isError reports whether an expression is an error.
func (s *Speller) isError(e ast.Expr) bool {
	return typing.IsError(s.info.TypeOf(e))
}

// failed takes what the text of an error holds that a variable can be.
func (m *ingredients) failed(e *ast.Ident) {
	v, ok := m.info.ObjectOf(e).(*types.Var)
	if !ok {
		return
	}
	writes := m.index.Writes[v]
	if fn, ok := m.flow.Ordered(v, e.Pos(), writes); ok {
		if last, _, ok := m.flow.Reaching(fn, e.Pos(), writes, func(w syntax.Write) bool { return true }); ok {
			writes = last
		}
	}
	for _, w := range writes {
		if c, ok := w.Value.(*ast.CallExpr); ok {
			m.failure(c, w.Result)
		}
	}
}

// failure takes what the text of an error holds that a result of a call is: one that is made here, or one that a function
// of this package returns.
func (m *ingredients) failure(e *ast.CallExpr, result int) {
	sig, obj := m.index.Row(e)
	if sig != nil {
		if sig.Verb != model.Pass || sig.Index(model.Wrapped) < 0 {
			return
		}
		was := m.err
		m.err = true
		for _, a := range Printed(m.info, e, sig, model.Wrapped) {
			m.take(a, false)
		}
		m.err = was
		return
	}
	fn, _ := obj.(*types.Func)
	d := m.index.Decls[fn]
	if fn == nil || d == nil || m.seen[d.Name] {
		return
	}
	m.seen[d.Name] = true
	for _, r := range m.index.Returns[d] {
		if result < len(r.Results) && m.isError(r.Results[result]) {
			m.take(r.Results[result], false)
		}
	}
}
