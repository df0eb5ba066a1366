// Package webpage is what the pages that jwtvet writes have in common: how they look, and that no
// script of anybody else runs in them.
package webpage

import (
	"crypto/sha256"
	_ "embed" // for the style
	"encoding/base64"
	"html/template"
)

//go:embed base.css
var base string

// Page is the head of a page that needs nothing else: no server, no other file.
type Page struct {
	Policy string // content security policy
	Style  template.CSS
	Script template.JS
}

// New returns the head of a page with a style and a script of its own, "" for none. Nothing of the
// analysed code can become a part of them, since only what is known by its hash is used.
func New(style, script string) Page {
	style = base + style
	p := Page{Style: template.CSS(style), Script: template.JS(script)}
	p.Policy = "default-src 'none'; style-src '" + hash(style) + "'; "
	if script != "" {
		p.Policy += "script-src '" + hash(script) + "'; "
	}
	p.Policy += "base-uri 'none'; form-action 'none'"
	return p
}

// hash names a text in a content security policy.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
