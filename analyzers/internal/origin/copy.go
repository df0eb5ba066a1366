package origin

// This file finds structs that are copied to be changed and shown, and go nowhere else:
//
//	masked := *cfg
//	masked.Auth.Key = "********"  // no value of cfg.Auth.Key
//	log.Printf("%+v", masked)

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// StaysInCopy reports whether a value is given to a field, which may belong to another package, of
// nothing but such a copy.
func StaysInCopy(t *Tracer, f *types.Var, value ast.Expr) bool {
	return slices.ContainsFunc(t.index.Writes[f], func(w syntax.Write) bool {
		return w.Value == value && w.Base != nil && staysInCopy(t, w)
	})
}

// staysInCopy reports whether a write sets a field of a local struct that nobody else gets to
// see: it is a value, and the function only sets its fields and logs them or all of it.
func staysInCopy(t *Tracer, w syntax.Write) bool {
	v := root(t, w.Base)
	if v == nil || v.Parent() == nil || v.Parent() == t.pkg.Scope() {
		return false
	}
	stays, ok := t.copies[v]
	if !ok {
		stays = !slices.ContainsFunc(t.index.Mentions(v), func(id *ast.Ident) bool {
			return !t.index.Assigned(id) && !isSetOrShown(t, id)
		})
		t.copies[v] = stays
	}
	return stays
}

// root returns the variable whose own field an expression of fields is, nil where it goes through
// a pointer.
func root(t *Tracer, base ast.Expr) *types.Var {
	for base != nil {
		base = ast.Unparen(base)
		if typ := t.info.TypeOf(base); typ == nil || typing.IsPointer(typ) ||
			typing.StructOf(typ) == nil {
			return nil
		}
		switch e := base.(type) {
		case *ast.Ident:
			v, _ := t.info.ObjectOf(e).(*types.Var)
			return v
		case *ast.SelectorExpr:
			base = e.X
		default:
			return nil
		}
	}
	return nil
}

// isSetOrShown reports whether the struct that a name means, or the field of it that is meant, is
// assigned to or logged there. Any other use of it may be one of what was written.
func isSetOrShown(t *Tracer, id *ast.Ident) bool {
	var part ast.Expr = id
	for {
		sel, ok := t.index.Outer(part).(*ast.SelectorExpr)
		if !ok {
			break
		}
		if s := t.info.Selections[sel]; s == nil || s.Kind() != types.FieldVal {
			return false
		}
		part = sel
	}
	is := func(e ast.Expr) bool { return ast.Unparen(e) == part }
	switch o := t.index.Outer(part).(type) {
	case *ast.AssignStmt:
		return slices.ContainsFunc(o.Lhs, is)
	case *ast.CallExpr:
		i := slices.IndexFunc(o.Args, is)
		return i >= 0 && (t.index.Verb(o) == model.Log || takesAny(t, o, i))
	}
	return false
}

// takesAny reports whether a call gets an argument as a value of any type, as what prints it does.
func takesAny(t *Tracer, c *ast.CallExpr, i int) bool {
	sig, ok := t.info.TypeOf(c.Fun).Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 || t.index.Verb(c) != "" {
		return false
	}
	p := sig.Params().At(min(i, sig.Params().Len()-1)).Type()
	if list, ok := p.(*types.Slice); ok && sig.Variadic() && i >= sig.Params().Len()-1 {
		p = list.Elem()
	}
	iface, ok := p.Underlying().(*types.Interface)
	return ok && iface.Empty()
}
