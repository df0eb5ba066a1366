package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Wording is a comparison of the text of an error that says whether a token is good.
type Wording struct {
	ast.Expr          // the comparison
	Err      ast.Expr // the error
	Text     string   // what it is compared with
	Call     *Call    // the call that verifies
	Not      bool     // it holds when the texts differ
}

// ErrorTexts returns the comparisons of the text of an error that a verification gives.
func (p *Package) ErrorTexts() []Wording {
	var out []Wording
	add := func(e ast.Expr, not bool, sides ...ast.Expr) {
		for i, s := range sides {
			err := p.errorText(s)
			if err == nil {
				continue
			}
			c := p.failed(err)
			for j, other := range sides {
				if text := p.text(other); c != nil && i != j && text != "" {
					out = append(out, Wording{e, err, text, c, not})
					return
				}
			}
		}
	}
	for _, t := range p.Tests() {
		add(t, t.Op.String() == "!=", t.X, t.Y)
	}
	for _, c := range p.Tracer.Calls {
		if b, ok := p.pass.TypesInfo.TypeOf(c).(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
			add(c, false, c.Args...)
		}
	}
	return out
}

// errorText returns x where e is x.Error(), nil otherwise.
func (p *Package) errorText(e ast.Expr) ast.Expr {
	c, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(c.Args) > 0 {
		return nil
	}
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == "Error" && isError(typeOr(p.pass.TypesInfo.TypeOf(sel.X))) {
		return sel.X
	}
	return nil
}

func typeOr(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	return t
}

// Sentinel returns the name of the variable of the verifying library which says what an error means, "" where the version
// in use has none.
func (p *Package) Sentinel(c *Call, means model.Role) (pkg *types.Package, name string) {
	if c.Callee == nil || c.Callee.Pkg() == nil {
		return nil, ""
	}
	scope := c.Callee.Pkg().Scope()
	names := scope.Names()
	i := slices.IndexFunc(names, func(n string) bool {
		sig := model.Of(scope.Lookup(n), "")
		return sig != nil && sig.Verb == model.Fail && sig.Result(0) == means
	})
	if i < 0 {
		return nil, ""
	}
	return c.Callee.Pkg(), names[i]
}
