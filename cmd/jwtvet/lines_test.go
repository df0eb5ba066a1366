package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// below is bad with a line directive above the line that is reported.
func below(pkg, directive string) string {
	return strings.Replace(named(pkg), "\treturn", directive+"\n\treturn", 1)
}

// A line directive cannot make a report name a file or a line that is not there, nor show a
// line that nobody has analysed.
func TestLines(t *testing.T) {
	const line = `	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("local"))` + "\n"
	dir := jwtModule(t, map[string]string{
		"nowhere/x.go":      below("nowhere", "//line nowhere.go:40"),
		"nameless/x.go":     below("nameless", "//line :1"),
		"column/x.go":       below("column", "\t/*line x:1:2*/"),
		"escape/x.go":       below("escape", "//line \x1b[31m\u202e.go:7:3"),
		"machine/x.go":      below("machine", "//line /etc/passwd:1:1"),
		"outside/x.go":      below("outside", "//line ../../../../../etc/passwd:1"),
		"folder/x.go":       below("folder", "//line ../nowhere:1"),
		"long/x.go":         below("long", "//line x.go:999999999"),
		"wide/x.go":         below("wide", "//line x.go:7:999999999"),
		"first/x.go":        "//line first.go:1\n" + named("first"),
		"grammar/x.go":      below("grammar", "//line grammar.y:3"),
		"grammar/grammar.y": "\n\nAPI_KEY=4711\n",
		"page/x.go":         below("page", "//line page.templ:2:1"),
		"page/page.templ":   "package page\n" + line,
		"lie/x.go":          below("lie", "//line lie.txt:1:1"),
		"lie/lie.txt":       "API_KEY=4711" + strings.Repeat(" ", 200) + "\n",
	})
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "machine", "link")); err == nil {
		if err := os.WriteFile(filepath.Join(dir, "machine", "y.go"),
			[]byte(strings.Replace(below("machine", "//line link:1"), "Sign(", "Link(", 1)),
			0o666); err != nil {
			t.Fatal(err)
		}
	}
	out, errs, code := soon(t, dir)
	for _, place := range []string{
		"nowhere/x.go:8:79", "nameless/x.go:8:79", "column/x.go:8:79", "escape/x.go:8:79",
		"machine/x.go:8:79", "machine/y.go:8:79", "outside/x.go:8:79", "folder/x.go:8:79",
		"long/x.go:8:79", "wide/x.go:8:79", "first/x.go:8:79", "lie/x.go:8:79",
		"grammar/grammar.y:3:1", "page/page.templ:2:79",
	} {
		if strings.Count(out, "./"+place+": hardcoded-secret: ") != 1 {
			t.Errorf("nothing is reported at %s", place)
		}
	}
	if code != 1 || errs != "" || strings.Count(out, "hardcoded-secret") != 14 ||
		strings.Contains(out, "4711") || strings.Contains(out, "root:") {
		t.Errorf("got %d, %s\n%s", code, errs, out)
	}
	shows(t, out)
	_, errs, _ = start(t, dir, nil, "go", "vet", "-vettool="+tool(t), "./nowhere",
		"./grammar", "./page")
	for _, place := range []string{
		"nowhere/x.go:8:79: ", "grammar/grammar.y:3: ", "page/page.templ:2:79: ",
	} {
		if !strings.Contains(errs, place) {
			t.Errorf("go vet: %s is not in\n%s", place, errs)
		}
	}
}

// The compiler refuses some directives, and such a package is no silence.
func TestWrongLines(t *testing.T) {
	dir := jwtModule(t, map[string]string{
		"zero/x.go": below("zero", "//line 0:0"),
		"huge/x.go": below("huge", "//line x.go:99999999999999999999"),
		"nul/x.go":  below("nul", "//line x\x00y.go:3"),
	})
	out, errs, code := soon(t, dir)
	if code != 3 || lines(errs) != 3 || strings.Count(errs, " was not analysed: ") != 3 {
		t.Errorf("got %d\n%s%s", code, out, errs)
	}
	shows(t, errs)
}

// Edits are those of the Go file: the bytes that they replace are what they are about.
func TestFixesBelowLines(t *testing.T) {
	untyped := strings.NewReplacer(`[]byte("local")`, "key", "claims jwt.Claims",
		"claims jwt.Claims, key string")
	dir := jwtModule(t, map[string]string{
		"fix/fix.go": untyped.Replace(below("fix", "//line nowhere.go:40")),
		"gen/gen.go": untyped.Replace(below("gen", "//line gen.y:1")), "gen/gen.y": "\n\n\n",
	})
	out, _, _ := soon(t, dir, "-json")
	var doc struct {
		Reports []struct {
			Position struct {
				File         string
				Line, Column int
			}
			Fixes []struct {
				Edits []struct {
					Filename, New string
					Start, End    int
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil || len(doc.Reports) != 2 {
		t.Fatalf("%v: %s", err, out)
	}
	fixed, generated := doc.Reports[0], doc.Reports[1]
	if len(fixed.Fixes) != 1 || fixed.Position.Line != 8 || fixed.Position.File != "./fix/fix.go" {
		t.Fatalf("got %+v", fixed)
	}
	data, err := os.ReadFile(filepath.Join(dir, "fix", "fix.go"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, e := range slices.Backward(fixed.Fixes[0].Edits) {
		if e.Filename != "./fix/fix.go" {
			t.Fatalf("edits %s", e.Filename)
		}
		text = text[:e.Start] + e.New + text[e.End:]
	}
	if !strings.Contains(text, "SignedString([]byte(key))\n") {
		t.Errorf("the fix makes\n%s", text)
	}
	if len(generated.Fixes) > 0 || generated.Position.File != "./gen/gen.y" ||
		generated.Position.Line != 1 || generated.Position.Column != 1 {
		t.Errorf("got %+v, want no fix of what a tool wrote from another file", generated)
	}
}
