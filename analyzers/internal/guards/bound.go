package guards

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// This file knows lists of names that say what is read, and test nothing:
//
//	var names = []string{"DB_URL", "JWT_SECRET"}
//	for _, n := range names {
//		viper.BindEnv(n)
//	}

// onlyBound reports whether the elements of a list go nowhere but, by loops, to calls that set up
// what configuration reads.
func (t *Guards) onlyBound(list *ast.CompositeLit) bool {
	if loop, ok := t.index.Outer(list).(*ast.RangeStmt); ok {
		return loop.X == list && t.bindsEach(loop)
	}
	v := t.holder(list)
	if v == nil {
		return false
	}
	looped := false
	for _, id := range t.index.Mentions(v) {
		loop, ok := t.index.Outer(id).(*ast.RangeStmt)
		switch {
		case ok && loop.X == id && t.bindsEach(loop):
			looped = true
		case !t.index.Assigned(id):
			return false
		}
	}
	return looped
}

// binds reports whether this package sets up by name what configuration reads.
func (t *Guards) binds() bool { return slices.ContainsFunc(t.index.Calls, t.isBinding) }

// isBinding reports whether a call sets up what configuration reads.
func (t *Guards) isBinding(c *ast.CallExpr) bool { return t.index.Verb(c) == model.Default }

// holder returns the variable that always holds a list, nil for none.
func (t *Guards) holder(list *ast.CompositeLit) *types.Var {
	var id *ast.Ident
	switch o := t.index.Outer(list).(type) {
	case *ast.AssignStmt:
		if i := slices.Index(o.Rhs, ast.Expr(list)); i >= 0 && len(o.Lhs) == len(o.Rhs) {
			id, _ = o.Lhs[i].(*ast.Ident)
		}
	case *ast.ValueSpec:
		if i := slices.Index(o.Values, ast.Expr(list)); i >= 0 && len(o.Names) == len(o.Values) {
			id = o.Names[i]
		}
	}
	if id == nil {
		return nil
	}
	if v, ok := t.info.ObjectOf(id).(*types.Var); ok && len(t.index.Writes[v]) == 1 {
		return v
	}
	return nil
}

// bindsEach reports whether a loop gives each element to calls that set up what is read, and to
// nothing else.
func (t *Guards) bindsEach(r *ast.RangeStmt) bool {
	id, ok := r.Value.(*ast.Ident)
	if !ok {
		return false
	}
	return !slices.ContainsFunc(t.index.Mentions(t.info.ObjectOf(id)), func(m *ast.Ident) bool {
		c, ok := t.index.Outer(m).(*ast.CallExpr)
		return !t.index.Assigned(m) && (!ok || !t.isBinding(c))
	})
}
