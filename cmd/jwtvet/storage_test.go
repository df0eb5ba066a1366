package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	ships = `package web

import (
	"embed"
	"html/template"
)

//go:embed dist
var dist embed.FS

var pages = template.Must(template.ParseGlob("views/*.html"))
`
	keeps = `<script>localStorage.setItem("token", data.token)</script>` + "\n"
)

// Reports in files that are not Go stand there, with their line, however long that is.
func TestStorage(t *testing.T) {
	bundle := strings.Repeat("function a(e,t){return e?t:n(t)}", 4<<20/32) +
		`localStorage.setItem("jwt",e.jwt)`
	dir := module(t, map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.25.0\n", "web/web.go": ships,
		"web/dist/app.js":      bundle + strings.Repeat(";a(b,c)", 1000),
		"web/dist/large.js":    bundle + strings.Repeat(";a(b,c)", 1<<20/6),
		"web/views/login.html": "<p>\n" + keeps, "web/views/plain.html": "<p>\n",
	})
	out, errs, code := run(t, dir, nil)
	for _, want := range []string{
		`./web/dist/app.js:1:4194305: web-storage: bundle stores the token "jwt" in localStorage: any script that runs there can read it (XSS) [medium]`,
		`./web/views/login.html:2:9: web-storage: page stores the token "token" in localStorage: any script that runs there can read it (XSS) [medium]`,
		"    " + keeps,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%.2000s", want, out)
		}
	}
	if code != 1 || errs != "" || len(out) > 2000 || strings.Count(out, "web-storage") != 2 {
		t.Errorf("got %d, %q, %d bytes:\n%.2000s", code, errs, len(out), out)
	}
	out, _, _ = run(t, dir, nil, "-jwtstorage.strict")
	if !strings.Contains(out, "./web/web.go:8:1: web-storage: \"large.js\" is larger than 5 MB") {
		t.Errorf("nothing is said of the file that is not read:\n%.2000s", out)
	}
	out, _, _ = run(t, dir, nil, "-json")
	if !strings.Contains(out, `"file": "./web/views/login.html",`) || len(out) > 4000 {
		t.Errorf("got\n%.2000s", out)
	}
}

// What the go command keeps of a package does not outlive an edit of a template
// that the package only parses.
func TestStorageEdited(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.25.0\n", "web/web.go": ships,
		"web/dist/app.js": "a()\n", "web/views/login.html": "<p>\n",
	})
	login := filepath.Join(dir, "web", "views", "login.html")
	for i, text := range []string{"<p>\n", keeps, "<p>\n", keeps + "<p>\n", "<p>\n" + keeps,
		"<!-- jwtvet:ignore web-storage -- known -->\n" + keeps} {
		if err := os.WriteFile(login, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		want := 0
		if strings.Contains(text, keeps) && !strings.Contains(text, "ignore") {
			want = 1
		}
		if out, errs, code := run(t, dir, nil); code != want {
			t.Errorf("%d: got %d, want %d\n%s%s", i, code, want, out, errs)
		}
	}
}
