package jwttransport

// This file knows routers that answer operators only:
//
//	mux := http.NewServeMux()
//	mux.Handle("/metrics", promhttp.Handler())
//	mux.HandleFunc("GET /healthz", s.health)
//	http.ListenAndServe(":9090", mux)

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// operating are the paths at which programs are watched: by Prometheus, by profilers, by Kubernetes.
var operating = pattern.New(`^/(metrics|debug(/.*)?|-/.*|(health|live|ready)(z|ness|iness)?(/.*)?|` +
	`health_?check|ping|version)$`)

// routesOperators reports whether a local variable is a router of which all paths are known, and are
// those at which a program is watched.
func routesOperators(p *servers, router ast.Expr) bool {
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
