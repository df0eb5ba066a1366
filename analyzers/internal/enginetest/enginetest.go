// Package enginetest answers what the tests of the engine's rooms ask first: it type-checks a
// single file and finds the expressions in it that a test is about.
//
//	pass := enginetest.Check(t, `func use(any) {}; func f() { use("abc") }`)
//	enginetest.Uses(pass)[0]   // "abc"
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

// std keeps the packages of the standard library that it has read. Files with cgo are left out.
var std = sync.OnceValue(func() types.Importer {
	build.Default.CgoEnabled = false
	return importer.ForCompiler(fset, "source", nil)
})

// newInfo returns empty tables of all that the engine reads.
func newInfo() *types.Info {
	return &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
		Implicits:  map[ast.Node]types.Object{},
		Instances:  map[*ast.Ident]types.Instance{},
	}
}

// Check type-checks a file of which src is everything below the package clause, and returns a
// pass over it. Errors end the test.
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
	return &analysis.Pass{
		Fset:      fset,
		Files:     []*ast.File{f},
		Pkg:       pkg,
		TypesInfo: info,
		ReadFile:  os.ReadFile,
	}
}

// Uses returns the first argument of every call of a function called use, in the order of the
// file.
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

// NetHTTP type-checks net/http, a large package without tokens, for benchmarks.
func NetHTTP(t testing.TB) *analysis.Pass {
	t.Helper()
	pkg, err := build.Import("net/http", "", 0)
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range pkg.GoFiles {
		path, mode := filepath.Join(pkg.Dir, name), parser.ParseComments|parser.SkipObjectResolution
		f, err := parser.ParseFile(fset, path, nil, mode)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	info := newInfo()
	// What is vendored in the standard library is not found, and not needed.
	conf := types.Config{Importer: std(), Error: func(error) {}}
	typed, _ := conf.Check("net/http", fset, files, info)
	return &analysis.Pass{
		Fset:      fset,
		Files:     files,
		Pkg:       typed,
		TypesInfo: info,
		ReadFile:  os.ReadFile,
	}
}
