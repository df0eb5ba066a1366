// Package conditions answers what a caller must hand over for control to get somewhere in a function:
//
//	func sign(sub string, ttl time.Duration) {
//		if ttl > 0 { // Need: ttl > 0
//			c["exp"] = time.Now().Add(ttl).Unix()
//		}
//	}
//	sign(user, 0)                          // Fails
//	func login(ttl time.Duration) { sign(user, ttl) } // Walk: login has the need too
package conditions

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Reader reads the conditions of one package.
type Reader struct {
	index  *syntax.Index
	origin *origin.Tracer
}

// New returns the reader of a package.
func New(index *syntax.Index, tracer *origin.Tracer) *Reader { return &Reader{index, tracer} }

// conditionOf returns the condition of the one if statement without an else in which an expression
// of a function stands, nil where it stands in none or in several.
func conditionOf(x *syntax.Index, e ast.Expr, fn ast.Node) ast.Expr {
	var cond ast.Expr
	for n := ast.Node(e); n != nil && n != fn; n = x.Outer(n) {
		switch outer := x.Outer(n).(type) {
		case *ast.IfStmt:
			if cond != nil || n != outer.Body || outer.Else != nil {
				return nil
			}
			cond = outer.Cond
		case *ast.ForStmt, *ast.RangeStmt, *ast.CaseClause, *ast.SelectStmt, *ast.FuncLit:
			return nil
		}
	}
	return cond
}

// Need is what a parameter must be for a condition to hold.
type Need struct {
	Param *types.Var
	Test
}

// Test is a comparison with a constant or with nil.
type Test struct {
	Op     token.Token
	Kind   constant.Kind // of the constant, Unknown for nil
	Number int64         // Int; 1 for true. Of strings only the empty one is known.
}

// Needs returns what the parameters of a function must be for control to get to an expression in it:
// all of it. Parameters that the function sets can be anything.
func (p *Reader) Needs(fn *ast.FuncDecl, e ast.Expr) []Need {
	return p.needs(fn, conditionOf(p.index, e, fn))
}

// needs returns what the parameters must be for a condition to hold.
func (p *Reader) needs(fn *ast.FuncDecl, cond ast.Expr) []Need {
	switch e := ast.Unparen(syntax.OrBad(cond)).(type) {
	case *ast.Ident:
		return p.need(fn, e, token.EQL, constant.MakeBool(true))
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return p.need(fn, e.X, token.EQL, constant.MakeBool(false))
		}
	case *ast.BinaryExpr:
		switch x, y := p.index.Info.Types[e.X], p.index.Info.Types[e.Y]; {
		case e.Op == token.LAND:
			return slices.Concat(p.needs(fn, e.X), p.needs(fn, e.Y))
		case y.IsNil() && e.Op == token.NEQ:
			return p.need(fn, e.X, e.Op, constant.MakeUnknown())
		case y.Value != nil:
			return p.need(fn, e.X, e.Op, y.Value)
		case x.Value != nil && swapped[e.Op] != 0:
			return p.need(fn, e.Y, swapped[e.Op], x.Value)
		}
	}
	return nil
}

// swapped gives the operator of a comparison whose operands are swapped.
var swapped = map[token.Token]token.Token{
	token.EQL: token.EQL, token.NEQ: token.NEQ,
	token.LSS: token.GTR, token.LEQ: token.GEQ, token.GTR: token.LSS, token.GEQ: token.LEQ,
}

// need returns what the parameter that an expression names must be, nothing where that is none.
func (p *Reader) need(fn *ast.FuncDecl, e ast.Expr, op token.Token, v constant.Value) []Need {
	param := p.Param(e)
	if param == nil || p.index.Params[param].Func != ast.Node(fn) || swapped[op] == 0 {
		return nil
	}
	test := Test{Op: op, Kind: v.Kind()}
	switch v.Kind() {
	case constant.Unknown:
	case constant.Bool:
		if constant.BoolVal(v) {
			test.Number = 1
		}
	case constant.Int:
		n, exact := constant.Int64Val(v)
		if !exact {
			return nil
		}
		test.Number = n
	case constant.String:
		if constant.StringVal(v) != "" {
			return nil
		}
	default:
		return nil
	}
	return []Need{{param, test}}
}

// Param returns the parameter that an expression names, nil where that is none or where its
// function sets it.
func (p *Reader) Param(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := p.index.Info.ObjectOf(id).(*types.Var)
	if v == nil || p.index.Params[v].Func == nil || p.index.Params[v].Index < 0 ||
		len(p.index.Writes[v]) > 0 {
		return nil
	}
	return v
}

// Fails reports whether what a call of its function hands over for a parameter fails the need.
func (p *Reader) Fails(n Need, call *ast.CallExpr) bool {
	i := p.index.Params[n.Param].Index
	return i < len(call.Args) && n.FailedBy(p.index.Info.Types[call.Args[i]])
}

// FailedBy reports whether a value is a constant, or nil, for which the comparison does not hold.
func (t Test) FailedBy(arg types.TypeAndValue) bool {
	var want constant.Value
	switch {
	case t.Kind == constant.Unknown:
		return arg.IsNil()
	case arg.Value == nil || arg.Value.Kind() != t.Kind:
		return false
	case t.Kind == constant.Bool:
		want = constant.MakeBool(t.Number == 1)
	case t.Kind == constant.Int:
		want = constant.MakeInt64(t.Number)
	default:
		want = constant.MakeString("")
	}
	return !constant.Compare(arg.Value, t.Op, want)
}

// Walk follows a need from a parameter to the callers in this package: has is told each parameter
// that has the need, since its function hands it on, and fails each call that fails it.
func (p *Reader) Walk(n Need, has func(*types.Var), fails func(*ast.CallExpr)) {
	seen := map[*types.Var]bool{n.Param: true}
	for list := []*types.Var{n.Param}; len(list) > 0; list = list[1:] {
		v := list[0]
		has(v)
		param := p.index.Params[v]
		for _, call := range p.origin.Callers(param.Func) {
			if param.Index >= len(call.Args) {
				continue
			}
			if n.FailedBy(p.index.Info.Types[call.Args[param.Index]]) {
				fails(call)
			} else if own := p.Param(call.Args[param.Index]); own != nil && !seen[own] {
				seen[own] = true
				list = append(list, own)
			}
		}
	}
}
