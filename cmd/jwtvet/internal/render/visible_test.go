package render

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
)

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"./auth/key.go: é 世界 👍 'it' \"q\" \\": "./auth/key.go: é 世界 👍 'it' \"q\" \\",
		"a\nb\r\tc\x00":                 `a\nb\r\tc\x00`,
		"\x1b[31mred\x1b]0;title\a\x7f": `\x1b[31mred\x1b]0;title\a\x7f`,
		"\u202e\u202a\u2066\u2069\u200e\u200f\u061c\ufeff\u200b": `\u202e\u202a\u2066\u2069\u200e\u200f\u061c\ufeff\u200b`,
		"\u009b31m\u0085\u2028":                                  `\u009b31m\u0085\u2028`,
		"\x9b31m \xff\xe2\x80 �":                                 `\x9b31m \xff\xe2\x80 �`,
		"\U000e0041":                                             `\U000e0041`,
		"wide\u3000space":                                        "wide\u3000space",
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}

// hostile is a result in which every text has what a terminal obeys, and
// the source that it is about.
func hostile(t *testing.T) (*drive.Result, string) {
	t.Helper()
	const odd = "x\x1b[31m\n\r\u202e\u2066\u009b2J\x7f\U000e0041y"
	dir := t.TempDir()
	at := drive.Position{File: odd + ".go", Line: 1, Column: 12}
	end := at
	end.Column += len(`"` + odd + `"`)
	source := "\tkey :=\t\u202e" + `"` + strings.ReplaceAll(odd, "\n", "") + `"` +
		"\t// \x1b[2J\x9b\u202e\n"
	if err := os.WriteFile(filepath.Join(dir, at.File), []byte(source), 0o666); err != nil {
		t.Skip(err) // a file system that has no such names
	}
	end.Column--
	return &drive.Result{
		Reports: []drive.Report{{
			Category: odd, Analyzer: odd, Severity: "high" + odd, Message: odd,
			Position: at, End: end,
			Related: []drive.Related{{Message: odd, Position: at, End: end}},
			Fixes:   []drive.Fix{{Message: odd, Edits: []drive.Edit{{File: odd, New: odd}}}},
		}},
		Failures: []load.Failure{{Packages: []string{odd}, Message: odd, Advice: odd}},
	}, dir
}

// obeyed returns the characters of a text that a terminal would obey, besides tabs and line breaks.
func obeyed(text string) []string {
	var out []string
	for _, r := range text {
		if r != '\n' && r != '\t' && !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			out = append(out, string(r))
		}
	}
	return out
}

// No text of a result reaches the terminal as it is, and the marks stand below what they mark.
func TestHostileText(t *testing.T) {
	res, dir := hostile(t)
	var out bytes.Buffer
	if err := (&Text{Out: &out}).Run(NewRun(res, dir, "")); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	if got := obeyed(out.String()); len(got) > 0 || len(lines) != 8 {
		t.Fatalf("%q and %d lines in\n%s", got, len(lines), out.String())
	}
	source, mark := lines[1], lines[2]
	column := strings.Index(mark, "^")
	if got := source[column : column+strings.Count(mark, "^")]; !strings.HasPrefix(got, `"x\x1b`) ||
		!strings.HasSuffix(got, `y"`) {
		t.Errorf("marked is %s in\n%s\n%s", got, source, mark)
	}
	if line := Visible(Failure(res.Failures[0])); strings.Contains(line, "\n") ||
		len(obeyed(line)) > 0 {
		t.Errorf("a failure is shown as %q", line)
	}
}

// What is being done is shown in one line of its own making: names of modules
// that are downloaded are in it.
func TestHostileProgress(t *testing.T) {
	var out bytes.Buffer
	p := &Progress{w: &out, stop: make(chan struct{}), done: make(chan struct{})}
	p.Note("downloading example.com/x\x1b[2J\n\u202e")
	go p.run()
	time.Sleep(1500 * time.Millisecond)
	p.Stop()
	const want = "\r\x1b[K" + `downloading example.com/x\x1b[2J\n\u202e ... 1s` + "\r\x1b[K"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}
