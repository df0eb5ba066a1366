// Package jwtstorage reports tokens that a page keeps where every script of it can read them.
//
// The pages and scripts that a Go program hands to browsers are read as what they are: string literals, embedded files,
// files of templates (html/template, templ, quicktemplate), folders that are served, and Go code that runs in a browser.
//
// # web-storage
//
// A script puts a token into localStorage or sessionStorage, or writes a cookie with one, which no script would have to do
// for a cookie that is safe. The report stands at the line in that file.
//
// Why: one injected script, or one package of a thousand that has changed hands, reads the storage of the page and sends
// every token away. A cookie that is HttpOnly cannot be read.
//
//	bad:   localStorage.setItem("token", data.token)
//	       document.cookie = "jwt=" + response.jwt
//	       js.Global().Get("localStorage").Call("setItem", "access_token", token)      // syscall/js
//	good:  http.SetCookie(w, &http.Cookie{Name: "token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
//
// Silent: names that say something else (theme, csrf_token), comments, values that are written out, deletion.
//
// Limits: files of more than 5 MB are not read; with -strict each is named.
package jwtstorage

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
