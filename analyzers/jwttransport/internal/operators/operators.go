// Package operators answers whether a router is for those who watch a program. jwttransport asks it:
//
//	mux := http.NewServeMux()
//	mux.Handle("/metrics", promhttp.Handler())
//	mux.HandleFunc("GET /healthz", s.health)
//	http.ListenAndServe(":9090", mux)
package operators

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// operating are the paths at which programs are watched: by Prometheus, by profilers, by Kubernetes.
var operating = pattern.New(`^/(metrics|debug(/.*)?|-/.*|(health|live|ready)(z|ness|iness)?(/.*)?|` +
	`health_?check|ping|version)$`)

// Only reports whether a local variable is a router of which all paths are known, and are
// those at which a program is watched.
func Only(p calls.View, router ast.Expr) bool {
	v, ok := p.Index.Used(router).(*types.Var)
	if !ok || v.IsField() || v.Parent() == p.Pkg.Scope() {
		return false
	}
	routes := 0
	for _, id := range p.Index.Mentions(v) {
		sel, ok := p.Index.Outer(id).(*ast.SelectorExpr)
		if !ok {
			continue
		}
		c, ok := p.Index.Outer(sel).(*ast.CallExpr)
		if !ok || len(c.Args) < 2 {
			return false
		}
		path := p.Index.Text(c.Args[0])
		if _, after, ok := strings.Cut(path, " "); ok { // GET /metrics
			path = after
		}
		if !operating().MatchString(path) {
			return false
		}
		routes++
	}
	return routes > 0
}
