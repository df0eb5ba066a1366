//go:build js && wasm

// Package browser is a program that runs in a page.
package browser

import "syscall/js"

const key = "access_token"

var storage = js.Global().Get("localStorage")

type session struct{ Token, Theme string }

// Keep keeps what the server sent.
func Keep(s session, res js.Value) {
	js.Global().Get("localStorage").Call("setItem", "token", s.Token) // want web-storage "in localStorage"
	js.Global().Get("localStorage").Call("setItem", "theme", s.Theme)
	js.Global().Get("window").Get("sessionStorage").Set("jwt", res.Get("jwt")) // want web-storage "sessionStorage"
	storage.Call("setItem", key, res.Get("token").String())                    // want web-storage "access_token"
	storage.Call("setItem", "tokenizer", s.Theme)
	storage.Call("setItem", "csrf_token", res.Get("csrf"))
	storage.Call("setItem", "token", "")
	storage.Call("removeItem", "token")
	_ = storage.Call("getItem", "token")
	local := js.Global().Get("localStorage")
	local.Set("token", js.Null())
	local.Set("token", s.Token) // want web-storage "localStorage"
}

// Cookie writes cookies.
func Cookie(token, theme string) {
	doc := js.Global().Get("document")
	doc.Set("cookie", "jwt="+token) // want web-storage "document.cookie"
	doc.Set("cookie", "theme="+theme)
	doc.Set("cookie", "jwt=; max-age=0")
	doc.Set("title", token)
	js.Global().Get("history").Call("setItem", "token", token)
}
