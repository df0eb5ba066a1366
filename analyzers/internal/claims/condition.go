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
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// unended returns a payload for each caller whose arguments fail the condition under which the
// function that signs sets the end of the token.
func (p *Reader) unended(c *calls.Call, pay *Payload) []*Payload {
	ends := pay.Setters(string(model.Exp))
	fn, ok := p.Index.FuncAt(c.Node.Pos()).(*ast.FuncDecl)
	if !ok || len(ends) != 1 || p.Index.FuncAt(ends[0].Value.Pos()) != ast.Node(fn) {
		return nil
	}
	cond := conditionOf(p.Index, ends[0].Value, fn)
	if cond == nil {
		return nil
	}
	var out []*Payload
	for _, call := range p.Origin.Callers(fn) {
		path, ok := p.Origin.Paths.Enter(fn, call, nil)
		if !ok || len(out) == maxPayloads || !(&judged{p, fn, call}).fails(cond) {
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

// judged is a call of a function whose conditions are judged by its arguments.
type judged struct {
	*Reader
	fn   *ast.FuncDecl
	call *ast.CallExpr
}

// fails reports whether a condition of the function cannot hold for the call: the arguments that it
// looks at are constant.
func (p *judged) fails(cond ast.Expr) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.Ident:
		arg := p.argument(e)
		return arg != nil && arg.Kind() == constant.Bool && !constant.BoolVal(arg)
	case *ast.UnaryExpr:
		arg := p.argument(e.X)
		return e.Op == token.NOT && arg != nil && arg.Kind() == constant.Bool && constant.BoolVal(arg)
	case *ast.BinaryExpr:
		if e.Op == token.LAND {
			return p.fails(e.X) || p.fails(e.Y)
		}
		return p.failsComparison(e)
	}
	return false
}

// failsComparison is fails of a comparison with a constant or with nil.
func (p *judged) failsComparison(e *ast.BinaryExpr) bool {
	if id, ok := ast.Unparen(e.Y).(*ast.Ident); ok && id.Name == "nil" && e.Op == token.NEQ {
		arg := p.handed(e.X)
		return arg != nil && p.Info.Types[arg].IsNil()
	}
	value := func(e ast.Expr) constant.Value {
		if v := p.Info.Types[e].Value; v != nil {
			return v
		}
		return p.argument(e)
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
func (p *judged) argument(e ast.Expr) constant.Value {
	if arg := p.handed(e); arg != nil {
		return p.Info.Types[arg].Value
	}
	return nil
}

// handed returns what a call hands over for the parameter that an expression names, nil where that
// is none or where the function sets it.
func (p *judged) handed(e ast.Expr) ast.Expr {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := p.Info.ObjectOf(id).(*types.Var)
	param := p.Index.Params[v]
	if v == nil || param.Func != ast.Node(p.fn) || param.Index < 0 ||
		param.Index >= len(p.call.Args) || len(p.Index.Writes[v]) > 0 {
		return nil
	}
	return p.call.Args[param.Index]
}
