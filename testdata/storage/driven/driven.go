// Package driven logs in to the pages of others, in a browser of its own.
package driven

import "github.com/go-rod/rod"

// Login makes the page act as if a user had logged in.
func Login(page *rod.Page, token string) {
	page.MustEval(`(t) => localStorage.setItem("token", t)`, token)
}
