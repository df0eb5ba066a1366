//go:build js && wasm

// Package inbrowser signs in the page, with keys that it brings along or gets there.
package inbrowser

import (
	"syscall/js"

	"github.com/golang-jwt/jwt/v5"
)

const secret = "everyone who loads the page has it"

func sign(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret)) // want secret-response "runs in browsers"
}

// What follows is good.

func typed(claims jwt.MapClaims) (string, error) {
	key := js.Global().Get("document").Call("getElementById", "key").Get("value").String()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}
