// Package jwtstorage reports tokens that a page keeps where every script can read them.
//
// The pages and scripts that a Go program sends to browsers are analysed in their own languages:
// embedded files, template files (html/template, templ, quicktemplate), folders that are served,
// string literals, and Go code that runs in a browser.
//
// # web-storage
//
// A script writes a token to localStorage, to sessionStorage or to a cookie. The name of the
// entry says that it is a token or, where that says nothing, the name of the value does. The
// report stands in that file.
//
// Why: one injected script (XSS), or one compromised package, reads the storage of the page and
// sends every token away. Scripts can read a cookie that a script wrote. They cannot read one
// that the server sets with HttpOnly.
//
// Bad (JavaScript):
//
//	localStorage.setItem("token", data.token)
//	sessionStorage.user = JSON.stringify({name, jwt})
//
// Bad (JavaScript in html/template):
//
//	document.cookie = "jwt={{.JWT}}; path=/"
//
// Bad (syscall/js):
//
//	js.Global().Get("localStorage").Call("setItem", "access_token", token)
//
// Good (net/http):
//
//	http.SetCookie(w, &http.Cookie{
//		Name:     "token",
//		Value:    token,
//		Secure:   true,
//		HttpOnly: true,
//		SameSite: http.SameSiteLaxMode,
//	})
//
// Silent:
//   - names that say something else (theme, csrf_token, tokenType, token_expires_at)
//   - comments
//   - values that are constants
//   - deletion
//   - names that are known at run time only, as those of libraries in a bundle
//   - scripts for a browser that the program drives
//   - files that are not shipped, such as the sources of a bundle, and node_modules
//
// In a bundle, whose lines a tool has written, each name is reported once. A comment ignores a
// report in the file itself. A comment above the line that embeds or serves the file ignores all
// reports in it.
//
// Ignore one report (JavaScript):
//
//	// jwtvet:ignore web-storage -- reason
//	localStorage.setItem("token", data.token)
//
// Ignore one report (HTML):
//
//	<!-- jwtvet:ignore web-storage -- reason -->
//
// Ignore all reports of a file (embed):
//
//	//jwtvet:ignore web-storage -- reason
//	//go:embed index.html
//	var page string
//
// Limits:
//   - files of more than 5 MB, and what a package ships beyond 256 MB, are not read; with -strict
//     each is named
//   - patterns and folders are followed up to 65,536 files, and not out of the module
//   - files that are found by a path that is not constant
//   - framework hooks that write by themselves (useLocalStorage)
//   - assets packed into Go code
//   - the go command does not notice an edit of a template that is not embedded: go vet repeats
//     its earlier result, jwtvet does not
//   - gopls shows reports in Go files only
package jwtstorage

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
