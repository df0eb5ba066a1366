// Package outcome answers what becomes of the error of a verification, and whether claims are used
// although it failed. jwtverify asks it:
//
//	token, _ := jwt.Parse(text, keyfunc) // discarded
//
//	token, err := jwt.Parse(text, keyfunc)
//	user := token.Claims.(*Claims).Subject // a use before the error is tested
//	if err != nil {
package outcome

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/memo"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// Reader finds what becomes of the errors of the verifications of a package.
type Reader struct {
	calls.View
	uses *uses.Reader
	ends memo.Walk[ast.Node, bool] // functions that may not return
}

// New returns the reader of a package.
func New(p *calls.Package, u *uses.Reader) *Reader { return &Reader{View: p.View, uses: u} }

// Outcome is what becomes of the error, or of the bool, by which a call rejects a token.
type Outcome struct {
	Discarded bool       // no variable holds it
	Var       *types.Var // holds it, nil where it is discarded
}

// Outcome returns what becomes of the error of a call; ok is false where the call has none, or
// where it is returned or passed on.
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

// errorOf returns which of the n results of a call says whether it failed: the last one, an error
// or, beside others, a bool; -1 where none does.
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

// UncheckedUse returns a use of the result of a call that no test of its error comes before
// (CWE-252); ok is false where there is none.
func (p *Reader) UncheckedUse(c *calls.Call) (use uses.Read, ok bool) {
	o, ok := p.Outcome(c)
	if !ok || p.isDecoding(c) || p.uses.TokenTrace(c).Only(origin.Token) {
		return use, false // the program made the token itself a moment before
	}
	res := p.uses.Result(c)
	reads := res.Reads()
	if len(reads) == 0 || res.ChecksValid() {
		return use, false
	}
	readsError := func(n ast.Node) bool { return o.Var != nil && p.reads(n, o.Var) }
	for _, r := range reads {
		if p.keptBeside(r, o.Var) {
			continue
		}
		if o.Discarded && p.sameFunc(c, r) {
			return r, true
		}
		if p.actsOn(r) && p.Flow.Reaches(c.Node.Pos(), r.Pos(), readsError) ||
			p.usesCopy(c, r, readsError) {
			return r, true
		}
	}
	if o.Discarded {
		return reads[0], true
	}
	return use, false
}

// isDecoding reports whether a call gets no keyfunc and so always fails: the program wants to see
// what a token that was refused says.
func (p *Reader) isDecoding(c *calls.Call) bool {
	return slices.ContainsFunc(c.Args(model.Keyfunc), func(e ast.Expr) bool {
		return p.Info.Types[e].IsNil()
	})
}

// sameFunc reports whether a read stands in the function of the call.
func (p *Reader) sameFunc(c *calls.Call, r uses.Read) bool {
	return p.Index.FuncAt(c.Node.Pos()) == p.Index.FuncAt(r.Pos())
}

// reads reports whether a node reads a variable.
func (p *Reader) reads(n ast.Node, v *types.Var) bool {
	return slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
		return n.Pos() <= id.Pos() && id.End() <= n.End() && !p.Index.Assigned(id)
	})
}

// actsOn reports whether a read does more than to copy a claim to a variable or to test it.
func (p *Reader) actsOn(r uses.Read) bool {
	_, index := r.Expr.(*ast.IndexExpr)
	act := r.Claim == "" && !index
	for n := p.Index.Outer(r.Expr); n != nil; n = p.Index.Outer(n) {
		switch n := n.(type) {
		case *ast.CallExpr:
			tv := p.Info.Types[n.Fun]
			act = act || !tv.IsType() && !tv.IsBuiltin()
		case *ast.CompositeLit, *ast.ReturnStmt, *ast.SendStmt:
			act = true
		case *ast.AssignStmt:
			act = act || slices.ContainsFunc(n.Lhs, func(l ast.Expr) bool {
				_, name := l.(*ast.Ident)
				return !name
			})
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

// verificationOf returns the call that verifies a token among the origins of an error, nil for
// none.
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
