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
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// operating are the paths at which programs are watched: by Prometheus, by profilers, by Kubernetes.
var operating = pattern.New(`^/(metrics|debug(/.*)?|-/.*|(health|live|ready)(z|ness|iness)?(/.*)?|` +
	`health_?check|ping|version)$`)

// watching are words in the names of what watches a program.
var watching = pattern.New(`metric|prometheus|health|probe|pprof|profil|debug`)

// Named reports whether a call that listens stands in a function, or a method of a type, that is named
// after what watches a program, or makes its handler by such a function, or one of such a package:
//
//	func (s *MetricsServer) Start() error { return s.http.ListenAndServe() }
//	srv := &http.Server{Addr: addr, Handler: api.NewMetricsRouter()}
//	metrics := setupPrometheus(e); metrics.Start(":9090")
//	handler, err := prometheus.New()
func Named(v calls.View, listens ast.Node, handlers []ast.Expr) bool {
	var names []string
	if d, ok := v.Index.FuncAt(listens.Pos()).(*ast.FuncDecl); ok {
		names = append(names, d.Name.Name)
		if sig := v.Index.Signature(d); sig != nil && sig.Recv() != nil {
			names = append(names, typing.TypeNameOf(sig.Recv().Type()))
		}
	}
	if c, ok := listens.(*ast.CallExpr); ok { // metrics().Start(":9090")
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok {
			handlers = append(slices.Clip(handlers), sel.X)
		}
	}
	for _, h := range handlers {
		made := v.Index.Used(h)
		if local, ok := made.(*types.Var); ok && len(v.Index.Writes[local]) == 1 {
			made = v.Index.Used(syntax.OrBad(v.Index.Writes[local][0].Value))
		}
		if fn, ok := made.(*types.Func); ok {
			names = append(names, fn.Name())
			if fn.Pkg() != nil {
				names = append(names, fn.Pkg().Name())
			}
		}
	}
	return slices.ContainsFunc(names, func(n string) bool { return watching().MatchString(strings.ToLower(n)) })
}

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
