// Package enginetest type-checks single files for the tests of the engine's rooms.
package enginetest

import (
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
)

var fset = token.NewFileSet()

// std keeps the packages of the standard library that it has read. It leaves files of cgo behind.
var std = sync.OnceValue(func() types.Importer {
	build.Default.CgoEnabled = false
	return importer.ForCompiler(fset, "source", nil)
})

func newInfo() *types.Info {
	return &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{},
	}
}

// Check type-checks a file of which src is everything below the package clause, and returns a pass over it.
func Check(t testing.TB, src string) *analysis.Pass {
	t.Helper()
	f, err := parser.ParseFile(fset, "p.go", "package p\n\n"+src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := newInfo()
	pkg, err := (&types.Config{Importer: std()}).Check("example.com/p", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	return &analysis.Pass{Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info, ReadFile: os.ReadFile}
}

// Uses returns the first argument of every call of a function called use.
func Uses(pass *analysis.Pass) []ast.Expr {
	var out []ast.Expr
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok {
				if id, ok := c.Fun.(*ast.Ident); ok && id.Name == "use" {
					out = append(out, c.Args[0])
				}
			}
			return true
		})
	}
	return out
}

// NetHTTP type-checks net/http, a large package that has nothing to do with tokens.
func NetHTTP(t testing.TB) *analysis.Pass {
	t.Helper()
	pkg, err := build.Import("net/http", "", 0)
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range pkg.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(pkg.Dir, name), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	info := newInfo()
	conf := types.Config{Importer: std(), Error: func(error) {}} // what is vendored in std is not found, and not needed
	typed, _ := conf.Check("net/http", fset, files, info)
	return &analysis.Pass{Fset: fset, Files: files, Pkg: typed, TypesInfo: info, ReadFile: os.ReadFile}
}
