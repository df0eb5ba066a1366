package files

// This file knows functions that are there for tests, in files of the program:
//
//	func PrepareForTest() *Server { ... }  // by custom, as ResetForTesting of package flag
//	func initTestUsers() *Users { ... }    // by its name, where no file of the program mentions it
//
// Neither is part of the program: what it signs with is the key of a test.

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

var (
	forTests   = pattern.New(`For_?(Unit)?(Tests?|Testing)$`)
	namesTests = pattern.New(`^(test|mock)s?[A-Z_0-9]|(Test|Mock|_test|_mock)(s|ing)?([A-Z_0-9]|$)`)
)

// withoutTests returns the files of a program without the functions that are there for tests.
func withoutTests(pass *analysis.Pass, files []*ast.File) []*ast.File {
	unused := candidates(pass, files)
	if len(unused) == 0 {
		return files
	}
	keepMentioned(pass, files, unused)
	isUnused := func(d ast.Decl) bool {
		fn, ok := d.(*ast.FuncDecl)
		return ok && unused[pass.TypesInfo.Defs[fn.Name]] != nil
	}
	out := slices.Clone(files)
	for i, f := range out {
		if slices.ContainsFunc(f.Decls, isUnused) {
			rest := *f
			rest.Decls = slices.DeleteFunc(slices.Clone(f.Decls), isUnused)
			out[i] = &rest
		}
	}
	return out
}

// candidates returns the functions whose names say that they are there for tests. Others can call an
// exported one, so that the custom has to say it.
func candidates(pass *analysis.Pass, files []*ast.File) map[types.Object]*ast.FuncDecl {
	out := map[types.Object]*ast.FuncDecl{}
	for _, f := range files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			// few names have a piece of Test or Mock, and all of them are asked about
			if !ok || !strings.Contains(fn.Name.Name, "est") && !strings.Contains(fn.Name.Name, "ock") {
				continue
			}
			obj := pass.TypesInfo.Defs[fn.Name]
			if obj != nil && (forTests().MatchString(fn.Name.Name) || fn.Recv == nil &&
				!fn.Name.IsExported() && namesTests().MatchString(fn.Name.Name)) {
				out[obj] = fn
			}
		}
	}
	return out
}

// keepMentioned takes the functions out of a set that the rest of the program mentions, and those that
// they mention. Each declaration is read once.
func keepMentioned(pass *analysis.Pass, files []*ast.File, unused map[types.Object]*ast.FuncDecl) {
	var todo []ast.Decl
	for _, f := range files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); !ok || unused[pass.TypesInfo.Defs[fn.Name]] == nil {
				todo = append(todo, d)
			}
		}
	}
	for len(todo) > 0 && len(unused) > 0 {
		d := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if fn := unused[pass.TypesInfo.Uses[id]]; fn != nil {
					delete(unused, pass.TypesInfo.Uses[id])
					todo = append(todo, fn)
				}
			}
			return true
		})
	}
}
