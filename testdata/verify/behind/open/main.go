// Command open has nothing in front of its handlers.
package main

import (
	"net/http"

	"example.com/testdata/verify/behind/notes"
)

func main() {
	http.HandleFunc("/notes", notes.Create)
	http.HandleFunc("/notes/delete", notes.Delete)
	http.ListenAndServe("localhost:8080", nil)
}
