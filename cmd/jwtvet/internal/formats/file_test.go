package formats

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// set returns what a flag names.
func set(t *testing.T, list ...string) *Set {
	t.Helper()
	s := New()
	for _, l := range list {
		if err := s.Add(l); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// left returns the names of the files in a folder.
func left(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

func TestSeveral(t *testing.T) {
	dir, run := t.TempDir(), sample(t)
	s := set(t, "text, sarif=report.sarif,github", "html="+filepath.Join(dir, "report.html"))
	if err := s.Open(dir); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := s.Write(&out, true, run); err != nil {
		t.Fatal(err)
	}
	if got := left(t, dir); got != "report.html report.sarif" {
		t.Errorf("%s are left", got)
	}
	text, commands, ok := strings.Cut(out.String(), "\n::error ")
	if !ok || !strings.Contains(text, "\x1b[") || strings.Contains(commands, "\x1b[") {
		t.Errorf("got\n%s", out.String())
	}
}

func TestAddRefuses(t *testing.T) {
	for list, want := range map[string]string{
		"":               `there is no format ""`,
		"sarif,yaml=x":   `there is no format "yaml": the formats are text, json, sarif, `,
		"sarif=":         "sarif= names no file",
		"text,json":      "only one format can go to the standard output",
		"json,github":    "write another into a file with github=FILE",
		"text,text":      "only one format",
		"text,github,":   `there is no format ""`,
		"html=a,html":    "",
		"json,sarif=a=b": "",
	} {
		err := New().Add(list)
		if want == "" && err != nil || want != "" &&
			(err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: got %v, want %q", list, err, want)
		}
	}
}

// What cannot be written is known before anything is analysed, and nothing is left behind.
func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "plain"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	before := left(t, dir)
	for list, want := range map[string]string{
		"json=none/report.json":  "cannot write json output: write none/report.json: ",
		"json=plain/report.json": "cannot write json output: write plain/report.json: ",
		"json=.":                 "is a directory",
		"json=a,html=./a":        "json and html are to be written into one file, ./a",
	} {
		s := set(t, list)
		err := s.Open(dir)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v, want %s", list, err, want)
		}
	}
	if got := left(t, dir); got != before {
		t.Errorf("%s are left", got)
	}
}

func TestOpenReadOnly(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("nothing is read-only for this user")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "report.json")
	if err := os.WriteFile(file, nil, 0o400); err != nil {
		t.Fatal(err)
	}
	if err := set(t, "json=report.json").Open(dir); err == nil {
		t.Error("a file that is read-only is replaced")
	}
}

// A run that ends early leaves what was there and nothing else; one that does not
// keeps links and modes.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "report.json")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.json")
	if err := os.Symlink("report.json", link); err != nil {
		t.Skip(err)
	}
	s := set(t, "json=link.json")
	if err := s.Open(dir); err != nil {
		t.Fatal(err)
	}
	if data, _ := os.ReadFile(file); string(data) != "old" || left(t, dir) != "link.json report.json" {
		t.Errorf("%q and %s are left", data, left(t, dir))
	}
	if err := s.Open(dir); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(nil, false, empty()); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	data, _ := os.ReadFile(file)
	if info, err = os.Stat(file); err != nil || info.Mode().Perm() != 0o600 ||
		!bytes.HasPrefix(data, []byte("{")) {
		t.Errorf("%v, %v, %.20q", err, info.Mode(), data)
	}
}
