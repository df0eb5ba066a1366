package plugin

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// issue is what golangci-lint writes about one report.
type issue struct {
	FromLinter, Text string
	Pos              struct {
		Filename     string
		Line, Column int
	}
}

// TestGolangci runs the golangci-lint that .custom-gcl.yml describes with the
// settings of .golangci.example.yml.
func TestGolangci(t *testing.T) {
	if testing.Short() {
		t.Skip("builds golangci-lint")
	}
	r := build(t)
	t.Run("the same reports as the command", r.sameReports)
	t.Run("fix", r.fix)
	t.Run("nolint", r.nolint)
	t.Run("exclusion", r.exclusion)
	t.Run("settings", r.settings)
	t.Run("wrong settings", r.wrongSettings)
}

// sameReports compares all that both report of testdata, where facts go from package to package,
// first with nothing in golangci-lint's cache and then with everything.
func (r *rig) sameReports(t *testing.T) {
	var doc struct {
		Reports []struct {
			Category, Message string
			Position          struct {
				File         string
				Line, Column int
			}
		}
	}
	out, errs, code := start(t, r.testdata, r.command, "-json", "./...")
	if err := json.Unmarshal([]byte(out), &doc); err != nil || code != 1 {
		t.Fatalf("%v, exit code %d: %s", err, code, errs)
	}
	var want []string
	for _, p := range doc.Reports {
		file := strings.TrimPrefix(p.Position.File, "./")
		if path.Ext(file) != ".go" { // reported in the package, with the line
			want = append(want, fmt.Sprintf("%s:%d: %s: %s",
				file, p.Position.Line, p.Category, p.Message))
			continue
		}
		want = append(want, fmt.Sprintf("%s:%d:%d: %s: %s",
			file, p.Position.Line, p.Position.Column, p.Category, p.Message))
	}
	slices.Sort(want)
	for _, cache := range []string{"cold", "warm"} {
		var got []string
		want := slices.Clone(want)
		for _, i := range r.issues(t, r.testdata, "-c", r.example, "./...") {
			_, text, _ := strings.Cut(i.Text, ": ") // behind the analyzer
			file := strings.TrimPrefix(i.Pos.Filename, "testdata/")
			if m := inPage.FindStringSubmatch(text); m != nil {
				place := path.Join(path.Dir(file), m[2])
				got = append(got, fmt.Sprintf("%s: %s", place, m[1]))
				lineOnly(want, place, m[1])
				continue
			}
			got = append(got, fmt.Sprintf("%s:%d:%d: %s", file, i.Pos.Line, i.Pos.Column, text))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || len(got) < 100 {
			t.Errorf("%s: golangci-lint has %d reports, the command %d:\n%s",
				cache, len(got), len(want), difference(got, want))
		}
	}
}

// lineOnly takes the column out of a report that golangci-lint shows in another file, with its line.
func lineOnly(reports []string, place, text string) {
	for i, s := range reports {
		rest, here := strings.CutPrefix(s, place+":")
		if _, said, ok := strings.Cut(rest, ": "); here && ok && said == text {
			reports[i] = place + ": " + text
		}
	}
}

// inPage matches the end of a message about a file that is not Go, or is of another package.
var inPage = regexp.MustCompile(`^(.*), in (\S+:\d+)$`)

// difference lists what only one of two sorted lists has.
func difference(got, want []string) string {
	var b strings.Builder
	for _, s := range got {
		if _, ok := slices.BinarySearch(want, s); !ok {
			fmt.Fprintln(&b, "only golangci-lint: "+s)
		}
	}
	for _, s := range want {
		if _, ok := slices.BinarySearch(got, s); !ok {
			fmt.Fprintln(&b, "only the command: "+s)
		}
	}
	return b.String()
}

// fix applies the fix of a string key, and what has none stays. A second run finds no trace of the
// first: related positions would have stayed behind as issues of their own.
func (r *rig) fix(t *testing.T) {
	text := strings.NewReplacer("[]byte(key)", "key", "c jwt.Claims",
		"c jwt.Claims, key string").Replace(signing("key", ""))
	dir := r.module(t, map[string]string{"app.go": text})
	before := r.issues(t, dir)
	if len(before) != 1 || !strings.HasPrefix(before[0].Text, "jwtsecret: key-type: ") {
		t.Fatalf("got %+v, want one key-type", before)
	}
	if out, errs, code := start(t, dir, r.golangci, "run", "--fix"); code != 0 {
		t.Errorf("--fix: got %d: %s%s", code, out, errs)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "app.go")); err != nil ||
		!strings.Contains(string(data), "SignedString([]byte(key))") {
		t.Errorf("--fix left\n%s%v", data, err)
	}
	if after := r.issues(t, dir); len(after) != 0 {
		t.Errorf("after --fix: %+v", after)
	}
}

// nolint takes a report off, and golangci-lint's own nolintlint knows that it was needed.
func (r *rig) nolint(t *testing.T) {
	text := signing(`"first"`, "//nolint:jwtvet // key of the emulator") +
		function("More", `"second"`, "") +
		"\nvar harmless = 1 //nolint:jwtvet // nothing to take off\n"
	dir := r.module(t, map[string]string{"app.go": text})
	r.configure(t, dir, "    - jwtvet\n", "    - jwtvet\n    - nolintlint\n", "    custom:\n",
		"    nolintlint: {allow-unused: false}\n    custom:\n")
	var got []string
	for _, i := range r.issues(t, dir) {
		got = append(got, fmt.Sprintf("%d %s %.50s", i.Pos.Line, i.FromLinter, i.Text))
	}
	want := []string{"10 jwtvet jwtsecret: hardcoded-secret: ", "13 nolintlint directive "}
	if !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// exclusion by text tells categories apart, in the folder that the example names and nowhere else.
func (r *rig) exclusion(t *testing.T) {
	bad := signing(`"local"`, "")
	dir := r.module(t, map[string]string{
		"internal/fixtures/app.go": bad,
		"internal/other/app.go":    bad,
	})
	got := r.issues(t, dir)
	if len(got) != 1 || got[0].Pos.Filename != "internal/other/app.go" {
		t.Errorf("got %+v, want the one that no rule excludes", got)
	}
}

// settings reach the analyzers.
func (r *rig) settings(t *testing.T) {
	bad := signing(`"local"`, "")
	dir := r.module(t, map[string]string{
		"app.go":      bad,
		"app_test.go": strings.Replace(bad, "Sign(", "signTest(", 1),
	})
	for _, c := range []struct {
		old, new string
		want     int
	}{
		{"tests: false", "tests: false", 1},
		{"tests: false", "tests: true", 2},
		{"disable: []", "disable: [jwtsecret]", 0},
		{"disable: []", "disable: [hardcoded-secret]", 0},
		{"disable: []", "disable: [jwtexpiry]", 1},
	} {
		r.configure(t, dir, c.old, c.new)
		if got := r.issues(t, dir); len(got) != c.want {
			t.Errorf("%q: got %+v, want %d", c.new, got, c.want)
		}
	}
}

// wrongSettings are reported with the key's name, and nothing is analysed.
func (r *rig) wrongSettings(t *testing.T) {
	dir := r.module(t, map[string]string{"app.go": signing(`"local"`, "")})
	for _, c := range []struct{ old, new, want string }{
		{"tests: false", "tets: false",
			`unknown setting "tets": did you mean tests?`},
		{"strict: false", "strict: 3", "strict"},
		{"disable: []", "disable: [hardcoded]",
			`unknown analyzer or category "hardcoded": did you mean hardcoded-secret?`},
	} {
		r.configure(t, dir, c.old, c.new)
		out, errs, code := start(t, dir, r.golangci, "run")
		if code != 3 || !strings.Contains(errs, "plugin(jwtvet)") ||
			!strings.Contains(errs, c.want) || strings.Contains(out, "hardcoded-secret:") {
			t.Errorf("%s: got %d, %q, %q; want 3 and %q", c.new, code, out, errs, c.want)
		}
	}
}

// byPlace sorts issues.
func byPlace(a, b issue) int {
	return cmp.Or(strings.Compare(a.Pos.Filename, b.Pos.Filename), a.Pos.Line-b.Pos.Line,
		a.Pos.Column-b.Pos.Column)
}
