package files

// This file knows functions that are there for tests, in files of the program:
//
//	func PrepareForTest() *Server { ... }  // by custom, as ResetForTesting of package flag
//	func initTestUsers() *Users { ... }    // by its name, where no file of the program mentions it
//
// Neither is part of the program: what it signs with is the key of a test.

import (
	"go/ast"
	"go/token"
	"slices"

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
	for mentioned := true; len(unused) > 0 && mentioned; {
		mentioned = false
		for _, f := range files {
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); !ok || !unused[fn] {
					mentioned = keepMentioned(pass, d, unused) || mentioned
				}
			}
		}
	}
	if len(unused) == 0 {
		return files
	}
	out := slices.Clone(files)
	for i, f := range out {
		isUnused := func(d ast.Decl) bool {
			fn, ok := d.(*ast.FuncDecl)
			return ok && unused[fn]
		}
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
func candidates(pass *analysis.Pass, files []*ast.File) map[*ast.FuncDecl]bool {
	out := map[*ast.FuncDecl]bool{}
	for _, f := range files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if ok && (forTests().MatchString(fn.Name.Name) || fn.Recv == nil &&
				!token.IsExported(fn.Name.Name) && namesTests().MatchString(fn.Name.Name)) {
				out[fn] = true
			}
		}
	}
	return out
}

// keepMentioned takes the functions out of a set that a declaration mentions, and reports whether
// there was one.
func keepMentioned(pass *analysis.Pass, d ast.Decl, unused map[*ast.FuncDecl]bool) (found bool) {
	ast.Inspect(d, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		for fn := range unused {
			if id.Name == fn.Name.Name && pass.TypesInfo.Uses[id] == pass.TypesInfo.Defs[fn.Name] {
				delete(unused, fn)
				found = true
			}
		}
		return true
	})
	return found
}
