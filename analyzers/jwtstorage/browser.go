package jwtstorage

// This file looks at Go that runs in a browser:
//
//	store := js.Global().Get("localStorage")
//	store.Call("setItem", "token", token) // stored
//	js.Global().Get("document").Set("cookie", "token="+token)

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// stored is a call of a program that runs in a browser which puts a token into storage of the page.
type stored struct {
	*ast.CallExpr
	Where, Name string
}

// browser finds what a program that runs in a browser stores.
type browser struct{ calls.View }

// storing returns the calls that put a token into storage of the page.
func (p *browser) storing() []stored {
	var out []stored
	for _, c := range p.Index.Calls {
		sig := model.Of(p.Index.Callee(c), "")
		if sig == nil || sig.Verb != model.Script || sig.Index(model.Value) < 0 ||
			len(c.Args) == 0 {
			continue
		}
		where := p.storage(c)
		method, values := p.Index.Text(c.Args[0]), c.Args[1:]
		switch {
		case where == "document" && method == "cookie" && len(values) == 1:
			out = append(out, p.puts(c, "document.cookie", "", values[0])...)
		case where != "localStorage" && where != "sessionStorage":
		case method == "setItem" && len(values) == 2:
			out = append(out, p.puts(c, where, p.Index.Text(values[0]), values[1])...)
		case len(values) == 1 && sig.Index(model.Value) == 1 && !sig.Variadic:
			out = append(out, p.puts(c, where, method, values[0])...)
		}
	}
	return out
}

// puts is the write of one value, where it is a token.
func (p *browser) puts(c *ast.CallExpr, where, name string, value ast.Expr) []stored {
	if v := p.Info.Types[value].Value; v != nil {
		return nil
	}
	if c, ok := ast.Unparen(value).(*ast.CallExpr); ok {
		if sig := model.Of(p.Index.Callee(c), ""); sig != nil && sig.Verb == model.Script &&
			!sig.Method { // null, undefined
			return nil
		}
	}
	token := slices.ContainsFunc(p.Spelling.Ingredients(value), func(in spelling.Ingredient) bool {
		return p.Origin.IsToken(in.Expr) ||
			names.Token(syntax.NameOf(in.Expr)) && where == "document.cookie"
	})
	if token || names.Token(name) {
		return []stored{{c, where, name}}
	}
	return nil
}

// storage names the object of the page that a call is made on, "" where it is not known.
func (p *browser) storage(c *ast.CallExpr) string {
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	for _, o := range p.Origin.Trace(sel.X).Origins {
		get, ok := o.At.(*ast.CallExpr)
		if !ok || len(get.Args) != 1 {
			continue
		}
		if sig := model.Of(p.Index.Callee(get), ""); sig != nil && sig.Verb == model.Script {
			return p.Index.Text(get.Args[0])
		}
	}
	return ""
}
