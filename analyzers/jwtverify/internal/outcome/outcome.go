package outcome

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/uses"
)

// Reader tells what becomes of the errors by which the calls of a package say that a token is not good.
type Reader struct {
	calls.View
	uses *uses.Reader
}

// New returns the reader of a package.
func New(p *calls.Package, u *uses.Reader) *Reader { return &Reader{p.View, u} }

// Outcome is what becomes of the error by which a call says that a token is not good.
type Outcome struct {
	Discarded bool       // nobody can look at it
	Var       *types.Var // holds it; nil where it is dropped
}

// Outcome returns what becomes of the error of a call; ok is false where the call has none or hands it on.
func (p *Reader) Outcome(c *calls.Call) (o Outcome, ok bool) {
	call, isCall := c.Node.(*ast.CallExpr)
	if !isCall {
		return o, false
	}
	i, n := p.errorOf(call)
	if i < 0 {
		return o, false
	}
	var names []ast.Expr
	switch s := p.Index.Outer(call).(type) {
	case *ast.ExprStmt:
		return Outcome{Discarded: true}, true
	case *ast.AssignStmt:
		names = s.Lhs
	case *ast.ValueSpec:
		for _, id := range s.Names {
			names = append(names, id)
		}
	}
	if len(names) != n {
		return o, false
	}
	id, isName := names[i].(*ast.Ident)
	if !isName {
		return o, false
	}
	if id.Name == "_" {
		return Outcome{Discarded: true}, true
	}
	v, isVar := p.Info.ObjectOf(id).(*types.Var)
	return Outcome{Var: v}, isVar
}

// errorOf returns which of how many results of a call says whether it failed: its last one, an error or, beside others, a
// yes or no; -1 where none does.
func (p *Reader) errorOf(call *ast.CallExpr) (i, n int) {
	switch t := p.Info.TypeOf(call).(type) {
	case *types.Tuple:
		if n = t.Len(); n > 0 && typing.SaysFailure(t.At(n-1).Type()) {
			return n - 1, n
		}
	case types.Type:
		if typing.IsError(t) {
			return 0, 1
		}
	}
	return -1, n
}

// UncheckedUse returns a use of what a call yields that comes before anything which says whether the token is good; ok is
// false where there is none.
func (p *Reader) UncheckedUse(c *calls.Call) (use uses.Read, ok bool) {
	o, ok := p.Outcome(c)
	if !ok || p.uses.TokenTrace(c).Only(origin.Token) {
		return use, false // nobody but this program has had a token that it made itself
	}
	y := p.uses.Result(c)
	reads := y.Reads()
	if len(reads) == 0 || y.ChecksValid() {
		return use, false
	}
	looks := func(n ast.Node) bool { return o.Var != nil && p.looksAt(n, o.Var) }
	for _, r := range reads {
		if o.Discarded && p.sameFunc(c, r) || p.acts(r) && p.Flow.Reaches(c.Node.Pos(), r.Pos(), looks) {
			return r, true
		}
	}
	if o.Discarded {
		return reads[0], true
	}
	return use, false
}

// sameFunc reports whether a read stands in the function of the call.
func (p *Reader) sameFunc(c *calls.Call, r uses.Read) bool {
	return p.Index.FuncAt(c.Node.Pos()) == p.Index.FuncAt(r.Pos())
}

// looksAt reports whether a node reads a variable.
func (p *Reader) looksAt(n ast.Node, v *types.Var) bool {
	return slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
		return n.Pos() <= id.Pos() && id.End() <= n.End() && !p.Index.Assigned(id)
	})
}

// acts reports whether a read does more than to copy a claim to a variable or to refuse by it.
func (p *Reader) acts(r uses.Read) bool {
	act := false
	if _, index := r.Expr.(*ast.IndexExpr); r.Claim == "" && !index {
		act = true
	}
	for n := p.Index.Outer(r.Expr); n != nil; n = p.Index.Outer(n) {
		switch n := n.(type) {
		case *ast.CallExpr:
			tv := p.Info.Types[n.Fun]
			act = act || !tv.IsType() && !tv.IsBuiltin()
		case *ast.CompositeLit, *ast.ReturnStmt, *ast.SendStmt:
			act = true
		case *ast.AssignStmt:
			act = act || slices.ContainsFunc(n.Lhs, func(l ast.Expr) bool { _, name := l.(*ast.Ident); return !name })
		}
		if _, ok := n.(ast.Stmt); ok {
			switch n.(type) {
			case *ast.IfStmt, *ast.SwitchStmt, *ast.ForStmt:
				return false
			}
			return act
		}
	}
	return false
}

// SwallowingReturn returns the return without results by which a function that is told that a token is not good says that it is;
// nil for none. The error of the call is in a variable other than the named result, which is still nil.
func (p *Reader) SwallowingReturn(c *calls.Call) *ast.ReturnStmt {
	o, ok := p.Outcome(c)
	fn := p.Index.FuncAt(c.Node.Pos())
	if !ok || o.Var == nil || fn == nil {
		return nil
	}
	result := p.Index.ResultVar(fn)
	if result == nil || result == o.Var || !typing.IsError(result.Type()) || p.tellsOtherwise(fn, result) {
		return nil
	}
	var bare *ast.ReturnStmt
	p.Flow.Failing(fn, o.Var, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			if len(n.Results) == 0 && c.Node.Pos() < n.Pos() && !p.setBefore(result, n.Pos()) {
				bare = n
			}
			return true
		}
		return p.sets(n, result)
	})
	return bare
}

// setBefore reports whether a variable is given a value before a place.
func (p *Reader) setBefore(v *types.Var, at token.Pos) bool {
	return slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool { return id.Pos() < at && id.Pos() != v.Pos() && p.Index.Assigned(id) })
}

// sets reports whether a node gives a variable a value.
func (p *Reader) sets(n ast.Node, v *types.Var) bool {
	return slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
		return n.Pos() <= id.Pos() && id.End() <= n.End() && p.Index.Assigned(id)
	})
}

// tellsOtherwise reports whether a function has another result that can say no.
func (p *Reader) tellsOtherwise(fn ast.Node, but *types.Var) bool {
	var results *types.Tuple
	switch t := p.Info.TypeOf(nameOrLit(fn)).(type) {
	case *types.Signature:
		results = t.Results()
	default:
		return true
	}
	for v := range results.Variables() {
		if v != but && typing.SaysFailure(v.Type()) {
			return true
		}
	}
	return false
}

// nameOrLit returns the expression that has the type of a function.
func nameOrLit(fn ast.Node) ast.Expr {
	if d, ok := fn.(*ast.FuncDecl); ok {
		return d.Name
	}
	return fn.(ast.Expr)
}

// verificationOf are the births of an error: the calls that verify a token among them.
func (p *Reader) verificationOf(e ast.Expr) *calls.Call {
	t := p.Info.TypeOf(e)
	if t == nil || !typing.IsError(t) {
		return nil
	}
	for _, o := range p.Origin.Trace(e).Origins {
		for _, c := range p.Calls.All {
			if c.Verb == model.Verify && o.At == c.Node && c.Node != nil {
				return c
			}
		}
	}
	return nil
}
