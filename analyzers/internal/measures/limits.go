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
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// limiter finds what limits.
type limiter struct{ *Reader }

// tooMany returns where the package answers that there were too many requests, and the comparisons
// of failed attempts that decide it.
func (p limiter) tooMany() []Measure {
	var out []Measure
	for _, c := range p.Index.Calls {
		if !slices.ContainsFunc(p.statuses(c), func(e ast.Expr) bool {
			return p.Index.Int(e) == 429
		}) {
			continue
		}
		out = append(out, Measure{RateLimit, c, p.label(c)})
		if t := p.attemptsAbove(c); t != nil {
			out = append(out, Measure{FailureCount, t, p.label(c)})
		}
	}
	return out
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
