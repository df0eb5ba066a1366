package spelling

// This file finds the values that show in the text of an error:
//
//	if err := check(token); err != nil {
//		log.Print(err)                                 // failed: the writes of err
//	}
//	func check(token string) error {
//		return fmt.Errorf("bad token %q", token)       // failure: token
//	}

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

// failed adds what shows in the text of an error that a variable holds.
func (m *ingredients) failed(e *ast.Ident) {
	v, ok := m.info.ObjectOf(e).(*types.Var)
	if !ok {
		return
	}
	writes := m.index.Writes[v]
	if fn, ok := m.flow.Ordered(v, e.Pos(), writes); ok {
		all := func(syntax.Write) bool { return true }
		if last, _, ok := m.flow.Reaching(fn, e.Pos(), writes, all); ok {
			writes = last
		}
	}
	for _, w := range writes {
		if c, ok := w.Value.(*ast.CallExpr); ok {
			m.failure(c, w.Result)
		}
	}
}

// failure adds what shows in the text of an error that a call returns as the result of the given
// index: a call that makes one, or a call of a function of this package.
func (m *ingredients) failure(e *ast.CallExpr, result int) {
	sig, obj := m.index.Row(e)
	if sig != nil {
		if sig.Verb != model.Pass || sig.Index(model.Wrapped) < 0 {
			return
		}
		was := m.err
		m.err = true
		for _, a := range Printed(m.index, e, sig, model.Wrapped) {
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
