package config

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/jwtvet/jwtvet/internal/settings"
)

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestRead(t *testing.T) {
	for text, want := range map[string]settings.Settings{
		"":                               {},
		"# nothing set\n":                {},
		"---\n":                          {},
		"tests: true\n":                  {Tests: true},
		"strict: true\ntests: false\n":   {Strict: true},
		"advice: true\n":                 {Advice: true},
		"disable: [jwtleak, weak-key]\n": {Disable: []string{"jwtleak", "weak-key"}},
		"disable:\n  # slow\n  - jwtleak\n  - weak-key # old\n": {
			Disable: []string{"jwtleak", "weak-key"},
		},
		"disable: []\n": {Disable: []string{}},
		"disable:\n":    {},
	} {
		if got, err := Read(write(t, Name, text), Name); err != nil ||
			!reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v, %v; want %+v", text, got, err, want)
		}
	}
}

// Errors name the file, the line and the key, in one line that says what to do.
func TestReadOfWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"tests: true\n\ntets: true\n":             `.jwtvet.yml:3: unknown setting "tets": did you mean tests?`,
		"tests: perhaps\n":                        ".jwtvet.yml:1: tests must be true or false",
		"strict: true\ntests: [true]\n":           ".jwtvet.yml:2: tests must be true or false",
		"disable: jwtleak\n":                      ".jwtvet.yml:1: disable must be a list of names",
		"disable: {jwtleak: true}\n":              ".jwtvet.yml:1: disable must be a list of names",
		"disable:\n  - jwtleak\n  - hardcoded\n":  `.jwtvet.yml:3: disable: unknown analyzer or category "hardcoded": did you mean hardcoded-secret?`,
		"colour: true\n":                          `.jwtvet.yml:1: unknown setting "colour"; the settings are profile, tests, strict, `,
		"disable: [colour]\n":                     `.jwtvet.yml:1: disable: unknown analyzer or category "colour"; there are jwtsecret, `,
		"tests: true\ntests: false\n":             `.jwtvet.yml:2: tests is set twice`,
		"disable: &a [*a]\n":                      `.jwtvet.yml:1: disable must be a list of names`,
		"<<: {tests: true}\n":                     `.jwtvet.yml:1: unknown setting "<<"`,
		"- tests\n":                               `.jwtvet.yml`,
		"tests: true\n  strict: : x\n":            `.jwtvet.yml:2: `,
		"tests: true\n---\nstrict: true\n":        ".jwtvet.yml has more than one document",
		"tests: true\nstrict: \"unfinished\n\n\n": ".jwtvet.yml:",
		"Tests: true\n":                           `.jwtvet.yml:1: unknown setting "Tests"`,
		"disable: !list ":                         ".jwtvet.yml:1: disable must be a list of names",
	} {
		_, err := Read(write(t, Name, text), Name)
		if err == nil || !strings.HasPrefix(err.Error(), want) ||
			strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: got %v, want one line that begins with %s", text, err, want)
		}
	}
	if _, err := Read(filepath.Join(t.TempDir(), "none"), Name); err == nil ||
		!strings.HasPrefix(err.Error(), "cannot read .jwtvet.yml: ") {
		t.Errorf("no file: %v", err)
	}
}

func TestFind(t *testing.T) {
	near, far := filepath.Dir(write(t, "go.mod", "")), filepath.Dir(write(t, Name, ""))
	for _, c := range []struct {
		dirs []string
		want string
	}{
		{[]string{near}, ""},
		{[]string{near, far}, filepath.Join(far, Name)},
		{[]string{far, near}, filepath.Join(far, Name)},
		{nil, ""},
	} {
		if got, err := Find(c.dirs); got != c.want || err != nil {
			t.Errorf("%q: got %q, %v", c.dirs, got, err)
		}
	}
	if _, err := Find([]string{filepath.Dir(write(t, ".jwtvet.yaml", ""))}); err == nil {
		t.Error("a file with nearly the name is not reported")
	}
}

// A file above a module holds for it up to the root of its repository, and no further.
func TestFindAbove(t *testing.T) {
	top := t.TempDir()
	repository := filepath.Join(top, "repository")
	module := filepath.Join(repository, "services", "auth")
	if err := os.MkdirAll(module, 0o777); err != nil {
		t.Fatal(err)
	}
	find := func(want string) {
		t.Helper()
		if got, err := Find([]string{module}); got != want || err != nil {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
	for _, dir := range []string{top, repository} {
		if err := os.WriteFile(filepath.Join(dir, Name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	find("") // it is no repository yet
	if err := os.Mkdir(filepath.Join(repository, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	find(filepath.Join(repository, Name))
	if err := os.Remove(filepath.Join(repository, Name)); err != nil {
		t.Fatal(err)
	}
	find("")
	stray := filepath.Join(repository, "services", ".jwtvet.yaml")
	if err := os.WriteFile(stray, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Find([]string{module}); err == nil || !strings.Contains(err.Error(), stray) {
		t.Errorf("got %v", err)
	}
}

// What is nested deeply is refused in no time.
func TestDeep(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("[", limit), strings.Repeat("- ", limit/2), strings.Repeat("{a: ", limit/4),
		"disable: " + strings.Repeat("[", limit-9), "disable: [" + strings.Repeat("a, ", limit/4),
	} {
		start := time.Now()
		_, err := read([]byte(text), Name)
		if err == nil || strings.Contains(err.Error(), "\n") || len(err.Error()) > 4000 ||
			time.Since(start) > time.Minute {
			t.Errorf("%.20q: got %.99v after %v", text, err, time.Since(start))
		}
	}
}

// What is no file of settings is not read: a device or a pipe may never end, and
// a large file is a mistake.
func TestReadOfWhatIsNoFile(t *testing.T) {
	device := filepath.Join(t.TempDir(), Name)
	if err := os.Symlink(os.DevNull, device); err != nil {
		t.Skip(err)
	}
	for file, want := range map[string]string{
		device:      ".jwtvet.yml is not a regular file",
		t.TempDir(): ".jwtvet.yml is not a regular file",
		write(t, Name, strings.Repeat("# nothing\n",
			1<<17)): ".jwtvet.yml is too large: settings have at most 1048576 bytes",
	} {
		if _, err := Read(file, Name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", file, err, want)
		}
	}
}
