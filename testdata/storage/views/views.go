// Package views parses its pages when it starts.
package views

import (
	"html/template"
	"net/http"
	"path/filepath"
)

var (
	pages = template.Must(template.ParseGlob("pages/*.html"))
	token = template.Must(template.ParseFiles(filepath.Join("storage", "views", "token.tmpl"))) // from the root of the module
)

// Show shows a page.
func Show(w http.ResponseWriter, r *http.Request, dir string) {
	pages.ExecuteTemplate(w, "login.html", nil)
	token.Execute(w, nil)
	template.ParseFiles(filepath.Join(dir, "other.html"))
}
