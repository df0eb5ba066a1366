package refusal

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// This file finds what keeps a request from the next handler other than a return:
//
//	c.Abort()                       // a method of the framework
//	stop(c)                         // a function that calls it, or may do so
//	panic(http.ErrAbortHandler)
//	if !failed { next.ServeHTTP(w, r) }

// ends reports whether a call does not return, or keeps the request back.
func (p *Reader) ends(c *ast.CallExpr) bool {
	if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok && id.Name == "panic" {
		return p.Info.Types[c.Fun].IsBuiltin()
	}
	verb := p.Index.Verb(c)
	return verb == model.Abort || verb == model.Exit
}

// mayAbort reports whether a call hands a context that can abort to a function that does so, or of
// which nothing is known.
func (p *Reader) mayAbort(c *ast.CallExpr) bool {
	obj := p.Index.Callee(c)
	if obj == nil || model.Of(obj, "") != nil || p.Info.Types[c.Fun].IsType() {
		return false
	}
	sig, ok := obj.Type().Underlying().(*types.Signature)
	if !ok || p.contextOf(sig) < 0 {
		return false
	}
	fn := p.bodyOf(obj)
	if fn == nil {
		f, _ := obj.(*types.Func)
		return p.facts.of(f).isNone()
	}
	stops, _ := p.stops.Once(fn, func() bool {
		return slices.ContainsFunc(p.callsIn(fn), func(c *ast.CallExpr) bool {
			return p.ends(c) || p.mayAbort(c)
		})
	})
	return stops
}

// contextOf returns the index of the first parameter of a function that has a method to abort a
// request, -1 for none.
func (p *Reader) contextOf(sig *types.Signature) int {
	for i := range sig.Params().Len() {
		if p.abortOf(sig.Params().At(i).Type()) != "" {
			return i
		}
	}
	return -1
}

// abortMethod returns the name of the method by which the receiver of a response, or the context
// that a helper gets, stops a request, and that context; "" where it has none.
func (p *Reader) abortMethod(c *ast.CallExpr) (name string, context ast.Expr) {
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok {
		return "", nil
	}
	if recv := fn.Signature().Recv(); recv != nil {
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && p.abortOf(recv.Type()) != "" {
			return p.abortOf(recv.Type()), sel.X
		}
	}
	if i := p.contextOf(fn.Signature()); i >= 0 && i < len(c.Args) {
		return p.abortOf(fn.Signature().Params().At(i).Type()), c.Args[i]
	}
	return "", nil
}

// abortOf returns the name of the method without arguments by which values of a type stop a
// request, "" for none.
func (p *Reader) abortOf(t types.Type) string {
	for _, m := range p.Index.Methods(t) {
		if m.Sig.Verb == model.Abort && len(m.Sig.Args) == 0 {
			return m.Func.Name()
		}
	}
	return ""
}

// decision returns what reports whether a node of the control flow decides by the same as the
// response of a refusal, or by what is set beside it:
//
//	if err != nil {
//		refuse(w)
//		failed = true
//	}
//	if !failed { ... }
func (p *Reader) decision(response *ast.CallExpr) func(ast.Node) bool {
	vars, end := p.decisive(response)
	return func(n ast.Node) bool {
		return slices.ContainsFunc(vars, func(v *types.Var) bool {
			changed := false
			return slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
				after := id.Pos() > end
				changed = changed || after && id.Pos() < n.Pos() && p.Index.Assigned(id)
				return after && !changed && n.Pos() <= id.Pos() && id.End() <= n.End() &&
					p.isTest(id)
			})
		})
	}
}

// decisive returns the variables that decide about a response, and those that are set in the block
// around it, and where that ends.
func (p *Reader) decisive(response *ast.CallExpr) (out []*types.Var, end token.Pos) {
	end = response.End()
	add := func(n ast.Node, assigned bool) {
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && (!assigned || p.Index.Assigned(id)) {
				if v, ok := p.Info.ObjectOf(id).(*types.Var); ok && p.Index.Params[v].Func == nil {
					out = append(out, v)
				}
			}
			return true
		})
	}
	inner := true
	for n := p.Index.Outer(response); n != nil; n = p.Index.Outer(n) {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return out, end
		case *ast.BlockStmt, *ast.CaseClause:
			_, branch := p.Index.Outer(n).(*ast.IfStmt)
			if _, clause := n.(*ast.CaseClause); inner && (branch || clause) {
				add(n, true)
				end = n.End()
			}
			inner = false
		case *ast.IfStmt:
			add(n.Cond, false)
		}
	}
	return out, end
}

// isTest reports whether a name stands in a condition.
func (p *Reader) isTest(id *ast.Ident) bool {
	var from ast.Node = id
	for n := p.Index.Outer(id); n != nil; from, n = n, p.Index.Outer(n) {
		switch n := n.(type) {
		case *ast.IfStmt:
			return n.Cond == from
		case *ast.SwitchStmt:
			return n.Tag == from
		case *ast.ForStmt:
			return n.Cond == from
		case *ast.CaseClause:
			return true
		case ast.Stmt, *ast.FuncLit:
			return false
		}
	}
	return false
}
