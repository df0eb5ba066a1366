package behind

// This file looks for middlewares that a package puts beside a verification:
//
//	admin.Use(echojwt.JWT(key), roles.Admin)
//	api := router.Group("/api", guard.Required)
//	api.Use(roles.User())

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/gathered"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// middlewares returns the names of those that packages tell of.
func middlewares(told gathered.List[Tokens]) map[string]bool {
	out := map[string]bool{}
	for _, said := range told.Said {
		for _, r := range said.Fact.Reads {
			if r.Passes != "" {
				out[r.Passes] = true
			}
		}
	}
	return out
}

// beside returns those of the middlewares that imports tell of which a function of this package
// mentions together with a verification: one of its own, or what a package that verifies makes.
func beside(p *calls.Package, told gathered.List[Tokens]) []string {
	all := middlewares(told)
	if len(all) == 0 {
		return nil
	}
	verifies := map[string]bool{}
	for _, said := range told.Said {
		verifies[said.Pkg] = said.Fact.Verifies
	}
	guarded, found := map[*ast.FuncDecl]bool{}, map[*ast.FuncDecl][]string{}
	for _, c := range p.All {
		if c.Via == nil && (c.Verb == model.Middleware || c.Verb == model.Verify) {
			guarded[syntax.DeclAt(p.Index, c.Node.Pos())] = true
		}
	}
	for id, obj := range p.Info.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() == nil || fn.Pkg() == p.Pkg {
			continue
		}
		in := syntax.DeclAt(p.Index, id.Pos())
		if name := fn.FullName(); all[name] {
			found[in] = append(found[in], name)
		} else if verifies[fn.Pkg().Path()] && guards(p, id) {
			guarded[in] = true
		}
	}
	var out []string
	for in, names := range found {
		if guarded[in] {
			out = append(out, names...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// guards reports whether the mention of a function can be one of a middleware: the function, or what
// a call of it returns, handles requests, and is not all that a route has.
//
//	router.POST("/refresh", auth.Refresh) // the handler
func guards(p *calls.Package, id *ast.Ident) bool {
	e := ast.Expr(id)
	if sel, ok := p.Index.Outer(id).(*ast.SelectorExpr); ok && sel.Sel == id {
		e = sel
	}
	call, ok := p.Index.Outer(e).(*ast.CallExpr)
	if ok && call.Fun == e { // auth.Middleware(key)
		e = call
		call, ok = p.Index.Outer(e).(*ast.CallExpr)
	}
	if !handles(p.Info.TypeOf(e)) {
		return false
	}
	if !ok || len(call.Args) != 2 || call.Args[1] != e || p.Index.Text(call.Args[0]) == "" {
		return true
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && model.MakesGroup(sel.Sel.Name)
}

// handles reports whether a value of a type is a function, or a handler of net/http.
func handles(t types.Type) bool {
	if t == nil {
		return false
	}
	if _, is := t.Underlying().(*types.Signature); is {
		return true
	}
	serve, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
	return serve != nil
}
