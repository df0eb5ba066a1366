// Package handlers answers which calls pass a request to what handles it next. jwtverify and
// jwtlifecycle ask it:
//
//	c.Next()               // a method of the framework
//	next.ServeHTTP(w, r)   // of net/http, of any type
//	next(ctx)              // a handler that the middleware is given
//	defer g.handle(w, r)   // a field that holds one
package handlers

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// CallsNext reports whether a call passes a request to the next handler.
func CallsNext(p calls.View, c *ast.CallExpr) bool {
	if p.Index.Verb(c) == model.Next {
		return true
	}
	switch obj := p.Index.Callee(c).(type) {
	case *types.Func:
		return isServeHTTP(obj)
	case *types.Var:
		if obj.IsField() || p.Index.Params[obj].Func != nil {
			name := typing.TypeName(obj.Type())
			return name != nil && model.Of(name, "").Means(model.TypeRole, model.Handler) ||
				handlesAlike(p, obj, p.Index.FuncAt(c.Pos()))
		}
	}
	return false
}

// isServeHTTP reports whether a function is a method that makes its type a handler of net/http.
func isServeHTTP(fn *types.Func) bool {
	sig := fn.Signature()
	return sig.Recv() != nil && model.IsNextMethod(fn.Name()) && sig.Params().Len() == 2 &&
		IsResponse(sig.Params().At(0).Type()) && isRequest(sig.Params().At(1).Type())
}

// handlesAlike reports whether a variable holds a function that handles what the function fn
// handles: it gets the same response or context, and returns the same.
func handlesAlike(p calls.View, v *types.Var, fn ast.Node) bool {
	callee, ok := v.Type().Underlying().(*types.Signature)
	own := p.Index.Signature(fn)
	if !ok || own == nil || own.Params().Len() == 0 || callee.Params().Len() == 0 ||
		!types.Identical(callee.Results(), own.Results()) {
		return false
	}
	var handled []types.Type // the parameters that both need
	for param := range own.Params().Variables() {
		if t := param.Type(); IsResponse(t) || isRequest(t) {
			handled = append(handled, t)
		}
	}
	if len(handled) == 0 {
		handled = append(handled, own.Params().At(0).Type())
	}
	for _, t := range handled {
		if !takes(callee, t) {
			return false
		}
	}
	return true
}

// takes reports whether a function has a parameter of a type.
func takes(sig *types.Signature, t types.Type) bool {
	for v := range sig.Params().Variables() {
		if types.Identical(v.Type(), t) {
			return true
		}
	}
	return false
}

// IsResponse reports whether a type is the writer of a response.
func IsResponse(t types.Type) bool { return hasRole(t, model.Response) }

// isRequest reports whether a type is a pointer to a request.
func isRequest(t types.Type) bool { return hasRole(typing.Deref(t), model.Headers) }

func hasRole(t types.Type, r model.Role) bool {
	name := typing.TypeName(t)
	return name != nil && model.Of(name, "").Means(model.TypeRole, r)
}

// IsOwnNext reports whether the next handler is called by a method of the context itself, so that
// a framework knows the chain of handlers.
func IsOwnNext(p calls.View, next *ast.CallExpr) bool {
	fn, ok := p.Index.Callee(next).(*types.Func)
	own := p.Index.Signature(p.Index.FuncAt(next.Pos()))
	return ok && own != nil && fn.Signature().Recv() != nil && !isServeHTTP(fn) &&
		takes(own, fn.Signature().Recv().Type())
}

// GetsRequest reports whether a parameter of a function has a type of what answers requests: the writer
// of a response, or the context of a framework.
func GetsRequest(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		obj := typing.TypeName(typing.Deref(v.Type()))
		if obj != nil && obj.Pkg() != nil && model.IsServer(obj.Pkg().Path()) {
			return true
		}
	}
	return false
}
