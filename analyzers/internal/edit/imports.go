package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// This file finds, adds and removes imports for suggested fixes:
//
//	import "time"          // Import adds it
//	import j "example/jwt" // Imported returns j
//	import "math/rand"     // Unimport removes it with its last use

// Imported returns the name under which the file at pos imports a package, "" when it does not.
func Imported(p *analysis.Pass, pos token.Pos, pkg *types.Package) string {
	return importName(p, fileAt(p, pos), func(q *types.Package) bool { return q == pkg })
}

// Import returns the name under which the file at pos has a package of the standard library, and
// the edits that import it where the file does not.
func Import(
	p *analysis.Pass, pos token.Pos, path string,
) (name string, edits []analysis.TextEdit) {
	f := fileAt(p, pos)
	if f == nil {
		return path, nil
	}
	name = importName(p, f, func(q *types.Package) bool { return q.Path() == path })
	if name != "" {
		return name, nil
	}
	at, text := f.Name.End(), "\n\nimport \""+path+"\""
	if len(f.Imports) > 0 {
		at, text = f.Imports[0].Pos(), "\""+path+"\"\n"
		if g, ok := f.Decls[0].(*ast.GenDecl); ok && !g.Lparen.IsValid() {
			at, text = g.Pos(), "import \""+path+"\"\n"
		}
	}
	return path, []analysis.TextEdit{{Pos: at, End: at, NewText: []byte(text)}}
}

// Unimport returns the edits that remove the imports of a file which only one expression needs.
func Unimport(p *analysis.Pass, index *syntax.Index, e ast.Expr) []analysis.TextEdit {
	f := fileAt(p, e.Pos())
	if f == nil {
		return nil
	}
	var out []analysis.TextEdit
	for _, imp := range f.Imports {
		pkg := p.TypesInfo.PkgNameOf(imp)
		if pkg == nil {
			continue
		}
		outside := func(id *ast.Ident) bool {
			return (id.Pos() < e.Pos() || e.End() < id.End()) && id.Pos() != imp.Pos()
		}
		uses := index.Mentions(pkg)
		if len(uses) > 0 && !slices.ContainsFunc(uses, outside) {
			out = append(out, analysis.TextEdit{Pos: imp.Pos(), End: imp.End() + 1})
		}
	}
	return out
}

// fileAt returns the file around a position, nil for none.
func fileAt(p *analysis.Pass, pos token.Pos) *ast.File {
	for _, f := range p.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// importName returns the name under which a file imports a package, "" for none that can qualify
// an identifier.
func importName(p *analysis.Pass, f *ast.File, is func(*types.Package) bool) string {
	if f == nil {
		return ""
	}
	for _, imp := range f.Imports {
		name := p.TypesInfo.PkgNameOf(imp)
		if name != nil && is(name.Imported()) && name.Name() != "_" && name.Name() != "." {
			return name.Name()
		}
	}
	return ""
}
