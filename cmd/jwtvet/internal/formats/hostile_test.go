package formats

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// odd is a text with what a terminal, a runner of GitHub, XML, HTML or a reader of bidirectional
// text would obey.
const odd = "x\x1b[31m\n::error::y\r\u202e\u2066\u009b2J\x7f\U000e0041\x00</script><b>]]>&%0A" +
	"\u2028,:title=z`${a}`"

// hostile is a run in which every text is odd.
func hostile(t *testing.T) *render.Run {
	t.Helper()
	dir := t.TempDir()
	name := strings.NewReplacer("/", "", "\x00", "").Replace(odd) + ".go"
	source := "package p\n\nvar key = \"" + strings.NewReplacer("\n", "", "\r", "").Replace(odd) +
		"\" // " + "\x9b\u202e\n"
	file := "./" + name
	if err := os.WriteFile(filepath.Join(dir, name), []byte(source), 0o666); err != nil {
		t.Skip(err) // a file system that has no such names
	}
	at := drive.Position{File: file, Line: 3, Column: 11}
	end := drive.Position{File: file, Line: 3, Column: 30}
	return render.NewRun(&drive.Result{
		Reports: []drive.Report{{
			Category: odd, Analyzer: odd, Severity: "high", Message: odd, Position: at, End: end,
			Related: []drive.Related{
				{Message: odd, Position: at, End: at},
				{Message: odd, Position: drive.Position{File: odd, Line: 1}},
				{Message: odd, Position: drive.Position{File: "/" + odd, Line: 9, Column: 9}},
			},
			Fixes: []drive.Fix{{Message: odd, Edits: []drive.Edit{
				{File: file, New: odd, Start: 3, End: 30}, {File: odd, New: "", Start: 9, End: 1},
			}}},
		}},
		Failures: []load.Failure{{Packages: []string{odd}, Message: odd, Advice: odd}},
		Notes:    []string{odd},
	}, dir, "v0")
}

// Nothing of the analysed code is obeyed by what shows or reads a format.
func TestHostile(t *testing.T) {
	for _, f := range All {
		t.Run(f.Name, func(t *testing.T) {
			out := written(t, f, hostile(t))
			for _, r := range string(out) {
				if r != '\n' && r != '\t' && !unicode.IsPrint(r) || r == unicode.ReplacementChar {
					t.Fatalf("%q is in\n%s", r, out)
				}
			}
			if readable := readers[extension[f.Name]]; readable != nil {
				if err := readable(out); err != nil {
					t.Errorf("%v in\n%s", err, out)
				}
			}
		})
	}
}

var readers = map[string]func([]byte) error{
	".json":  func(b []byte) error { return json.Unmarshal(b, new(any)) },
	".sarif": func(b []byte) error { return json.Unmarshal(b, new(any)) },
	".xml": func(b []byte) error {
		for dec := xml.NewDecoder(bytes.NewReader(b)); ; {
			if _, err := dec.Token(); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
		}
	},
	".html": func(b []byte) error {
		if bytes.Contains(b, []byte("<b>]]>")) || bytes.Count(b, []byte("</script>")) != 1 {
			return errors.New("a tag of the analysed code")
		}
		return nil
	},
}

// JSON loses nothing of a text.
func TestHostileJSON(t *testing.T) {
	run := hostile(t)
	var doc document
	if err := json.Unmarshal(written(t, named("json"), run), &doc); err != nil {
		t.Fatal(err)
	}
	got, want := doc.Reports[0], run.Findings[0]
	if got.Message != want.Message || got.Position != want.Position ||
		!slices.Equal(got.Fixes[0].Edits, want.Fixes[0].Edits) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// A report, and a failure, is one command for a runner, however many lines its texts have.
func TestHostileGitHub(t *testing.T) {
	out := string(written(t, named("github"), hostile(t)))
	if strings.Count(out, "\n") != 2 || !regexp.MustCompile(
		`^::error file=[^,:]+,line=3,endLine=3,col=11,endColumn=\d+,title=[^,:]+::.*\n`+
			`::warning title=[^,:]+::.*\n$`).MatchString(out) {
		t.Errorf("got\n%s", out)
	}
}

// The page runs only its own script.
func TestPolicy(t *testing.T) {
	out := string(written(t, named("html"), sample(t)))
	for _, tag := range []string{"script", "style"} {
		_, text, _ := strings.Cut(out, "<"+tag+">")
		text, _, ok := strings.Cut(text, "</"+tag+">")
		sum := sha256.Sum256([]byte(text))
		hash := base64.StdEncoding.EncodeToString(sum[:])
		if want := tag + "-src &#39;sha256-" + hash + "&#39;"; !ok ||
			!strings.Contains(strings.ReplaceAll(out, "&#43;", "+"), want) {
			t.Errorf("no %s in\n%.600s", want, out)
		}
	}
	if strings.Contains(out, "https://") && regexp.MustCompile(
		`(src|action)="|<link|@import|url\(`).MatchString(out) {
		t.Error("the page loads something")
	}
}

// No format shows the text of a key.
func TestSecrets(t *testing.T) {
	for _, f := range All {
		out := string(written(t, f, sample(t)))
		for _, key := range []string{`"local"`, "dev-secret", `"one"`, `"two"`} {
			if strings.Contains(out, key) || strings.Contains(out, strings.Trim(key, `"`)+"&#34;") {
				t.Errorf("%s shows %s", f.Name, key)
			}
		}
	}
}
