package calls

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/fields"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
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
	for _, imp := range pass.Pkg.Imports() {
		path := imp.Path()
		if model.HandlesTokens(path) || model.Configures(path) || model.IsGuessable(path) {
			return true
		}
	}
	if !names.Secret.Empty() { // its text need not have any of the words below
		return true
	}
	for _, f := range own {
		data, err := files.Read(pass, pass.Fset.File(f.FileStart).Name())
		if err != nil || MentionsTokens(string(data)) {
			return true
		}
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

// words are those without which the text of a package says nothing about keys, tokens and what
// carries them. Each is looked for as it stands, so the first letter is left out where it is small
// in one place and capital in another:
//
//	r.Header.Get("Authorization")
//	r.SetBasicAuth(user, password)
//	&tls.Config{InsecureSkipVerify: true}
//	http.SetCookie(w, &http.Cookie{Name: "session", Value: id})
var words = []string{
	"jwt", "JWT", "oken", "TOKEN", "ecret", "SECRET", "etenv", "LookupEnv",
	"uthorization", "earer", "asicAuth", "nsecureSkipVerify", "ookie", "essions", "essionManager",
	"assword",
}

// MentionsTokens reports whether a text has one of the words that let a package in.
func MentionsTokens(src string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(src, w) })
}
