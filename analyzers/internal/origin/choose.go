package origin

// This file knows loops over a header in which a condition looks at the name of each field:
//
//	for name, values := range r.Header {
//		lower := strings.ToLower(name) // madeOf: lower is made of name
//		if lower == "authorization" {  // decides: what is done depends on lower
//			values = hidden            // choosesBy: values are masked

import (
	"go/ast"
	"go/types"
	"slices"
)

// choosesBy reports whether a condition looks at the variable for the names of header fields, or at
// what is made of it: what is done with a field depends on its name.
func choosesBy(t *Tracer, key ast.Expr) bool {
	id, ok := key.(*ast.Ident)
	if !ok || t.info.ObjectOf(id) == nil {
		return false
	}
	name := t.info.ObjectOf(id)
	return decides(t, name) || slices.ContainsFunc(madeOf(t, name), func(v types.Object) bool {
		return decides(t, v)
	})
}

// decides reports whether an if or switch statement asks for a variable.
func decides(t *Tracer, v types.Object) bool {
	known, ok := t.decided[v]
	if !ok {
		known = slices.ContainsFunc(t.index.Mentions(v), func(id *ast.Ident) bool {
			return t.info.Uses[id] == v && inCondition(t, id)
		})
		t.decided[v] = known
	}
	return known
}

// inCondition reports whether a use of a variable is part of what an if or switch statement asks.
func inCondition(t *Tracer, id *ast.Ident) bool {
	for n := t.index.Outer(id); n != nil; n = t.index.Outer(n) {
		switch n := n.(type) {
		case *ast.IfStmt:
			if n.Init != nil && holds(n.Init, id) || holds(n.Cond, id) {
				return true
			}
		case *ast.SwitchStmt:
			if n.Tag != nil && holds(n.Tag, id) {
				return true
			}
		case *ast.FuncDecl:
			return false
		}
	}
	return false
}

// madeOf returns the variables whose values are computed from a variable.
func madeOf(t *Tracer, v types.Object) []types.Object {
	var out []types.Object
	for _, id := range t.index.Mentions(v) {
		if t.info.Uses[id] != v {
			continue
		}
		for n := t.index.Outer(id); n != nil; n = t.index.Outer(n) {
			if stmt, ok := n.(ast.Stmt); ok {
				if assign, ok := stmt.(*ast.AssignStmt); ok {
					out = append(out, assigned(t, assign, id)...)
				}
				break
			}
			if spec, ok := n.(*ast.ValueSpec); ok {
				for _, name := range spec.Names {
					out = append(out, t.info.Defs[name])
				}
				break
			}
		}
	}
	return out
}

// assigned returns the variables to which an assignment gives what is computed from a use of a
// variable on its right side.
func assigned(t *Tracer, s *ast.AssignStmt, use *ast.Ident) []types.Object {
	var out []types.Object
	for i, l := range s.Lhs {
		id, ok := ast.Unparen(l).(*ast.Ident)
		if ok && holds(s.Rhs[min(i, len(s.Rhs)-1)], use) {
			out = append(out, t.info.ObjectOf(id))
		}
	}
	return out
}

// holds reports whether a node is around an identifier.
func holds(n ast.Node, id *ast.Ident) bool { return n.Pos() <= id.Pos() && id.Pos() < n.End() }
