// Package files answers which files of a package count: those of the program, and those of its
// tests only where a flag says so. It also reads files beside the source.
//
//	server.go                                    // counts
//	server_test.go                               // does not: by its name
//	func newToken(t *testing.T) string { ... }   // nor does the file with this helper
//	import "github.com/stretchr/testify/suite"   // nor does one that only tests need
//	package testutil                             // nor does a folder of helpers
//	mocks.go                                     // nor does a file of doubles
//	func ServeForTest() *Server { ... }          // Of: nor does this function
//	//go:embed private.pem                       // Read
//	os.ReadFile("keys/private.pem")              // Above: relative to which folder?
package files

import (
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// Tests says that test files count too. It is one setting of the whole run: the flag of each
// analyzer sets it, before the analysis begins.
var Tests bool

// Of returns the files of the package that count, without functions for tests. What tests do says
// nothing about the program: go vet hands over a package together with its test files.
func Of(pass *analysis.Pass) []*ast.File {
	if Tests {
		return pass.Files
	}
	var out []*ast.File
	for _, f := range pass.Files {
		if !Test(pass, f) {
			out = append(out, f)
		}
	}
	return withoutTests(pass, out)
}

// Read returns the content of a file as the driver has it, which in an editor is what has been
// typed, or else as it is on disk. Bazel's nogo has no ReadFile, and other drivers read nothing
// but the files of the package. A file that is none, as a pipe, is an error.
func Read(pass *analysis.Pass, name string) ([]byte, error) {
	if pass.ReadFile != nil {
		if data, err := pass.ReadFile(name); err == nil {
			return data, nil
		}
	}
	return regular.Read(name, regular.Limit)
}

// Written returns the name of the file at pos that its author wrote: the source of what cgo made of
// it, and otherwise the file itself, whatever its line directives say.
func Written(fset *token.FileSet, pos token.Pos) string {
	file := fset.File(pos)
	if ByCgo(file.Name()) && file.LineCount() >= CgoLines {
		source := fset.Position(file.LineStart(CgoLines)).Filename
		if filepath.Ext(source) == ".go" {
			return source
		}
	}
	return file.Name()
}

// CgoLines is the line of a file of cgo that is the first one of its source: above it are a comment
// that says who wrote it, an empty line and a line directive.
const CgoLines = 4

// ByCgo reports whether cgo may have written the file of a name, for go vet (x.cgo1.go) or into the
// build cache, where files have no such ends.
func ByCgo(name string) bool {
	return strings.HasSuffix(name, ".cgo1.go") || filepath.Ext(name) != ".go"
}

// Above returns a folder and those above it, the nearest first, up to the root of its module: paths
// in a program are relative to any of them. Outside a module they go up to the root of the file
// system.
func Above(dir string) []string {
	out := []string{dir}
	for up := filepath.Dir(dir); up != dir; dir, up = up, filepath.Dir(up) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		out = append(out, up)
	}
	return out
}

// Test reports whether a file is part of tests: by its name, because it holds the doubles that stand in
// for the program's own types there, because its package is there for tests, because it imports what
// only tests use, or because its functions take a *testing.T or the like, as those of helpers that
// several packages' tests share.
func Test(pass *analysis.Pass, f *ast.File) bool {
	name := filepath.Base(pass.Fset.File(f.FileStart).Name())
	if strings.HasSuffix(name, "_test.go") || doubles(name) || supportsTests(pass) {
		return true
	}
	withTesting := false
	for _, imp := range f.Imports {
		path, _ := strconv.Unquote(imp.Path.Value)
		if model.IsForTests(path) {
			return true
		}
		withTesting = withTesting || path == "testing"
	}
	if !withTesting {
		return false
	}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && slices.ContainsFunc(fn.Type.Params.List, ofTesting) {
			return true
		}
	}
	return false
}

// ofTesting reports whether the type of a parameter is one of package testing.
func ofTesting(field *ast.Field) bool {
	typ := field.Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	sel, ok := typ.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := sel.X.(*ast.Ident)
	return ok && pkg.Name == "testing"
}
