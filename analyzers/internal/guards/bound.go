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
	var loops []*ast.RangeStmt
	v := t.holder(list)
	for _, r := range t.index.Forward().Ranges {
		if id, ok := r.X.(*ast.Ident); r.X == list || ok && v != nil && t.info.ObjectOf(id) == v {
			loops = append(loops, r)
		}
	}
	if v != nil && slices.ContainsFunc(t.index.Mentions(v), func(id *ast.Ident) bool {
		_, loop := t.index.Outer(id).(*ast.RangeStmt)
		return !loop && !t.index.Assigned(id)
	}) {
		return false
	}
	return len(loops) > 0 && !slices.ContainsFunc(loops, func(r *ast.RangeStmt) bool {
		return !t.bindsEach(r)
	})
}

// binds reports whether this package sets up by name what configuration reads.
func (t *Guards) binds() bool { return slices.ContainsFunc(t.index.Calls, t.isBinding) }

// isBinding reports whether a call sets up what configuration reads.
func (t *Guards) isBinding(c *ast.CallExpr) bool { return t.index.Verb(c) == model.Default }

// holder returns the variable that always holds a list, nil for none.
func (t *Guards) holder(list *ast.CompositeLit) *types.Var {
	for v, writes := range t.index.Writes {
		if len(writes) == 1 && writes[0].Value == list && !v.IsField() {
			return v
		}
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
