package outcome

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file knows the handlers of which another package says what comes before them:
//
//	package api    // func Orders(c *gin.Context) { claims, _ := auth.Parse(c.GetHeader("X-Token")) }
//	package routes // signedIn.Use(middleware.JWT()); signedIn.GET("/orders", api.Orders)

// isRoutedElsewhere reports whether a function gets a request, and only other packages can say
// when: it is exported, and nothing in this package mentions it.
func isRoutedElsewhere(x *syntax.Index, fn ast.Node) bool {
	d, ok := fn.(*ast.FuncDecl)
	if !ok || !d.Name.IsExported() {
		return false
	}
	obj, ok := x.Info.Defs[d.Name].(*types.Func)
	if !ok || !takesRequest(obj.Signature()) {
		return false
	}
	return !slices.ContainsFunc(x.Mentions(obj), func(id *ast.Ident) bool { return id != d.Name })
}

// takesRequest reports whether a parameter has a type of what answers requests.
func takesRequest(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		obj := typing.TypeName(typing.Deref(v.Type()))
		if obj != nil && obj.Pkg() != nil && model.IsServer(obj.Pkg().Path()) {
			return true
		}
	}
	return false
}
