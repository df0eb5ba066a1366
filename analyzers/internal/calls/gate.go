package calls

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/fields"
	"github.com/jwtvet/jwtvet/analyzers/internal/gate"
)

// mayConcernTokens reports whether a package can have to do with keys or tokens, judged by its
// imports, its text and the facts about what it imports:
//
//	import "github.com/golang-jwt/jwt/v5"
//	os.Getenv("JWT_SECRET")
//	auth.NewMaker(key) // a fact says that the parameter is a key
func mayConcernTokens(pass *analysis.Pass, own []*ast.File) bool {
	if len(own) == 0 {
		return false
	}
	if gate.MayConcernTokens(pass, own) {
		return true
	}
	for _, f := range pass.AllObjectFacts() {
		fact, ok := f.Fact.(*Fact)
		if ok && len(fact.Uses) > 0 && slices.Contains(pass.Pkg.Imports(), f.Object.Pkg()) {
			return true
		}
	}
	for _, f := range pass.AllPackageFacts() {
		if _, ok := f.Fact.(*fields.Fact); ok && slices.Contains(pass.Pkg.Imports(), f.Package) {
			return true
		}
	}
	return false
}
