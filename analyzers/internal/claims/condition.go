package claims

// This file finds the callers for which a token gets no end:
//
//	func sign(sub string, ttl time.Duration) (string, error) {
//		c := jwt.MapClaims{"sub": sub}
//		if ttl > 0 {                                     // fails for the call below
//			c["exp"] = time.Now().Add(ttl).Unix()
//		}
//		return jwt.NewWithClaims(m, c).SignedString(key)
//	}
//	sign(user, 0)

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// unended returns a payload for each caller whose arguments fail the condition under which the
// function that signs sets the end of the token.
func (p *Reader) unended(c *calls.Call, pay *Payload) []*Payload {
	ends := pay.Setters(string(model.Exp))
	fn, ok := p.Index.FuncAt(c.Node.Pos()).(*ast.FuncDecl)
	if !ok || len(ends) != 1 || p.Index.FuncAt(ends[0].Value.Pos()) != ast.Node(fn) {
		return nil
	}
	cond := p.conditionOf(ends[0].Value, fn)
	if cond == nil {
		return nil
	}
	var out []*Payload
	for _, call := range p.Origin.Callers(fn) {
		path, ok := p.Origin.Paths.Enter(fn, call, nil)
		if !ok || len(out) == maxPayloads || !p.fails(cond, fn, call) {
			continue
		}
		if path, ok = p.Origin.Paths.Join(path, pay.Path); ok {
			out = append(out, pay.without(string(model.Exp), path))
		}
	}
	return out
}

// conditionOf returns the condition of the one if statement without an else in which an expression
// of a function stands, nil where it stands in none or in several.
func (p *Reader) conditionOf(e ast.Expr, fn ast.Node) ast.Expr {
	var cond ast.Expr
	for n := ast.Node(e); n != nil && n != fn; n = p.Index.Outer(n) {
		switch outer := p.Index.Outer(n).(type) {
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

// fails reports whether a condition of a function cannot hold for a call of it: the arguments that
// it looks at are constant.
func (p *Reader) fails(cond ast.Expr, fn *ast.FuncDecl, call *ast.CallExpr) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.Ident:
		arg := p.argument(e, fn, call)
		return arg != nil && arg.Kind() == constant.Bool && !constant.BoolVal(arg)
	case *ast.UnaryExpr:
		arg := p.argument(e.X, fn, call)
		return e.Op == token.NOT && arg != nil && arg.Kind() == constant.Bool && constant.BoolVal(arg)
	case *ast.BinaryExpr:
		if e.Op == token.LAND {
			return p.fails(e.X, fn, call) || p.fails(e.Y, fn, call)
		}
		return p.failsComparison(e, fn, call)
	}
	return false
}

// failsComparison is fails of a comparison with a constant or with nil.
func (p *Reader) failsComparison(e *ast.BinaryExpr, fn *ast.FuncDecl, call *ast.CallExpr) bool {
	if id, ok := ast.Unparen(e.Y).(*ast.Ident); ok && id.Name == "nil" && e.Op == token.NEQ {
		arg := p.handed(e.X, fn, call)
		return arg != nil && p.Info.Types[arg].IsNil()
	}
	value := func(e ast.Expr) constant.Value {
		if v := p.Info.Types[e].Value; v != nil {
			return v
		}
		return p.argument(e, fn, call)
	}
	x, y := value(e.X), value(e.Y)
	if x == nil || y == nil || x.Kind() != y.Kind() {
		return false
	}
	switch e.Op {
	case token.GTR, token.GEQ, token.LSS, token.LEQ, token.NEQ, token.EQL:
		return !constant.Compare(x, e.Op, y)
	}
	return false
}

// argument returns the constant that a call hands over for the parameter that an expression names,
// nil for anything else.
func (p *Reader) argument(e ast.Expr, fn *ast.FuncDecl, call *ast.CallExpr) constant.Value {
	if arg := p.handed(e, fn, call); arg != nil {
		return p.Info.Types[arg].Value
	}
	return nil
}

// handed returns what a call hands over for the parameter that an expression names, nil where that
// is none or where the function sets it.
func (p *Reader) handed(e ast.Expr, fn *ast.FuncDecl, call *ast.CallExpr) ast.Expr {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := p.Info.ObjectOf(id).(*types.Var)
	param := p.Index.Params[v]
	if v == nil || param.Func != ast.Node(fn) || param.Index < 0 || param.Index >= len(call.Args) ||
		len(p.Index.Writes[v]) > 0 {
		return nil
	}
	return call.Args[param.Index]
}
