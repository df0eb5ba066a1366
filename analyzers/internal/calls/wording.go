package calls

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

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
		add(t, t.Op == token.NEQ, t.X, t.Y)
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

// Sentinel returns how the file at pos writes the variable of the verifying library which says what an error means, ""
// where the version in use has none.
func (p *Package) Sentinel(c *Call, pos token.Pos, means model.Role) string {
	if c.Callee == nil || c.Callee.Pkg() == nil {
		return ""
	}
	scope := c.Callee.Pkg().Scope()
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || !isError(v.Type()) {
			continue
		}
		if sig := model.Of(v, ""); sig != nil && sig.Verb == model.Fail && sig.Result(0) == means {
			if pkg := p.imported(pos, c.Callee.Pkg()); pkg != "" {
				return pkg + "." + name
			}
		}
	}
	return ""
}

// Import returns the name under which the file at pos has a package of the standard library, and the edits that import it
// where the file does not.
func (p *Package) Import(pos token.Pos, path string) (name string, edits []analysis.TextEdit) {
	for _, f := range p.pass.Files {
		if f.FileStart > pos || pos >= f.FileEnd {
			continue
		}
		for _, imp := range f.Imports {
			if pkg := p.pass.TypesInfo.PkgNameOf(imp); pkg != nil && pkg.Imported().Path() == path && pkg.Name() != "_" && pkg.Name() != "." {
				return pkg.Name(), nil
			}
		}
		if len(f.Imports) == 0 {
			return path, []analysis.TextEdit{{Pos: f.Name.End(), End: f.Name.End(), NewText: []byte("\n\nimport \"" + path + "\"")}}
		}
		at := f.Imports[0].Pos()
		if g, ok := f.Decls[0].(*ast.GenDecl); ok && !g.Lparen.IsValid() {
			return path, []analysis.TextEdit{{Pos: g.Pos(), End: g.Pos(), NewText: []byte("import \"" + path + "\"\n")}}
		}
		return path, []analysis.TextEdit{{Pos: at, End: at, NewText: []byte("\"" + path + "\"\n")}}
	}
	return path, nil
}

// Unimport returns the edits that take the imports out of a file which nothing but an expression needs.
func (p *Package) Unimport(e ast.Expr) []analysis.TextEdit {
	var out []analysis.TextEdit
	for _, f := range p.pass.Files {
		if f.FileStart > e.Pos() || e.Pos() >= f.FileEnd {
			continue
		}
		for _, imp := range f.Imports {
			pkg := p.pass.TypesInfo.PkgNameOf(imp)
			within := func(id *ast.Ident) bool { return e.Pos() <= id.Pos() && id.End() <= e.End() || id.Pos() == imp.Pos() }
			uses := p.Mentions(pkg)
			if pkg != nil && slices.ContainsFunc(uses, within) && !slices.ContainsFunc(uses, func(id *ast.Ident) bool { return !within(id) }) {
				out = append(out, analysis.TextEdit{Pos: imp.Pos(), End: imp.End() + 1})
			}
		}
	}
	return out
}
