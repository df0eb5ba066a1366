// Package main uses a store whose sessions another package sets up. A near miss.
package main

import (
	"net/http"
	"os"

	"example.com/testdata/cookie/stores/apart/handlers"
	"example.com/testdata/cookie/stores/apart/store"

	"github.com/gorilla/sessions"
)

func main() {
	own := sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))
	http.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) { handlers.Login(own, w, r) })
	http.HandleFunc("/logout", store.Logout)
}
