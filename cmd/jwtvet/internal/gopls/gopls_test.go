package gopls

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
)

// TestGopls builds gopls and drives it as an editor does.
func TestGopls(t *testing.T) {
	if testing.Short() {
		t.Skip("builds gopls")
	}
	file := filepath.Join(t.TempDir(), "jwtvet-gopls")
	built, err := Tool("").Install(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	if built.Gopls != Version ||
		!strings.Contains(built.String(), "gopls "+Version+" with jwtvet of ") {
		t.Errorf("installed %s", built)
	}
	if _, err := Tool("").Check(t.Context(), file); err != nil {
		t.Errorf("what was just installed is not current: %v", err)
	}
	t.Run("edit", func(t *testing.T) { edit(t, file) })
	t.Run("quick fix", func(t *testing.T) { quickFix(t, file) })
	t.Run("analyses", func(t *testing.T) { analyses(t, file) })
	t.Run("mcp", func(t *testing.T) { mcp(t, file) })
	t.Run("settings", func(t *testing.T) { settingsHold(t, file) })
	t.Run("the same reports as the command", func(t *testing.T) { sameReports(t, file) })
}

// by returns the diagnostics of one analyzer.
func by(source string, list []diagnostic) []diagnostic {
	return slices.DeleteFunc(slices.Clone(list),
		func(d diagnostic) bool { return d.Source != source })
}

// edit types a key and deletes it again, and never saves: the report comes and goes. The key
// reaches the library in another package.
func edit(t *testing.T, program string) {
	file := filepath.Join(workspace(t, map[string]string{
		"app/app.go": edited(`[]byte(key)`, "saved"),
	}), "app", "app.go")
	c := connect(t, program, filepath.Dir(filepath.Dir(file)), nil)
	for i, key := range []string{`[]byte(key)`, `[]byte("typed into the editor")`, `[]byte(key)`} {
		mark := fmt.Sprintf("mark%d", i)
		c.show(file, edited(key, mark))
		got := by("jwtsecret", c.wait(file, mark))
		if i != 1 {
			if len(got) != 0 {
				t.Errorf("with %s: %+v", key, got)
			}
			continue
		}
		if len(got) != 1 {
			t.Fatalf("with %s: got %+v, want one report", key, got)
		}
		d := got[0]
		want := span{position{10, 31}, position{10, 54}}
		if d.Code != "hardcoded-secret" || d.Severity != 2 || d.Range != want ||
			!strings.HasPrefix(d.Message, "JWT signing key is a constant of 21 bytes") ||
			d.CodeDescription.Href != "https://github.com/jwtvet/jwtvet/blob/main/docs/jwtsecret.md#hardcoded-secret" {
			t.Errorf("got %+v", d)
		}
		if rel := d.RelatedInformation; len(rel) != 1 || rel[0].Location.URI != uri(file) ||
			rel[0].Location.Range.Start != (position{10, 19}) ||
			rel[0].Message != "reaches maker.Sign here" {
			t.Errorf("related: %+v", rel)
		}
	}
}

// settingsHold changes the settings of a folder from one start of gopls to the next.
func settingsHold(t *testing.T, program string) {
	text := edited(`[]byte("typed into the editor")`, "mark1")
	dir := workspace(t, map[string]string{"app/app.go": text, ".git/HEAD": ""})
	file := filepath.Join(dir, "app", "app.go")
	for _, c := range []struct {
		settings        string
		secrets, cookie int
	}{
		{"", 1, 1},
		{"disable: [hardcoded-secret]\n", 0, 1},
		{"severity: high\n", 1, 0},
		{"overrides: [{paths: [app], disable: [jwtsecret, jwtcookie]}]\n", 0, 0},
		{"", 1, 1},
	} {
		if err := os.WriteFile(filepath.Join(dir, ".jwtvet.yml"), []byte(c.settings), 0o666); err != nil {
			t.Fatal(err)
		}
		client := connect(t, program, dir, nil)
		client.show(file, text)
		got := client.wait(file, "mark1")
		if a, b := len(by("jwtsecret", got)), len(by("jwtcookie", got)); a != c.secrets || b != c.cookie {
			t.Errorf("%q: got %d and %d reports, want %d and %d", c.settings, a, b, c.secrets, c.cookie)
		}
	}
}

// quickFix applies what the editor offers for a cookie without Secure.
func quickFix(t *testing.T, program string) {
	dir := workspace(t, map[string]string{"app/app.go": edited(`[]byte(key)`, "mark1")})
	file := filepath.Join(dir, "app", "app.go")
	c := connect(t, program, dir, nil)
	text := edited(`[]byte(key)`, "mark1")
	c.show(file, text)
	got := by("jwtcookie", c.wait(file, "mark1"))
	if len(got) != 1 || got[0].Code != "insecure-cookie" {
		t.Fatalf("got %+v, want one insecure-cookie", got)
	}
	var actions []struct {
		Title, Kind string
		Edit        struct {
			DocumentChanges []struct {
				Edits []struct {
					Range   span
					NewText string
				}
			}
		}
	}
	p := c.latest[uri(file)]
	i := slices.IndexFunc(p.parsed(t), func(d diagnostic) bool { return d.Source == "jwtcookie" })
	c.call("textDocument/codeAction", map[string]any{
		"textDocument": map[string]any{"uri": uri(file)}, "range": lower(got[0].Range),
		"context": map[string]any{
			"diagnostics": []json.RawMessage{p.Diagnostics[i]},
			"only":        []string{"quickfix"},
		},
	}, &actions)
	if len(actions) != 1 || actions[0].Title != "set Secure, if the site is served over HTTPS" ||
		len(actions[0].Edit.DocumentChanges) != 1 {
		t.Fatalf("got %+v, want the one fix", actions)
	}
	for _, e := range actions[0].Edit.DocumentChanges[0].Edits {
		text = text[:offset(text, e.Range.Start)] + e.NewText + text[offset(text, e.Range.End):]
	}
	if !strings.Contains(text, "Secure: true") {
		t.Fatalf("the fix made\n%s", text)
	}
	c.show(file, strings.Replace(text, "mark1", "mark2", 1))
	if got := by("jwtcookie", c.wait(file, "mark2")); len(got) != 0 {
		t.Errorf("after the fix: %+v", got)
	}
}

// lower is a span as the protocol writes it.
func lower(s span) map[string]any {
	at := func(p position) map[string]any {
		return map[string]any{"line": p.Line, "character": p.Character}
	}
	return map[string]any{"start": at(s.Start), "end": at(s.End)}
}

// offset returns where a position is in a text of ASCII.
func offset(text string, p position) int {
	n := 0
	for range p.Line {
		n += strings.Index(text[n:], "\n") + 1
	}
	return n + p.Character
}

// analyses switches one analyzer off as gopls has it, and leaves the others on.
func analyses(t *testing.T, program string) {
	text := edited(`[]byte("typed into the editor")`, "mark1")
	dir := workspace(t, map[string]string{"app/app.go": text})
	file := filepath.Join(dir, "app", "app.go")
	c := connect(t, program, dir, map[string]any{"analyses": map[string]bool{"jwtcookie": false}})
	c.show(file, text)
	list := c.wait(file, "mark1")
	if cookie, secret := by("jwtcookie", list), by("jwtsecret", list); len(cookie) != 0 ||
		len(secret) != 1 {
		t.Errorf("got %+v and %+v", cookie, secret)
	}
}

// sameReports opens every file of testdata that has reports and compares them with those of the
// command. The module requires a hundred libraries: an error of the analyzer with facts on any
// package of theirs would silence reports.
func sameReports(t *testing.T, program string) {
	tool, err := Tool("").run(t.Context(), "", "go", "tool", "-n", "jwtvet")
	if err != nil {
		t.Fatal(err)
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err == nil {
		// the go command, and with it gopls, passes folders called testdata over
		err = os.CopyFS(dir, os.DirFS(testdata(t)))
	}
	if err != nil {
		t.Fatal(err)
	}
	res, err := drive.Run(t.Context(), drive.Config{
		Module: load.Module{Tool: strings.TrimSpace(tool), Dir: dir},
	})
	if err != nil || len(res.Failures) > 0 {
		t.Fatal(err, res)
	}
	// by Go file; those of other files, which are reported where the package begins, under ""
	want := map[string][]string{}
	for _, r := range res.Reports {
		if r.Ignored != nil {
			continue
		}
		file := filepath.Join(dir, r.Position.File)
		message, _, _ := strings.Cut(r.Message, "; no program calls ") // which the command alone knows
		text := fmt.Sprintf("%d: %s: %s", r.Position.Line, r.Category, message)
		if filepath.Ext(file) != ".go" {
			want[""] = append(want[""], file+":"+text)
			for _, ship := range shippers(dir, file) {
				want[ship] = append(want[ship], nil...)
				for _, beside := range besides(ship, r.Category) {
					want[beside] = append(want[beside], nil...)
				}
			}
			continue
		}
		want[file] = append(want[file], text)
		for _, beside := range besides(file, r.Category) {
			want[beside] = append(want[beside], nil...)
		}
	}
	c := connect(t, program, dir, nil)
	for file := range want {
		if file == "" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c.show(file, string(text)+"\nfunc init() {\n\treturn\n\tprintln()\n}\n")
	}
	got := map[string][]string{"": nil}
	for file := range want {
		if file == "" {
			continue
		}
		for _, d := range c.wait(file, "unreachable code") {
			if !slices.ContainsFunc(analyzers.All,
				func(a *analysis.Analyzer) bool { return a.Name == d.Source }) {
				continue
			}
			to, line := file, d.Range.Start.Line
			for _, rel := range d.RelatedInformation {
				if rel.Message == d.Message { // what it is about is elsewhere
					to, line = strings.TrimPrefix(rel.Location.URI, "file://"), rel.Location.Range.Start.Line
				}
			}
			text := fmt.Sprintf("%d: %v: %s", line+1, d.Code, d.Message)
			if filepath.Ext(to) != ".go" {
				to, text = "", to+":"+text
			}
			got[to] = append(got[to], text)
		}
	}
	for file, reports := range want {
		slices.Sort(got[file])
		slices.Sort(reports)
		if !slices.Equal(slices.Compact(got[file]), slices.Compact(reports)) {
			t.Errorf("%s: got\n%s\nwant\n%s",
				file, strings.Join(got[file], "\n"), strings.Join(reports, "\n"))
		}
	}
}

// besides returns the Go files of the folders beside that of a file, for a category that is reported
// by the package where others meet, or by the programs that they make.
func besides(file, category string) []string {
	name := "main.go"
	switch category {
	case "committed-secret":
		name = "*.go"
	case "unchecked-secret", "insecure-cookie", "unverified-token", "header-panic", "revocation-ttl",
		"expiry-name", "missing-audience":
	default:
		return nil
	}
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(file), "..", "*", name))
	return files
}

// shippers returns the Go files of the nearest folder above a page that has some:
// its package ships the page.
func shippers(root, page string) []string {
	for dir := filepath.Dir(page); len(dir) >= len(root); dir = filepath.Dir(dir) {
		if files, _ := filepath.Glob(filepath.Join(dir, "*.go")); len(files) > 0 {
			return files
		}
	}
	return nil
}
