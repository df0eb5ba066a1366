package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Stored is a call of a program that runs in a browser which puts a token into storage of the page.
type Stored struct {
	*ast.CallExpr
	Where, Name string
}

// Stored returns the calls that put a token into storage of the page.
func (p *Package) Stored() []Stored {
	var out []Stored
	for _, c := range p.Tracer.Calls {
		sig := model.Of(p.callee(c), "")
		if sig == nil || sig.Verb != model.Script || sig.Index(model.Value) < 0 || len(c.Args) == 0 {
			continue
		}
		where := p.storage(c)
		method, values := p.text(c.Args[0]), c.Args[1:]
		switch {
		case where == "document" && method == "cookie" && len(values) == 1:
			out = append(out, p.puts(c, "document.cookie", "", values[0])...)
		case where != "localStorage" && where != "sessionStorage":
		case method == "setItem" && len(values) == 2:
			out = append(out, p.puts(c, where, p.text(values[0]), values[1])...)
		case len(values) == 1 && sig.Index(model.Value) == 1 && !sig.Variadic:
			out = append(out, p.puts(c, where, method, values[0])...)
		}
	}
	return out
}

// puts is the write of one value, where it is a token.
func (p *Package) puts(c *ast.CallExpr, where, name string, value ast.Expr) []Stored {
	if v := p.pass.TypesInfo.Types[value].Value; v != nil {
		return nil
	}
	if c, ok := ast.Unparen(value).(*ast.CallExpr); ok {
		if sig := model.Of(p.callee(c), ""); sig != nil && sig.Verb == model.Script && !sig.Method { // null, undefined
			return nil
		}
	}
	token := slices.ContainsFunc(p.Ingredients(value), func(in origin.Ingredient) bool {
		return p.IsToken(in.Expr) || NamesToken(nameOf(in.Expr)) && where == "document.cookie"
	})
	if token || NamesToken(name) {
		return []Stored{{c, where, name}}
	}
	return nil
}

// storage names the object of the page that a call is made on, "" where it is not known.
func (p *Package) storage(c *ast.CallExpr) string {
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	for _, o := range p.Of(sel.X).Births {
		get, ok := o.At.(*ast.CallExpr)
		if !ok || len(get.Args) != 1 {
			continue
		}
		if sig := model.Of(p.callee(get), ""); sig != nil && sig.Verb == model.Script {
			return p.text(get.Args[0])
		}
	}
	return ""
}

// Loaded returns the keys by which a package that runs in a browser signs and that it brings along: written in it or embedded.
func (p *Package) Loaded() []ast.Expr {
	if !slices.ContainsFunc(p.pass.Pkg.Imports(), func(imp *types.Package) bool { return model.Browses(imp.Path()) }) {
		return nil
	}
	var out []ast.Expr
	for _, c := range p.Calls {
		if c.Verb != model.Sign {
			continue
		}
		keys, _ := p.Resolve(c, model.Key)
		for _, e := range keys {
			if p.Of(e).Has(origin.Const, origin.Embed) {
				out = append(out, e)
			}
		}
	}
	return out
}
