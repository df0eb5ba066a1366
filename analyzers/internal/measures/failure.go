package measures

// This file looks at what becomes of tokens and passwords that are refused:
//
//	claims, err := verify(raw)
//	if err != nil {
//		slog.Warn("token refused", "error", err) // FailureLog
//		refused.Inc()                            // FailureLog
//	}
//	if bcrypt.CompareHashAndPassword(hash, password) != nil {
//		user.FailedAttempts++                    // FailureCount
//	}

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// failures returns where the package logs or counts tokens and passwords that it refuses.
func (p *Reader) failures() []Measure {
	var out []Measure
	for _, c := range p.Verifications() {
		if signedHere(p, c) {
			continue // nobody refuses it
		}
		for _, n := range p.Failing(c) {
			if at := p.logsIn(n); at != nil && !rewritten(p.Index, c, n) {
				out = append(out, Measure{FailureLog, at, p.label(c)})
			}
		}
	}
	for _, c := range p.Logins() {
		for _, n := range p.Failing(c) {
			if at := p.countsIn(n); at != nil {
				out = append(out, Measure{FailureCount, at, p.label(c)})
			}
		}
	}
	return out
}

// signedHere reports whether a call is given a token that the package has signed itself.
func signedHere(p *Reader, c *ast.CallExpr) bool {
	return slices.ContainsFunc(c.Args, func(e ast.Expr) bool {
		origins := p.Origin.Trace(e).Origins
		return len(origins) > 0 && !slices.ContainsFunc(origins, func(o *origin.Origin) bool {
			return o.Kind != origin.Nothing && !model.Of(o.Obj, "").Means(model.Sign, model.Token)
		})
	})
}

// rewritten reports whether the error of a call is another one where control reaches a node: the
// variable is given the error of what was called in between.
//
//	claims, err := verify(raw)
//	user, err := find(claims.Subject)
//	if err != nil { log.Print("no such user") }
func rewritten(x *syntax.Index, c *ast.CallExpr, n ast.Node) bool {
	a, ok := x.Outer(c).(*ast.AssignStmt)
	if !ok {
		return false
	}
	id, ok := a.Lhs[len(a.Lhs)-1].(*ast.Ident)
	if !ok {
		return false
	}
	v, _ := x.Info.ObjectOf(id).(*types.Var)
	return slices.ContainsFunc(x.Writes[v], func(w syntax.Write) bool {
		return c.End() < w.Pos && w.Pos < n.Pos()
	})
}

// label returns the name of what a call calls.
func (p *Reader) label(c *ast.CallExpr) string {
	if obj := p.Index.Callee(c); obj != nil {
		return obj.Name()
	}
	return ""
}

// Verifications returns the calls that verify a token, and those of functions of this package that
// do so and return whether it is good.
func (p *Reader) Verifications() []*ast.CallExpr {
	direct := map[ast.Node]bool{}
	for _, c := range p.Calls.All {
		if e, ok := c.Node.(*ast.CallExpr); ok && c.Verb == model.Verify &&
			len(c.Args(model.Token)) > 0 {
			direct[e] = true
		}
	}
	return p.through(func(c *ast.CallExpr) bool { return direct[c] })
}

// through returns the calls for which is is true, and those of functions that make such calls and
// return an error or a bool, by position.
func (p *Reader) through(is func(*ast.CallExpr) bool) []*ast.CallExpr {
	found := map[*ast.CallExpr]bool{}
	var todo []*ast.CallExpr
	add := func(c *ast.CallExpr) {
		if !found[c] {
			found[c], todo = true, append(todo, c)
		}
	}
	for _, c := range p.Index.Calls {
		if is(c) {
			add(c)
		}
	}
	for i := 0; i < len(todo); i++ {
		if d, ok := p.Index.FuncAt(todo[i].Pos()).(*ast.FuncDecl); ok && p.Tells(d) {
			fn, _ := p.Info.Defs[d.Name].(*types.Func)
			for _, c := range p.Index.CallsOf[fn] {
				add(c)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(p.Index.Calls), func(c *ast.CallExpr) bool {
		return !found[c]
	})
}

// Tells reports whether a function returns an error last, or a bool first or last.
func (p *Reader) Tells(d *ast.FuncDecl) bool {
	sig := p.Index.Signature(d)
	if sig == nil || sig.Results().Len() == 0 {
		return false
	}
	first, last := sig.Results().At(0).Type(), sig.Results().At(sig.Results().Len()-1).Type()
	return typing.IsError(last) || typing.IsBool(last) || typing.IsBool(first)
}

var attempts = pattern.New(`fail|attempt|lock|throttl|wrong|retr(y|ies)`)

// countsIn returns what a node counts that is named after attempts which fail: a number that it
// raises, or a call that is given or called so and writes no log, nil for none.
func (p *Reader) countsIn(n ast.Node) (at ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		if at != nil {
			return false
		}
		switch n := n.(type) {
		case *ast.IncDecStmt:
			if p.isAttempts(n.X) {
				at = n
			}
		case *ast.AssignStmt:
			if n.Tok == token.ADD_ASSIGN && p.isAttempts(n.Lhs[0]) {
				at = n
			}
		case *ast.CallExpr:
			if p.countsBy(n) {
				at = n
			}
		}
		return true
	})
	return at
}

// countsBy reports whether a method, or a function of the program, counts attempts: its name or the
// key that it gets says so, and it makes no error, log or answer.
func (p *Reader) countsBy(c *ast.CallExpr) bool {
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok || p.logs()[c] || fn.Signature().Recv() == nil && fn.Pkg() != p.Pkg {
		return false
	}
	switch p.Index.Verb(c) {
	case model.Respond, model.Abort, model.Redirect, model.Log, model.Pass, model.Header:
		return false
	}
	return attempts().MatchString(names.Snake(fn.Name())) && !p.answers(c)
}

// answers reports whether a call is given the response, as what refuses a request is.
func (p *Reader) answers(c *ast.CallExpr) bool {
	return slices.ContainsFunc(c.Args, func(e ast.Expr) bool {
		name := typing.TypeName(typing.OrInvalid(p.Info.TypeOf(e)))
		return name != nil && model.Of(name, "").Means(model.TypeRole, model.Response)
	})
}

// isAttempts reports whether a variable or field is named after attempts that fail.
func (p *Reader) isAttempts(e ast.Expr) bool {
	obj := p.Index.Used(e)
	if i, ok := ast.Unparen(e).(*ast.IndexExpr); ok {
		obj = p.Index.Used(i.X)
	}
	return obj != nil && attempts().MatchString(names.Snake(obj.Name()))
}
