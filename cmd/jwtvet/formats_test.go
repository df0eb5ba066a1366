package main

import (
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// One run writes several forms, and its exit code is the same whatever they are.
func TestFormats(t *testing.T) {
	dir := jwtModule(t, map[string]string{"bad/bad.go": bad})
	text, _, want := run(t, dir, nil)
	out, errs, code := run(t, dir, nil, "-format",
		"text,json=o.json,sarif=o.sarif,gitlab-codequality=q.json,gitlab-sast=s.json",
		"-format", "junit=o.xml,checkstyle=c.xml,html=o.html,github=o.txt")
	if out != text || errs != "" || code != want || want != 1 {
		t.Errorf("got %d, %s%s; want %d and\n%s", code, out, errs, want, text)
	}
	for _, name := range []string{
		"o.json", "o.sarif", "q.json", "s.json", "o.xml", "c.xml", "o.html", "o.txt",
	} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		switch filepath.Ext(name) {
		case ".json", ".sarif":
			err = json.Unmarshal(data, new(any))
		case ".xml":
			err = xml.Unmarshal(data, new(struct{}))
		}
		if err != nil || !strings.Contains(string(data), "hardcoded-secret") {
			t.Errorf("%s: %v\n%s", name, err, data)
		}
	}
	for _, name := range []string{"json", "sarif", "github", "junit", "html"} {
		if out, errs, code := run(t, dir, nil, "-format", name); code != 1 || errs != "" ||
			!strings.Contains(out, "hardcoded-secret") {
			t.Errorf("%s: got %d, %s%s", name, code, out, errs)
		}
	}
}

// Under GitHub Actions annotations follow the text, unless a form is named.
func TestAnnotations(t *testing.T) {
	dir := jwtModule(t, map[string]string{"bad/bad.go": bad})
	env := []string{"GITHUB_ACTIONS=true"}
	const command = "\n::error file=bad/bad.go,line=7,endLine=7,col=79,endColumn=86,title="
	if out, errs, code := run(t, dir, env); code != 1 || !strings.Contains(out, command) ||
		!strings.HasPrefix(out, "./bad/bad.go:7:79: ") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	for _, args := range [][]string{{"-format", "text"}, {"-json"}, {"demo"}} {
		if out, _, _ := run(t, dir, env, args...); strings.Contains(out, "::error") {
			t.Errorf("%q: got\n%s", args, out)
		}
	}
}

// A run that a failure ends writes no file, and leaves the one that was there.
func TestNoHalfFile(t *testing.T) {
	dir := jwtModule(t, map[string]string{"bad/bad.go": bad, "old.sarif": "old"})
	_, _, code := run(t, dir, nil, "-format", "sarif=old.sarif", "./nowhere")
	data, err := os.ReadFile(filepath.Join(dir, "old.sarif"))
	left, _ := filepath.Glob(filepath.Join(dir, ".old*"))
	if code != 2 || string(data) != "old" || err != nil || len(left) > 0 {
		t.Errorf("got %d, %q, %v, %q", code, data, err, left)
	}
}
