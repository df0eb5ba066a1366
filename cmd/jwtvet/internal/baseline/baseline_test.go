package baseline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// found is a run with a report for each line of a file that calls f.
func found(t *testing.T, src string) *render.Run {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte(src), 0o666); err != nil {
		t.Fatal(err)
	}
	res := &drive.Result{}
	for i, line := range strings.Split(src, "\n") {
		if at := strings.Index(line, "f("); at >= 0 {
			res.Reports = append(res.Reports, drive.Report{
				Category: "long-expiry", Severity: "low", Message: "odd \x1b \u202e \"text\": #",
				Position: drive.Position{File: "./a.go", Line: i + 1, Column: at + 1},
			})
		}
	}
	return render.NewRun(res, dir, "")
}

// program has a function with calls.
func program(calls ...string) string {
	return "package p\n\nfunc F() {\n\t" + strings.Join(calls, "\n\t") + "\n}\n"
}

// read returns what is read of what is written.
func read(t *testing.T, b *Baseline) *Baseline {
	t.Helper()
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	again, err := parse(data, "list.yml")
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	return again
}

func all(Entry) bool { return true }

func TestHide(t *testing.T) {
	list := read(t, New(found(t, program("f(1)", "f(2)", "f(2)")), "list.yml", []string{"tests"}))
	if len(list.Entries) != 3 || len(list.With) != 1 ||
		list.Entries[0].Message != `odd \x1b \u202e "text": #` {
		t.Fatalf("got %+v", list)
	}
	run := found(t, "// More.\n\n"+program("g()", "f(2)", "f(3)", "f(1)", "f(1)"))
	list.Hide(run)
	var got []string
	for _, f := range run.Shown() {
		got = append(got, f.Position.String())
	}
	if want := "[./a.go:8:2 ./a.go:10:2]"; fmt.Sprint(got) != want {
		t.Errorf("new are %v, want %s", got, want)
	}
	if n := list.Stale(all); n != 1 {
		t.Errorf("%d are stale, want the second f(2)", n)
	}
	place := run.Findings[0].Suppression.Place
	if place.File != "list.yml" || place.Line < 6 || place.Line > 8 {
		t.Errorf("it is hidden by %v", place)
	}
	list.Prune(func(Entry) bool { return false })
	if len(list.Entries) != 3 {
		t.Error("what cannot be reported is taken out")
	}
	list.Prune(all)
	if left := read(t, list); len(left.Entries) != 2 {
		t.Errorf("got %+v", left)
	}
	if none := read(t, New(found(t, program()), "list.yml", nil)); len(none.Entries) != 0 {
		t.Errorf("got %+v", none)
	}
}

// Branches that add different reports merge: each is one line, and lines are sorted.
func TestLinesMerge(t *testing.T) {
	base := lines(t, "f(1)")
	one, two := lines(t, "f(1)", "f(2)"), lines(t, "f(1)", "f(3)")
	both := lines(t, "f(1)", "f(2)", "f(3)")
	merged := map[string]bool{}
	for _, l := range append(one, two...) {
		merged[l] = true
	}
	if len(one) != len(base)+1 || len(merged) != len(both) {
		t.Errorf("%d, %d, %d and %d lines", len(base), len(one), len(merged), len(both))
	}
	for _, l := range both {
		if !merged[l] {
			t.Errorf("%s is in neither", l)
		}
	}
}

func lines(t *testing.T, calls ...string) []string {
	t.Helper()
	data, err := New(found(t, program(calls...)), "", nil).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(data), "\n")
}

// What is no baseline is refused in one line.
func TestForeign(t *testing.T) {
	dir := t.TempDir()
	for text, want := range map[string]string{
		"":                        "list.yml is no baseline of jwtvet: it is empty",
		"a: b\n":                  "line 1: unknown field",
		"- a\n- b\n":              "list.yml is no baseline",
		"reports: []\n":           "it has no version",
		"version: 2\nreports: []": "has version 2, which this jwtvet does not know",
		"version: 1\nreports: 3":  "list.yml is no baseline",
		"version: 1\nreports:\n<<<<<<< HEAD\n- {category: a, fingerprint: b}\n": "list.yml is no baseline",
		"version: 1\nreports:\n- {category: a}\n":                               "has no fingerprint",
		"\x00\x01\x02":            "list.yml is no baseline",
		"version: !!x [\n":        "list.yml is no baseline",
		"{\"runs\": [], \"x\":1}": "list.yml is no baseline",
	} {
		file := filepath.Join(dir, "list.yml")
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := Read(file, "list.yml")
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
	for file, want := range map[string]string{
		filepath.Join(dir, "none.yml"): `there is no baseline x: "jwtvet baseline write" makes one`,
		dir:                            "cannot read baseline x: not a regular file",
	} {
		if _, err := Read(file, "x"); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// What is nested deeply, or repeats itself by aliases, is refused in no time.
func TestDeep(t *testing.T) {
	bomb := "version: 1\nwith: [a]\nreports:\n- &a [x, x, x, x, x, x, x, x, x]\n"
	for i := range 12 {
		next := string(rune('b' + i))
		bomb += "- &" + next + " [" + strings.Repeat("*"+string(rune('a'+i))+", ", 9) + "]\n"
	}
	for _, text := range []string{
		"version: 1\nreports: " + strings.Repeat("[", 1<<20),
		"version: 1\nreports:\n" + strings.Repeat("- ", 1<<20),
		"version: 1\nreports: " + strings.Repeat("{a: ", 1<<18),
		bomb,
	} {
		start := time.Now()
		_, err := parse([]byte(text), "list.yml")
		if err == nil || strings.Contains(err.Error(), "\n") || time.Since(start) > time.Minute {
			t.Errorf("%.40q: got %v after %v", text, err, time.Since(start))
		}
	}
}

// A list of many reports is read in no time.
func TestMany(t *testing.T) {
	b := &Baseline{}
	for i := range 5000 {
		b.Entries = append(b.Entries, Entry{
			Category: "long-expiry", Fingerprint: fmt.Sprintf("%020x-1", i), File: "auth/auth.go",
			Message: strings.Repeat("what is wrong, ", 8),
		})
	}
	start := time.Now()
	if got := read(t, b); len(got.Entries) != 5000 || got.Entries[4999].line != 5005 {
		t.Errorf("%d entries, the last at %d", len(got.Entries), got.Entries[len(got.Entries)-1].line)
	}
	t.Log(time.Since(start))
}
