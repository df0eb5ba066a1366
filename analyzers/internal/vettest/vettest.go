// Package vettest runs the real tool through go vet over the packages of testdata, a module of its own that requires the
// real libraries, and compares the reports with the // want comments there.
//
// A comment at the end of a line names the categories that are reported on it, each followed by a part of the message
// where that matters:
//
//	key := "local" // want hardcoded-secret "constant of 5 bytes"
//
// Pages, scripts and templates have them in the comments of their language.
package vettest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Report is one report of the tool: where, what, and its suggested fixes as go vet prints them.
type Report struct {
	Place    string // file:line, the file relative to testdata
	Category string
	Message  string
}

func (r Report) String() string { return fmt.Sprintf("%s: %s: %s", r.Place, r.Category, r.Message) }

// Run analyses a folder of testdata with one analyzer and fails the test for every difference to the want comments.
func Run(t *testing.T, analyzer, folder string, flags ...string) {
	t.Helper()
	RunFor(t, nil, analyzer, folder, flags...)
}

// RunFor is Run with variables of the environment set, such as GOOS=js.
func RunFor(t *testing.T, env []string, analyzer, folder string, flags ...string) {
	t.Helper()
	got := reports(t, env, append([]string{"-" + analyzer}, flags...), "./"+folder+"/...")
	want := wants(t, filepath.Join(Root(t), folder))
	for _, w := range want {
		i := slices.IndexFunc(got, func(r Report) bool {
			return r.Place == w.Place && r.Category == w.Category && strings.Contains(r.Message, w.Message)
		})
		if i < 0 {
			t.Errorf("%s: no report %s %q", w.Place, w.Category, w.Message)
			continue
		}
		got = slices.Delete(got, i, i+1)
	}
	for _, r := range got {
		t.Errorf("unexpected report %s", r)
	}
}

// Reports runs go vet with the tool over packages of testdata.
func Reports(t *testing.T, flags []string, patterns ...string) []Report {
	t.Helper()
	return reports(t, nil, flags, patterns...)
}

func reports(t *testing.T, env, flags []string, patterns ...string) []Report {
	t.Helper()
	tool := Tool(t)
	args := slices.Concat([]string{"vet", "-json", "-vettool=" + tool}, flags, patterns)
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = Root(t), append(os.Environ(), env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	return parse(t, &stdout, cmd.Dir)
}

// Fixes compares the changes that the suggested fixes of one analyzer make to a folder of testdata with those in its file
// fixes.diff. It skips the test where the go command cannot apply fixes.
func Fixes(t *testing.T, analyzer, folder string, flags ...string) {
	t.Helper()
	args := slices.Concat([]string{"vet", "-vettool=" + Tool(t), "-" + analyzer}, flags, []string{"-fix", "-diff", "./" + folder + "/..."})
	cmd := exec.Command("go", args...)
	cmd.Dir = Root(t)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if strings.Contains(stderr.String(), "flag provided but not defined: -fix") {
		t.Skip("go vet has no -fix before Go 1.26")
	}
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	got := sorted(strings.ReplaceAll(string(out), cmd.Dir+string(filepath.Separator), ""))
	want, err := os.ReadFile(filepath.Join(cmd.Dir, folder, "fixes.diff"))
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the fixes of %s are\n%s\nwant\n%s%s", folder, got, want, &stderr)
	}
}

// sorted puts the changes in the order of their files: packages are analysed in any order.
func sorted(diff string) string {
	files := strings.SplitAfter(strings.ReplaceAll(diff, "\n--- ", "\n\x00--- "), "\x00")
	for i := range files {
		files[i] = strings.TrimSuffix(files[i], "\x00")
	}
	slices.Sort(files)
	return strings.Join(files, "")
}

func parse(t *testing.T, in *bytes.Buffer, root string) []Report {
	t.Helper()
	var out []Report
	for dec := json.NewDecoder(in); dec.More(); {
		var pkgs map[string]map[string][]struct{ Category, Posn, Message string }
		if err := dec.Decode(&pkgs); err != nil {
			t.Fatalf("reading the answer of go vet: %v", err)
		}
		for _, analyzers := range pkgs {
			for _, ds := range analyzers {
				for _, d := range ds {
					parts := strings.Split(d.Posn, ":")
					file, err := filepath.Rel(root, strings.Join(parts[:len(parts)-2], ":"))
					if err != nil {
						t.Fatal(err)
					}
					out = append(out, Report{filepath.ToSlash(file) + ":" + parts[len(parts)-2], d.Category, d.Message})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Report) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(out)
}

var (
	comment = regexp.MustCompile(`(?://|/\*|<!--)\s*want ((?:[a-z-]+(?:\s+"[^"]*")?\s*)+)(?:$|\*/|-->)`)
	word    = regexp.MustCompile(`([a-z-]+)(?:\s+"([^"]*)")?`)
)

// languages are the ends of the names of files that can be reported.
var languages = []string{".go", ".html", ".js", ".tmpl", ".templ", ".qtpl"}

// wants reads the want comments of the files below dir.
func wants(t *testing.T, dir string) []Report {
	t.Helper()
	var out []Report
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !slices.Contains(languages, filepath.Ext(path)) {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		rel, err := filepath.Rel(Root(t), path)
		if err != nil {
			return err
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 8<<20)
		for n := 1; lines.Scan(); n++ {
			if m := comment.FindStringSubmatch(lines.Text()); m != nil {
				for _, w := range word.FindAllStringSubmatch(m[1], -1) {
					out = append(out, Report{filepath.ToSlash(rel) + ":" + strconv.Itoa(n), w[1], w[2]})
				}
			}
		}
		return lines.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
