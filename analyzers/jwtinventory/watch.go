package jwtinventory

// This file lists counters of what has to do with security:
//
//	failures.WithLabelValues("token").Inc() // metric

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
)

var security = pattern.New(`fail|refus|reject|denied|invalid|unauthori|attack|block|secur|` +
	`suspicious|anomal|login|auth|token|revok|reuse`)

// counters lists the calls that count, for those who watch the program, what has to do with
// security: what is counted, or the function around, is named so.
func (l guard) counters() {
	for _, c := range l.Index.Calls {
		fn, ok := l.Index.Callee(c).(*types.Func)
		if ok && fn.Pkg() != nil && model.Protects(fn.Pkg().Path()) == model.Counted &&
			l.isNamedForSecurity(c) {
			l.measure(c, "metric", fn.Pkg().Name()+"."+fn.Name())
		}
	}
}

func (l guard) isNamedForSecurity(c *ast.CallExpr) (is bool) {
	see := func(name string) { is = is || security().MatchString(names.Snake(name)) }
	ast.Inspect(c, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			see(n.Name)
		case *ast.BasicLit:
			see(l.Index.Text(n))
		}
		return !is
	})
	if d := naming.DeclAt(l.Index, c); d != nil {
		see(d.Name.Name)
	}
	return is
}
