// Package counters finds what a program counts, for those who watch it, of logins and tokens that it
// refuses, and which logs nobody reads who does:
//
//	failures.WithLabelValues("token").Inc()           // of a token, and a failure
//	operations.WithLabelValues("login", "failed").Inc()
//	operations.WithLabelValues("product", "failed").Inc() // none: no token, no login
//	log.Debug().Err(err).Msg("token refused")             // ForDebugging
package counters

import (
	"go/ast"

	"github.com/jwtvet/jwtvet/analyzers/internal/measures"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

var (
	guarded = pattern.New(`log_?ins?|sign_?ins?|auth|token|jwt|session|passwords?|credential|bearer`)
	refused = pattern.New(`fail|refus|reject|denied|invalid|expired|block|lock|errors?|attempt|wrong`)
	attack  = pattern.New(`unauthori|attack|suspicious|anomal|revok|reuse|brute|blacklist|security`)
)

// A Counter is a call that counts.
type Counter struct {
	Call *ast.CallExpr
	Name string // of what is called, with its package
}

// All returns the counters of the package: what is counted is named so, with the function around.
func All(x *syntax.Index) []Counter {
	var out []Counter
	for _, c := range x.Calls {
		if measures.IsCounter(x, c) && ofSecurity(x, c) {
			fn := x.Callee(c)
			out = append(out, Counter{c, fn.Pkg().Name() + "." + fn.Name()})
		}
	}
	return out
}

// ofSecurity reports whether names say that a call counts what is refused to logins or tokens.
func ofSecurity(x *syntax.Index, c *ast.CallExpr) bool {
	var of, no, is bool
	see := func(name string) {
		n := names.Snake(name)
		of = of || guarded().MatchString(n)
		no = no || refused().MatchString(n)
		is = is || attack().MatchString(n)
	}
	ast.Inspect(c, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			see(n.Name)
		case *ast.BasicLit:
			see(x.Text(n))
		}
		return true
	})
	if d := syntax.DeclAt(x, c.Pos()); d != nil {
		of = of || guarded().MatchString(names.Snake(d.Name.Name))
	}
	return is || of && no
}

var debugging = pattern.New(`^(debug|trace|verbose)(f|w|ln|_|$)`)

// ForDebugging reports whether a log is written by a method of that name, or on what one returns: it
// is switched off where a program does its work.
func ForDebugging(n ast.Node) (is bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		if !ok {
			return !is
		}
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok {
			is = is || debugging().MatchString(names.Snake(sel.Sel.Name))
		}
		return !is
	})
	return is
}
