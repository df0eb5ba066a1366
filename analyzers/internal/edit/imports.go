package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Imported returns the name under which the file at pos imports a package, "" when it does not.
func Imported(p *analysis.Pass, pos token.Pos, pkg *types.Package) string {
	for _, f := range p.Files {
		if f.FileStart > pos || pos >= f.FileEnd {
			continue
		}
		for _, imp := range f.Imports {
			if name := p.TypesInfo.PkgNameOf(imp); name != nil && name.Imported() == pkg && name.Name() != "_" && name.Name() != "." {
				return name.Name()
			}
		}
	}
	return ""
}

// Import returns the name under which the file at pos has a package of the standard library, and the edits that import it
// where the file does not.
func Import(p *analysis.Pass, pos token.Pos, path string) (name string, edits []analysis.TextEdit) {
	for _, f := range p.Files {
		if f.FileStart > pos || pos >= f.FileEnd {
			continue
		}
		for _, imp := range f.Imports {
			if pkg := p.TypesInfo.PkgNameOf(imp); pkg != nil && pkg.Imported().Path() == path && pkg.Name() != "_" && pkg.Name() != "." {
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
func Unimport(p *analysis.Pass, index *syntax.Index, e ast.Expr) []analysis.TextEdit {
	var out []analysis.TextEdit
	for _, f := range p.Files {
		if f.FileStart > e.Pos() || e.Pos() >= f.FileEnd {
			continue
		}
		for _, imp := range f.Imports {
			pkg := p.TypesInfo.PkgNameOf(imp)
			within := func(id *ast.Ident) bool { return e.Pos() <= id.Pos() && id.End() <= e.End() || id.Pos() == imp.Pos() }
			uses := index.Mentions(pkg)
			if pkg != nil && slices.ContainsFunc(uses, within) && !slices.ContainsFunc(uses, func(id *ast.Ident) bool { return !within(id) }) {
				out = append(out, analysis.TextEdit{Pos: imp.Pos(), End: imp.End() + 1})
			}
		}
	}
	return out
}
