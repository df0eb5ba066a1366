package calls

import (
	"go/ast"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// outside reports whether a package is none of the user's and has nothing to do with tokens: it imports no library that
// handles them, and no fact reaches it. golangci-lint and gopls ask about every dependency, the standard library included;
// go vet asks about them too, but there the command's gate answers before anything is parsed.
func outside(pass *analysis.Pass) bool {
	return foreign(pass) && len(pass.AllObjectFacts()) == 0 && len(pass.AllPackageFacts()) == 0 &&
		!slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return model.Handles(p.Path()) })
}

// foreign reports whether a package belongs to a version of a module, as only dependencies do, or to the standard library.
func foreign(pass *analysis.Pass) bool {
	if pass.Module != nil && pass.Module.Path != "" {
		return pass.Module.Version != ""
	}
	first, _, _ := strings.Cut(pass.Pkg.Path(), "/")
	return !strings.Contains(first, ".") && slices.ContainsFunc(pass.Files, func(f *ast.File) bool { // not all: cgo writes some elsewhere
		dir := filepath.ToSlash(filepath.Dir(pass.Fset.File(f.FileStart).Name()))
		return strings.HasSuffix(dir, "/src/"+pass.Pkg.Path())
	})
}
