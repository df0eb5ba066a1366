package calls

import (
	"go/ast"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// concerned reports whether a package can have to do with keys or tokens: it imports a library that does or one that
// loads settings, its source mentions them, or an import says that it takes a key.
func concerned(pass *analysis.Pass, own []*ast.File) bool {
	if len(own) == 0 {
		return false
	}
	for _, imp := range pass.Pkg.Imports() {
		if model.HandlesTokens(imp.Path()) || model.Configures(imp.Path()) {
			return true
		}
	}
	for _, f := range own {
		if data, err := files.Read(pass, pass.Fset.File(f.FileStart).Name()); err != nil || mentioned(string(data)) {
			return true
		}
	}
	for _, f := range pass.AllObjectFacts() {
		if fact, ok := f.Fact.(*Fact); ok && len(fact.Uses) > 0 && imports(pass, f.Object.Pkg()) {
			return true
		}
	}
	return false
}

func imports(pass *analysis.Pass, pkg *types.Package) bool {
	for _, imp := range pass.Pkg.Imports() {
		if imp == pkg {
			return true
		}
	}
	return false
}

// mentions are the words without which a package has nothing to say about keys.
var mentions = []string{"jwt", "JWT", "oken", "ecret", "SECRET", "etenv", "LookupEnv"}

func mentioned(src string) bool {
	for _, m := range mentions {
		if strings.Contains(src, m) {
			return true
		}
	}
	return false
}

// Unrelated reports whether a package is none of the user's and has nothing to do with tokens: it imports no library that
// handles them, and no fact reaches it. golangci-lint and gopls ask about every dependency, the standard library included;
// go vet asks about them too, but there the command's gate answers before anything is parsed.
func Unrelated(pass *analysis.Pass) bool {
	return foreign(pass) && len(pass.AllObjectFacts()) == 0 && len(pass.AllPackageFacts()) == 0 &&
		!slices.ContainsFunc(pass.Pkg.Imports(), func(p *types.Package) bool { return model.HandlesTokens(p.Path()) })
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
