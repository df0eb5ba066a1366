// The program sees all packages that can take something out.
package main

import (
	"log"
	"maps"
	"net/http"
	"time"

	"example.com/testdata/lifecycle/exposed/auth"
	"example.com/testdata/lifecycle/exposed/lists"
	"example.com/testdata/lifecycle/exposed/sweep"
)

func main() {
	go func() {
		for range time.Tick(time.Hour) {
			sweep.Expired()
			maps.DeleteFunc(lists.InvalidList, func(string, bool) bool { return true })
		}
	}()
	http.HandleFunc("POST /logout", func(w http.ResponseWriter, r *http.Request) {
		auth.Logout(r.Header.Get("Authorization"))
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:8080", nil))
}
