package measures

// This file finds what writes to a log, by itself or by functions of the package:
//
//	func refuse(w http.ResponseWriter, err error) { // a call of it logs
//		slog.Warn("token refused", "error", err)
//		http.Error(w, "no", http.StatusUnauthorized)
//	}
//	func writeJSON(w http.ResponseWriter, v any) { // a call of it does not
//		if err := json.NewEncoder(w).Encode(v); err != nil {
//			slog.Error("cannot write", "error", err)
//		}
//	}

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// logsIn returns the first call in a node that logs, or else the first that counts, nil for none.
func (p *Reader) logsIn(n ast.Node) (at ast.Node) {
	logs := p.logs()
	var counts ast.Node
	ast.Inspect(n, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && at == nil && logs[c] {
			at = c
		} else if ok && counts == nil && IsCounter(p.Index, c) {
			counts = c
		}
		return at == nil
	})
	if at == nil {
		return counts
	}
	return at
}

// IsCounter reports whether a node is a call of a library that counts for those who watch a program.
func IsCounter(x *syntax.Index, n ast.Node) bool {
	c, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := x.Callee(c).(*types.Func)
	return ok && fn.Pkg() != nil && model.Protects(fn.Pkg().Path()) == model.Counted
}

// logs returns the calls of the package that write logs, by themselves or by a function that does
// so with what it is given.
func (p *Reader) logs() map[ast.Node]bool {
	if p.logged != nil {
		return p.logged
	}
	p.logged = map[ast.Node]bool{}
	for _, s := range p.sinks.Sinks() {
		if s.To == model.Logged || s.To == model.Encoded {
			p.logged[s.Call] = true
			if c, ok := s.Call.(*ast.CallExpr); ok {
				p.spread(c)
			}
		}
	}
	for _, c := range p.Index.Calls {
		sig, _ := p.Index.Row(c)
		if sig != nil && sig.Verb == model.Log && sig.Index(model.Written) < 0 { // to where it is told
			p.logged[c] = true
			p.spread(c)
		}
	}
	return p.logged
}

// spread adds the calls of the function around a call that writes a log, and of those that call it,
// as what refuses a request does. One that says whether it failed may log that, and nothing else, and
// so may one that looks at an error of what it calls.
func (p *Reader) spread(c *ast.CallExpr) {
	d, ok := p.Index.FuncAt(c.Pos()).(*ast.FuncDecl)
	if !ok || p.Tells(d) || onOwnError(p, c) {
		return
	}
	for _, by := range p.Origin.Callers(d) {
		if !p.logged[by] {
			p.logged[by] = true
			p.spread(by)
		}
	}
}

// onOwnError reports whether a call stands in the branch of a condition on an error that its function
// was not given.
func onOwnError(p *Reader, c *ast.CallExpr) bool {
	own := false
	for n := ast.Node(c); n != nil && !own; n = p.Index.Outer(n) {
		s, ok := n.(*ast.IfStmt)
		if !ok || c.Pos() < s.Body.Pos() {
			continue
		}
		ast.Inspect(s.Cond, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				v, isVar := p.Info.ObjectOf(id).(*types.Var)
				own = own || isVar && typing.IsError(v.Type()) && p.Index.Params[v].Func == nil
			}
			return !own
		})
	}
	return own
}
