// Package jwtstorage reports tokens that a page keeps where every script of it can read them.
//
// The pages and scripts that a Go program hands to browsers are read as what they are: embedded files, files of templates
// (html/template, templ, quicktemplate), folders that are served, string literals, and Go code that runs in a browser.
//
// # web-storage
//
// A script puts a token into localStorage or sessionStorage, or writes a cookie with one. The name it is kept under says
// that it is a token or, where that says nothing, the name of the value does. The report stands in that file.
//
// Why: one injected script, or one package of a thousand that has changed hands, reads the storage of the page and sends
// every token away. A cookie that scripts write they can read; one that the server sets HttpOnly they cannot.
//
//	bad:   localStorage.setItem("token", data.token)
//	       sessionStorage.user = JSON.stringify({name, jwt})
//	       document.cookie = "jwt={{.JWT}}; path=/"                                    // html/template
//	       js.Global().Get("localStorage").Call("setItem", "access_token", token)      // syscall/js
//	good:  http.SetCookie(w, &http.Cookie{Name: "token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
//
// Silent: names that say something else (theme, csrf_token, tokenType, token_expires_at); comments; values that are
// written out; deletion; names that only a running script knows, which is what libraries in a bundle have; scripts for a
// browser that the program drives; files that are not shipped, such as the sources of a bundle, and node_modules.
//
// In a bundle, whose lines a program has written, each name is told once. A comment takes a report off in the file itself,
// and one above the line that embeds or serves the file all that are in it:
//
//	// jwtvet:ignore web-storage -- reason             in a script
//	<!-- jwtvet:ignore web-storage -- reason -->       in a page
//	//jwtvet:ignore web-storage -- reason              above //go:embed
//
// Limits: files of more than 5 MB are not read; with -strict each is named. Files that are found by a path which is not
// constant, hooks of frameworks that write by themselves (useLocalStorage), assets packed into Go code. The go command
// does not notice an edit of a template that is not embedded: go vet repeats what it said before, jwtvet does not. gopls
// shows reports in Go files only.
package jwtstorage

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
