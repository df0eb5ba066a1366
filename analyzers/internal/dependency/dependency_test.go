package dependency

import (
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// What golangci-lint and gopls ask about dependencies is what the command's gate lets through: the
// user's own packages, and those that import a library.
func TestOutside(t *testing.T) {
	mode := packages.NeedName | packages.NeedCompiledGoFiles | packages.NeedImports |
		packages.NeedTypes | packages.NeedSyntax | packages.NeedModule | packages.NeedDeps
	cfg := &packages.Config{Mode: mode, Dir: vettest.Root(t)}
	want := map[string]bool{
		"crypto/tls": true, "net": true, "runtime/cgo": true,
		"vendor/golang.org/x/crypto/chacha20": true, "github.com/google/uuid": true,
		"github.com/labstack/echo-jwt/v4": false, "example.com/testdata/secret/keys": false,
	}
	var paths []string
	for path := range want {
		paths = append(paths, path)
	}
	pkgs, err := packages.Load(cfg, paths...)
	if err != nil || len(pkgs) != len(want) {
		t.Fatal(len(pkgs), err)
	}
	for _, p := range pkgs {
		pass := &analysis.Pass{
			Fset: p.Fset, Files: p.Syntax, Pkg: p.Types,
			AllObjectFacts:  func() []analysis.ObjectFact { return nil },
			AllPackageFacts: func() []analysis.PackageFact { return nil },
		}
		if p.Module != nil {
			pass.Module = &analysis.Module{Path: p.Module.Path, Version: p.Module.Version}
		}
		if got := Unrelated(pass); got != want[p.PkgPath] {
			t.Errorf("%s: got %v", p.PkgPath, got)
		}
		pass.AllObjectFacts = func() []analysis.ObjectFact { return make([]analysis.ObjectFact, 1) }
		if Unrelated(pass) {
			t.Errorf("%s is reached by a fact, and outside", p.PkgPath)
		}
	}
}

// A package says again what others of its module say, and nothing of a library: a program that uses one
// which can answer requests is no server for that.
func TestFacts(t *testing.T) {
	own := types.NewPackage("example.com/app/routes", "routes")
	pass := &analysis.Pass{
		Pkg: own, Module: &analysis.Module{Path: "example.com/app"},
		AllPackageFacts: func() (out []analysis.PackageFact) {
			for _, path := range []string{"example.com/app/auth", "example.com/application", "example.com/lib"} {
				out = append(out, analysis.PackageFact{Package: types.NewPackage(path, "p")})
			}
			return append(out, analysis.PackageFact{Package: own})
		},
	}
	facts := Facts(pass)
	if len(facts) != 1 || facts[0].Package.Path() != "example.com/app/auth" {
		t.Errorf("got %v", facts)
	}
}
