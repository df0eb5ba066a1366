package measures

// This file looks at requests that are refused because there were too many of them (RFC 6585
// section 4), no matter what counts them:
//
//	n, err := failures.Attempt(ctx, addr)
//	if n > maxFailures {                                  // FailureCount
//		http.Error(w, "later", http.StatusTooManyRequests) // RateLimit
//	}

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// answered is what is seen of a limit where its answer is written.
const answered = "answers 429"

// limiter finds what limits.
type limiter struct{ *Reader }

// tooMany returns where the package answers that there were too many requests, and the comparisons
// of failed attempts that decide it.
func (p limiter) tooMany() []Measure {
	var out []Measure
	for _, c := range p.Index.Calls {
		if p.refuses(c) {
			out = append(out, Measure{RateLimit, c, p.label(c)})
		}
		if !slices.ContainsFunc(p.statuses(c), func(e ast.Expr) bool {
			return p.Index.Int(e) == 429
		}) {
			continue
		}
		if by, responds := p.responder(c); responds {
			for _, c := range p.Origin.Callers(by) {
				out = append(out, Measure{RateLimit, c, p.label(c)})
			}
			continue
		}
		out = append(out, Measure{RateLimit, c, answered})
		if t := p.attemptsAbove(c); t != nil {
			out = append(out, Measure{FailureCount, t, answered})
		}
	}
	return out
}

// responder returns the function around an answer that does nothing but write it, for those that
// limit; it limits nothing itself.
//
//	func TooManyRequests(c *gin.Context, message string) {
//		c.JSON(http.StatusTooManyRequests, Response{message})
//	}
func (p limiter) responder(c *ast.CallExpr) (*ast.FuncDecl, bool) {
	d, ok := p.Index.FuncAt(c.Pos()).(*ast.FuncDecl)
	if !ok || d.Body == nil || !ast.IsExported(d.Name.Name) {
		return nil, false
	}
	if len(p.Index.Mentions(p.Info.Defs[d.Name])) > 1+len(p.Origin.Callers(d)) {
		return nil, false // a limiter may be given it
	}
	for _, s := range d.Body.List { // without a condition
		switch s := s.(type) {
		case *ast.ExprStmt, *ast.ReturnStmt:
			if s.Pos() <= c.Pos() && c.End() <= s.End() {
				return d, true
			}
		case *ast.AssignStmt, *ast.DeclStmt:
		default:
			return nil, false
		}
	}
	return nil, false
}

// Responders returns the functions of a package that only answer that there were too many requests, and
// say so by their names: what limits is what calls them.
func Responders(p *Reader) (out []*ast.FuncDecl) {
	of := limiter{p}
	for _, c := range p.Index.Calls {
		if slices.ContainsFunc(of.statuses(c), func(e ast.Expr) bool { return p.Index.Int(e) == 429 }) {
			if by, responds := of.responder(c); responds && tooMany().MatchString(names.Snake(by.Name.Name)) {
				out = append(out, by)
			}
		}
	}
	return out
}

var tooMany = pattern.New(`too_?many|rate_?limit_?exceed`)

// refuses reports whether a call is one of a function of another package that answers that there
// were too many requests, by its name and because it is given the response.
func (p limiter) refuses(c *ast.CallExpr) bool {
	fn, ok := p.Index.Callee(c).(*types.Func)
	return ok && fn.Pkg() != nil && fn.Pkg() != p.Pkg && p.Index.Verb(c) == "" &&
		tooMany().MatchString(names.Snake(fn.Name())) && p.answers(c)
}

// statuses returns the arguments of a call that are the status of an answer, or may be where a
// function of the program gets the response.
func (p limiter) statuses(c *ast.CallExpr) []ast.Expr {
	switch sig, obj := p.Index.Row(c); {
	case sig != nil && (sig.Verb == model.Respond || sig.Verb == model.Abort):
		return syntax.Args(c, sig, model.Status)
	case sig == nil && obj != nil && p.answers(c):
		return c.Args
	}
	return nil
}

// attemptsAbove returns the comparison of failed attempts in the condition of the branch that a call
// stands in, nil for none.
func (p limiter) attemptsAbove(c *ast.CallExpr) (at ast.Node) {
	for n := ast.Node(c); n != nil; n = p.Index.Outer(n) {
		s, ok := p.Index.Outer(n).(*ast.IfStmt)
		if !ok || s.Body != n {
			continue
		}
		ast.Inspect(s.Cond, func(n ast.Node) bool {
			if b, ok := n.(*ast.BinaryExpr); ok && at == nil &&
				(p.isAttempts(b.X) || p.isAttempts(b.Y)) {
				at = b
			}
			return at == nil
		})
		return at
	}
	return nil
}
