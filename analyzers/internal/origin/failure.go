package origin

// This file knows the results that a function returns beside an error. Where the caller leaves on
// the error they are no values of the call:
//
//	func load() (string, error) {
//		if k := os.Getenv("JWT_KEY"); k != "" {
//			return k, nil
//		}
//		return "unset", errUnset   // Fails
//	}
//	key, err := load()
//	if err != nil {                // Leaves: key is never "unset" below
//		return err
//	}

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Failures knows the errors that the functions of a package return, and who leaves on them.
type Failures struct {
	index   *syntax.Index
	flow    *flow.Graphs
	info    *types.Info
	leaving map[*ast.CallExpr]bool // see Leaves
}

// Fails reports whether a return statement always returns an error beside other results: a new one,
// a variable of a package, or one that is tested just before.
func (x *Failures) Fails(r *ast.ReturnStmt) bool {
	if len(r.Results) < 2 {
		return false
	}
	last := ast.Unparen(r.Results[len(r.Results)-1])
	tv := x.info.Types[last]
	if tv.IsNil() || tv.Type == nil || !types.Implements(tv.Type, typing.ErrorType) {
		return false
	}
	switch e := last.(type) {
	case *ast.CallExpr:
		return x.makesError(e) || slices.ContainsFunc(e.Args, func(a ast.Expr) bool {
			id, ok := ast.Unparen(a).(*ast.Ident)
			if !ok {
				return false
			}
			v, ok := x.info.ObjectOf(id).(*types.Var)
			return ok && x.testedAbove(r, v) // errors.Wrap(err, text)
		})
	case *ast.UnaryExpr:
		return e.Op == token.AND
	case *ast.CompositeLit:
		return true
	case *ast.SelectorExpr:
		v, ok := x.info.ObjectOf(e.Sel).(*types.Var)
		return ok && !v.IsField()
	case *ast.Ident:
		v, ok := x.info.ObjectOf(e).(*types.Var)
		return ok && (v.Parent() == v.Pkg().Scope() || x.testedAbove(r, v))
	}
	return false
}

// makesError reports whether a call always returns an error: a constructor that the model knows, or
// one that returns a type of its own. Others, as file.Close(), can return nil.
func (x *Failures) makesError(c *ast.CallExpr) bool {
	if sig, _ := x.index.Row(c); sig != nil && sig.Index(model.Wrapped) >= 0 {
		return true
	}
	return !types.IsInterface(x.info.TypeOf(c))
}

// testedAbove reports whether a statement stands where a condition found that an error is not nil.
func (x *Failures) testedAbove(s ast.Node, v *types.Var) bool {
	for n := s; n != nil; n = x.index.Outer(n) {
		switch o := x.index.Outer(n).(type) {
		case *ast.IfStmt:
			if o.Body == n && x.saysError(o.Cond, v) {
				return true
			}
		case *ast.CaseClause:
			if len(o.List) == 1 && x.saysError(o.List[0], v) {
				return true
			}
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
	}
	return false
}

// saysError reports whether a condition, or an operand of &&, is err != nil.
func (x *Failures) saysError(cond ast.Expr, v *types.Var) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
		return false
	case b.Op == token.LAND:
		return x.saysError(b.X, v) || x.saysError(b.Y, v)
	}
	id, ok := ast.Unparen(b.X).(*ast.Ident)
	return ok && b.Op == token.NEQ && x.info.ObjectOf(id) == v && x.info.Types[b.Y].IsNil()
}

// Leaves reports whether the caller makes no use of the results of a call that comes with an error:
// it returns both, or leaves where the error is not nil.
func (x *Failures) Leaves(call *ast.CallExpr) bool {
	if leaves, ok := x.leaving[call]; ok {
		return leaves
	}
	x.leaving[call] = x.leaves(call)
	return x.leaving[call]
}

func (x *Failures) leaves(call *ast.CallExpr) bool {
	var to []ast.Expr
	switch o := x.index.Outer(call).(type) {
	case *ast.ReturnStmt:
		return len(o.Results) == 1
	case *ast.AssignStmt:
		to = o.Lhs
	case *ast.ValueSpec:
		for _, id := range o.Names {
			to = append(to, id)
		}
	}
	if len(to) < 2 {
		return false
	}
	err, ok := x.variable(to[len(to)-1])
	if !ok || err.Name() == "_" {
		return false
	}
	var results []*types.Var
	for _, e := range to[:len(to)-1] {
		v, ok := x.variable(e)
		if !ok {
			return false
		}
		results = append(results, v)
	}
	return x.flow.LeavesOn(call, err, func(n ast.Node) bool {
		return slices.ContainsFunc(results, func(v *types.Var) bool { return x.reads(n, v) })
	})
}

// variable returns the variable or field that an expression names; ok is false for others.
func (x *Failures) variable(e ast.Expr) (v *types.Var, ok bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok = x.info.ObjectOf(e).(*types.Var)
		if e.Name == "_" {
			return types.NewVar(e.Pos(), nil, "_", types.Typ[types.Invalid]), true
		}
	case *ast.SelectorExpr:
		v, ok = x.info.ObjectOf(e.Sel).(*types.Var)
	}
	return v, ok
}

// reads reports whether a node reads a variable.
func (x *Failures) reads(n ast.Node, v *types.Var) bool {
	return slices.ContainsFunc(x.index.Mentions(v), func(id *ast.Ident) bool {
		return n.Pos() <= id.Pos() && id.End() <= n.End() && !x.index.Assigned(id)
	})
}

// ReturnsOf returns the return statements of a function whose results a call of it can be. A nil
// call stands for any that leaves on an error.
func (x *Failures) ReturnsOf(fn ast.Node, call *ast.CallExpr) []*ast.ReturnStmt {
	all := x.index.Returns[fn]
	if !slices.ContainsFunc(all, x.Fails) || call != nil && !x.Leaves(call) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), x.Fails)
}
