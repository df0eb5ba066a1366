// Package embedded has its frontend in the binary.
package embedded

import (
	"embed"
	_ "embed"
)

//go:embed login.html
var login string

//go:embed web/*.js "web/vendor"
var web embed.FS

//go:embed all:all
var all embed.FS

// The same again.
//
//go:embed web/app.js
var app []byte

//go:embed data.json
var data []byte

//jwtvet:ignore web-storage -- the console of a single user
//go:embed console.js
var console []byte

//go:embed notembedded.txt
var text string
