// Package dependency tells the user's packages from those that come with a module or with Go:
//
//	github.com/acme/shop/auth        // the user's own
//	github.com/golang-jwt/jwt/v5     // a dependency that handles tokens
//	net/http                         // nothing to do with them
package dependency

import (
	"go/ast"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Unrelated reports whether a package is a dependency that has nothing to do with tokens: it
// imports no library that handles them, and no fact reaches it. golangci-lint and gopls ask about
// every dependency, the standard library included; go vet asks about them too, but there the
// command's gate answers before anything is parsed.
func Unrelated(pass *analysis.Pass) bool {
	return isDependency(pass) &&
		len(pass.AllObjectFacts()) == 0 && len(pass.AllPackageFacts()) == 0 &&
		!slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool {
			return model.HandlesTokens(p.Path())
		})
}

// isDependency reports whether a package belongs to a version of a module, as only dependencies
// do, or to the standard library.
func isDependency(pass *analysis.Pass) bool {
	if pass.Module != nil && pass.Module.Path != "" {
		return pass.Module.Version != ""
	}
	first, _, _ := strings.Cut(pass.Pkg.Path(), "/")
	if strings.Contains(first, ".") {
		return false
	}
	// not all files of a package of the standard library: cgo writes some elsewhere
	return slices.ContainsFunc(pass.Files, func(f *ast.File) bool {
		dir := filepath.ToSlash(filepath.Dir(pass.Fset.File(f.FileStart).Name()))
		return strings.HasSuffix(dir, "/src/"+pass.Pkg.Path())
	})
}

// SameModule reports whether a package at a path belongs to the module of the pass.
func SameModule(pass *analysis.Pass, path string) bool {
	m := pass.Module
	return path == pass.Pkg.Path() || m != nil && m.Path != "" &&
		(path == m.Path || strings.HasPrefix(path, m.Path+"/"))
}

// Facts returns the facts of an analyzer about other packages of the module of the pass: those that a
// package says again for its importers. What a library does says little of a program that imports it at
// a distance.
func Facts(pass *analysis.Pass) []analysis.PackageFact {
	return slices.DeleteFunc(pass.AllPackageFacts(), func(f analysis.PackageFact) bool {
		return f.Package == pass.Pkg || !SameModule(pass, f.Package.Path())
	})
}
