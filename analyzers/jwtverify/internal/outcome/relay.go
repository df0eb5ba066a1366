package outcome

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/uses"
)

// WrappedVerifications returns the calls of the program's own functions, here and in other packages, that verify a token, hand back what
// it says and say beside it whether it is good, by an error or by yes and no.
func (p *Reader) WrappedVerifications() []*calls.Call {
	var out []*calls.Call
	for _, c := range p.Calls.All {
		if e, ok := c.Node.(*ast.CallExpr); ok && c.Verb == model.Verify && c.Via != nil && len(c.Args(model.Token)) > 0 {
			if i, _ := p.errorOf(e); i > 0 {
				out = append(out, c)
			}
		}
	}
	for _, c := range p.Index.Calls {
		fn, ok := p.Index.Callee(c).(*types.Func)
		if !ok || p.Index.Decls[fn] == nil || !uses.Verifies(p.Calls, p.Index.Decls[fn]) {
			continue
		}
		if i, _ := p.errorOf(c); i > 0 {
			out = append(out, &calls.Call{Verb: model.Verify, Node: c, Callee: fn})
		}
	}
	return out
}

// UncheckedWrapper is [Package.Unchecked] for a call of [Package.Relayed]: what it yields is a value of its own, and a test
// of that for nil tells as much as the error does.
func (p *Reader) UncheckedWrapper(c *calls.Call) (use uses.Read, ok bool) {
	o, ok := p.Outcome(c)
	assign, isAssign := p.Index.Outer(c.Node).(*ast.AssignStmt)
	if !ok || !isAssign || !o.Discarded || c.Via != nil && !p.uses.TokenTrace(c).Has(origin.Request, origin.Param) {
		return use, false // a token that does not come from outside can be one that was made a line before
	}
	for _, l := range assign.Lhs {
		id, isName := l.(*ast.Ident)
		if !isName || id.Name == "_" {
			continue
		}
		v, isVar := p.Info.ObjectOf(id).(*types.Var)
		if isVar && !p.compares(v) {
			if r, found := p.content(v, p.Index.FuncAt(c.Node.Pos())); found {
				return r, true
			}
		}
	}
	return use, false
}

// compares reports whether a variable is compared with anything, or asked whether it is valid.
func (p *Reader) compares(v *types.Var) bool {
	return slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
		switch o := p.Index.Outer(id).(type) {
		case *ast.BinaryExpr:
			return true
		case *ast.SelectorExpr:
			sel := p.Info.Selections[o]
			if sel == nil {
				return false
			}
			f, ok := sel.Obj().(*types.Var)
			if !ok {
				return false
			}
			sig := model.Of(f.Origin(), typing.TypeNameOf(sel.Recv()))
			return sig != nil && sig.Result(0) == model.Valid
		}
		return false
	})
}

// content returns a use of what a variable that holds a token or claims says.
func (p *Reader) content(v *types.Var, fn ast.Node) (r uses.Read, found bool) {
	switch typing.Deref(v.Type()).Underlying().(type) {
	case *types.Struct, *types.Map:
	default:
		return r, false
	}
	for _, id := range p.Index.Mentions(v) {
		if p.Index.FuncAt(id.Pos()) != fn {
			continue
		}
		switch o := p.Index.Outer(id).(type) {
		case *ast.SelectorExpr:
			if o.X == id {
				return uses.Read{Expr: o}, true
			}
		case *ast.IndexExpr:
			if o.X == id {
				return uses.Read{Expr: o}, true
			}
		}
	}
	return r, false
}
