// Package gate says which packages are looked into at all, judged by what they import and by their
// text: most packages of a program have nothing to do with keys or tokens.
//
//	import "github.com/golang-jwt/jwt/v5"
//	os.Getenv("JWT_SECRET")
//	os.ReadFile(path) // beside yaml.Unmarshal: the settings of another package, and their keys
package gate

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
)

// MayConcernTokens reports whether a package can have to do with keys or tokens, as far as its
// imports and the text of its files show.
func MayConcernTokens(pass *analysis.Pass, own []*ast.File) bool {
	settings := false
	for _, imp := range pass.Pkg.Imports() {
		path := imp.Path()
		if model.HandlesTokens(path) || model.Configures(path) || model.IsGuessable(path) {
			return true
		}
		settings = settings || model.MayFindSettings(path)
	}
	if !names.Secret.Empty() { // its text need not have any of the words below
		return true
	}
	return slices.ContainsFunc(own, func(f *ast.File) bool {
		data, err := files.Read(pass, pass.Fset.File(f.FileStart).Name())
		return err != nil || MentionsTokens(string(data)) || settings && mentionsFiles(string(data))
	})
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

// fileWords are those without which the text of a package neither reads a settings file nor says
// where it is.
var fileWords = []string{
	"ReadFile(", "os.Open(", `.yaml"`, `.yml"`, `.toml"`, `.json"`, `.ini"`, `.conf"`, `.env"`,
	`.properties"`,
}

// mentionsFiles reports whether a text has one of the words of settings files.
func mentionsFiles(src string) bool {
	return slices.ContainsFunc(fileWords, func(w string) bool { return strings.Contains(src, w) })
}
