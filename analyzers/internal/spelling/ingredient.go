package spelling

// This file finds the values that show in a text or collection:
//
//	msg := fmt.Sprintf("user %s: %v", id, claims)
//	log.Print(map[string]any{"msg": msg, "at": time.Now()})
//	// Ingredients: the map, msg, the Sprintf call, id, claims, the Now call

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Ingredient is an expression whose value shows in the text or collection that it is a part of.
type Ingredient struct {
	ast.Expr
	Encoded bool // it went through an encoder, which leaves out fields by their tags
	Wrapped bool // it is part of the text of an error
}

// maxIngredients is how many ingredients of one value are told.
const maxIngredients = 256

// full reports whether no more ingredients are told: of this value, or of the package, where a few
// thousand texts that are made of one another would have millions.
func (m *ingredients) full() bool {
	return len(m.out) == maxIngredients || m.told+len(m.out) > 1<<14+len(m.info.Types)
}

// Ingredients returns the expressions that a value is made of, itself first: operands of a
// concatenation, printed arguments of a format, elements of a literal, what conversions and
// modelled helpers take, through the variables of one function. Constants are left out.
func (s *Speller) Ingredients(e ast.Expr) []Ingredient { return s.ingredients(e, false) }

// Encoded returns the ingredients of a value that an encoder writes.
func (s *Speller) Encoded(e ast.Expr) []Ingredient { return s.ingredients(e, true) }

func (s *Speller) ingredients(e ast.Expr, encoded bool) []Ingredient {
	m := &ingredients{s, map[ast.Expr]bool{}, nil, false}
	m.take(e, encoded)
	s.told += len(m.out)
	return m.out
}

// ingredients collects the ingredients of one value; seen ends circles.
type ingredients struct {
	*Speller
	seen map[ast.Expr]bool
	out  []Ingredient
	err  bool // what follows is the text of an error
}

// take adds an expression and what it is made of.
func (m *ingredients) take(e ast.Expr, encoded bool) {
	e = ast.Unparen(e)
	if m.seen[e] || m.info.Types[e].Value != nil || len(m.out) > 0 && m.full() {
		return
	}
	m.seen[e] = true
	m.out = append(m.out, Ingredient{e, encoded, m.err})
	switch e := e.(type) {
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			m.take(e.X, encoded)
			m.take(e.Y, encoded)
		}
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			m.take(e.X, encoded)
		}
	case *ast.StarExpr:
		m.take(e.X, encoded)
	case *ast.CompositeLit:
		m.elements(e, encoded)
	case *ast.CallExpr:
		m.made(e, encoded)
	case *ast.Ident:
		if m.isError(e) {
			m.failed(e)
		} else if v, ok := m.info.ObjectOf(e).(*types.Var); ok && m.isLocal(v) &&
			!m.isMasked(e) && !m.isChanged(v) {
			for _, d := range m.origin.Definitions(e) {
				m.take(d, encoded)
			}
		}
	}
}

// isLocal reports whether a variable is declared in a function and no parameter.
func (m *ingredients) isLocal(v *types.Var) bool {
	return v.Parent() != nil && v.Parent() != v.Pkg().Scope() && m.index.Params[v].Func == nil
}

// isChanged reports whether fields of a variable are set after it has its value, as those of a copy
// are that shows no secrets: what it was made of says no longer what it is.
func (m *ingredients) isChanged(v *types.Var) bool {
	return typing.StructOf(v.Type()) != nil && slices.ContainsFunc(m.index.Stores,
		func(s syntax.Store) bool {
			return s.Field != nil && m.index.Used(syntax.Root(s.Base)) == v // safe.JWT.Secret
		})
}

// isMasked reports whether a variable holds no more than parts of what it is made of, or all of it
// where that is too short to be cut.
func (m *ingredients) isMasked(e ast.Expr) bool {
	masked := false
	for _, o := range m.origin.Local(e).Origins {
		if o.Kind != origin.Const && o.Kind != origin.Nothing && !o.Masked {
			return false
		}
		masked = masked || o.Masked
	}
	return masked
}

// elements adds the elements of a literal, unless its type prints itself.
func (m *ingredients) elements(e *ast.CompositeLit, encoded bool) {
	if typing.Redacts(m.info.TypeOf(e)) {
		return
	}
	st := typing.StructOf(m.info.TypeOf(e))
	for i, el := range e.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && st != nil {
				i = typing.FieldIndex(st, id.Name)
			}
			el = kv.Value
		}
		if !encoded || st == nil || typing.Encodes(st, i) {
			m.take(el, encoded)
		}
	}
}

// made adds what shows of the operands of a call.
func (m *ingredients) made(e *ast.CallExpr, encoded bool) {
	if m.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
		if !typing.Redacts(m.info.TypeOf(e)) {
			m.take(e.Args[0], encoded)
		}
		return
	}
	if id, ok := ast.Unparen(e.Fun).(*ast.Ident); ok && id.Name == "append" &&
		m.info.Types[e.Fun].IsBuiltin() {
		for _, a := range e.Args {
			m.take(a, encoded)
		}
		return
	}
	sig, _ := m.index.Row(e)
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == "Error" &&
		m.isError(sel.X) {
		m.take(sel.X, encoded)
		return
	}
	if m.isError(e) {
		m.failure(e, 0)
		return
	}
	if sig == nil || sig.Verb != model.Pass && sig.Verb != model.Choose ||
		sig.Result(0) == model.Before { // a piece shows no more than itself
		return
	}
	if masks := syntax.Args(e, sig, model.Mask); len(masks) > 0 &&
		m.info.Types[masks[0]].Value == nil {
		return
	}
	for _, a := range Printed(m.index, e, sig, model.From) {
		m.take(a, encoded || sig.Result(0) == model.Encoded)
	}
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Recv == model.From {
		m.take(sel.X, encoded)
	}
}

// Printed returns the arguments of a call in a role, without those of which a constant format
// shows no more than the type (%T), address (%p), truth (%t), or number (%d, %c), or the beginning
// (%.8s).
func Printed(x *syntax.Index, e *ast.CallExpr, sig *model.Sig, r model.Role) []ast.Expr {
	var out []ast.Expr
	for _, a := range x.Formatted(e, sig, r) {
		if !a.Cut && !a.IsAny("Tptdc") {
			out = append(out, a.Expr)
		}
	}
	return out
}
