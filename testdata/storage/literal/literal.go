// Package literal has pages and scripts in its own text.
package literal

import (
	"fmt"
	"html/template"
	"net/http"
)

const page = `<!DOCTYPE html>
<html>
<!-- <script>localStorage.setItem("token", t)</script> -->
<p>Do not call localStorage.setItem("token", token).</p>
<button onclick="localStorage.setItem('theme', 'dark')">dark</button>
<script>
	// localStorage.setItem("token", data.token)
	fetch("/login").then(r => r.json()).then(data => {
		localStorage.setItem("token", data.token) // want web-storage "in localStorage"
		localStorage.setItem("tokenizer-mode", data.mode)
		localStorage.setItem("csrf_token", data.csrf)
	})
</script>
</html>`

var login = template.Must(template.New("login").Parse(`<script>
	sessionStorage.setItem("user", JSON.stringify({name: "{{.Name}}", jwt: "{{.JWT}}"})); // want web-storage "in sessionStorage"
	sessionStorage.setItem("view", JSON.stringify({name: "{{.Name}}", jwt: ""}));
	document.cookie = "jwt={{.JWT}}; path=/"; // want web-storage "in document.cookie"
	document.cookie = "jwt=; expires=Thu, 01 Jan 1970 00:00:00 GMT";
</script>`))

// Callback hands the token to the page that opened this one.
func Callback(w http.ResponseWriter, token string) {
	fmt.Fprintf(w, "<script>localStorage.setItem('access_token', '%s'); window.close()</script>", token) // want web-storage "access_token"
	fmt.Fprintf(w, "<script>localStorage.setItem('lang', '%s'); window.close()</script>", token)
}

// Joined puts the token into the script.
func Joined(w http.ResponseWriter, token string) {
	fmt.Fprint(w, "<script>\n"+
		"localStorage.setItem(\"token\", \""+token+"\")\n"+ // want web-storage "the token"
		"</script>")
	fmt.Fprint(w, `<script>localStorage.removeItem("token")</script>`+page)
}

// Script is no markup.
const Script = `window.sessionStorage.token = location.hash.slice(1)` // want web-storage "sessionStorage"

// Twice is one text that is used twice.
func Twice(w http.ResponseWriter) {
	fmt.Fprint(w, Script)
	fmt.Fprint(w, Script)
	login.Execute(w, nil)
}

// Ignored is known.
//
//jwtvet:ignore web-storage -- the kiosk has no other scripts
const Ignored = `localStorage.setItem("token", token)`
