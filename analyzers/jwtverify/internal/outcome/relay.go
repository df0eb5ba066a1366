package outcome

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// This file looks at the program's own functions that verify a token:
//
//	claims, _ := auth.Verify(text)
//	use(claims.Subject)
//
//	user, ok := verify(text)

// WrappedVerifications returns the calls of the program's own functions, here and in other
// packages, that verify a token and return its content, beside an error or a bool.
func (p *Reader) WrappedVerifications() []*calls.Call {
	var out []*calls.Call
	for _, c := range p.Calls.All {
		if c.Verb != model.Verify || c.Via == nil || len(c.Args(model.Token)) == 0 {
			continue
		}
		if e, ok := c.Node.(*ast.CallExpr); ok {
			if i, _ := p.errorOf(e); i > 0 {
				out = append(out, c)
			}
		}
	}
	for _, c := range p.Index.Calls {
		fn, ok := p.Index.Callee(c).(*types.Func)
		if !ok {
			continue
		}
		if d := p.declOf(fn); d == nil || !uses.VerifiesToken(p.Calls, d) {
			continue
		}
		if i, _ := p.errorOf(c); i > 0 {
			out = append(out, &calls.Call{Verb: model.Verify, Node: c, Callee: fn})
		}
	}
	return out
}

// declOf returns the declaration of a function of this package, or of the only implementation here
// of a method of one of its interfaces; nil for none.
func (p *Reader) declOf(fn *types.Func) *ast.FuncDecl {
	if d := p.Index.Decls[fn]; d != nil {
		return d
	}
	if impls := p.Origin.Implementations(fn); fn.Pkg() == p.Pkg && len(impls) == 1 {
		return p.Index.Decls[impls[0]]
	}
	return nil
}

// WrapperUseAfterError is [Reader.UseAfterError] for a call of [Reader.WrappedVerifications]: of a
// function of this package that returns a pointer to what was verified, or nil.
func (p *Reader) WrapperUseAfterError(c *calls.Call) (use uses.Read, ok bool) {
	o, ok := p.Outcome(c)
	fn, isFunc := c.Callee.(*types.Func)
	assign, isAssign := p.Index.Outer(c.Node).(*ast.AssignStmt)
	if !ok || !isAssign || !isFunc || o.Var == nil || c.Via != nil || !p.failsEmpty(fn) {
		return use, false
	}
	branches := p.branchesOn(c, o.Var)
	if len(branches) == 0 || p.isGivenOwnToken(c) {
		return use, false
	}
	for _, l := range assign.Lhs {
		id, _ := l.(*ast.Ident)
		v, isVar := p.Info.ObjectOf(id).(*types.Var)
		if !isVar || !typing.IsPointer(v.Type()) || p.isTested(v) {
			continue
		}
		var reads []uses.Read
		for _, id := range p.Index.Mentions(v) {
			sel, ok := p.Index.Outer(id).(*ast.SelectorExpr)
			if ok && sel.X == id && p.Info.Selections[sel].Kind() == types.FieldVal {
				reads = append(reads, uses.Read{Expr: sel})
			}
		}
		of := func(e ast.Expr) bool { return false }
		if r, found := p.useAfter(c, o.Var, branches, reads, of); found {
			return r, true
		}
	}
	return use, false
}

// isGivenOwnToken reports whether a call gets a token that the program made itself.
func (p *Reader) isGivenOwnToken(c *calls.Call) bool {
	e, ok := c.Node.(*ast.CallExpr)
	return ok && slices.ContainsFunc(e.Args, func(a ast.Expr) bool {
		return p.Origin.Trace(a).Only(origin.Token)
	})
}

// failsEmpty reports whether a function returns no values of its own where it returns an error: nil
// or what it has read of the token.
func (p *Reader) failsEmpty(fn *types.Func) bool {
	d := p.declOf(fn)
	if d == nil || len(p.Index.Returns[d]) == 0 {
		return false
	}
	return !slices.ContainsFunc(p.Index.Returns[d], func(r *ast.ReturnStmt) bool {
		if len(r.Results) < 2 {
			return true
		}
		succeeds := p.Info.Types[r.Results[len(r.Results)-1]].IsNil()
		return !succeeds && !p.Info.Types[r.Results[0]].IsNil() && !isName(r.Results[0])
	})
}

// isName reports whether an expression is the name of a variable.
func isName(e ast.Expr) bool {
	_, ok := ast.Unparen(e).(*ast.Ident)
	return ok
}

// isMade reports whether a call gets a token that the program has just made.
//
//	refresh, err := m.Refresh(user)
//	claims, _ := m.Validate(refresh)
func (p proofs) isMade(c *calls.Call) bool {
	call, ok := c.Node.(*ast.CallExpr)
	return ok && slices.ContainsFunc(call.Args, func(e ast.Expr) bool {
		return p.Origin.Trace(e).Only(origin.Token)
	})
}

// UncheckedWrapperUse is [Reader.UncheckedUse] for a call of [Reader.WrappedVerifications]: its
// result is a value of its own, and a test of that for nil is as good as one of the error.
func (p *Reader) UncheckedWrapperUse(c *calls.Call) (use uses.Read, ok bool) {
	o, ok := p.Outcome(c)
	assign, isAssign := p.Index.Outer(c.Node).(*ast.AssignStmt)
	if !ok || !isAssign || !o.Discarded || (proofs{p}).isProven(c) || (proofs{p}).isMade(c) {
		return use, false
	}
	if c.Via != nil && !p.uses.TokenTrace(c).Has(origin.Request, origin.Param) {
		return use, false // the program can have made the token itself a line before
	}
	if (routes{p}).mayBeVerified(c) {
		return use, false // a middleware can have verified the token before
	}
	for _, l := range assign.Lhs {
		id, isName := l.(*ast.Ident)
		if !isName || id.Name == "_" {
			continue
		}
		v, isVar := p.Info.ObjectOf(id).(*types.Var)
		if isVar && (!p.isTested(v) || failures{p}.isNil(c, v)) {
			if r, found := p.memberUse(v, p.Index.FuncAt(c.Node.Pos())); found {
				return r, true
			}
		}
	}
	return use, false
}

// isTested reports whether a variable is compared with anything, or its field Valid is read.
func (p *Reader) isTested(v *types.Var) bool {
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

// memberUse returns a use of a field or element of a variable that holds a token or claims, in the
// function fn.
func (p *Reader) memberUse(v *types.Var, fn ast.Node) (r uses.Read, found bool) {
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
