package formats

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The program that the sample is about: a default in one package that another one hands on, a key
// behind characters of more than one byte, two equal defects.
var program = map[string]string{
	".git/HEAD": "ref: refs/heads/main\n",
	"svc/config/config.go": "package config\n\n" +
		"func Secret() string { return or(os.Getenv(\"KEY\"), \"dev-secret\") }\n",
	"svc/auth/auth.go": "package auth\n\n" +
		"func New(key string) string {\n\treturn sign(key)\n}\n\n" +
		"func A() string {\n\treturn /* é👍 */ sign(\"local\")\n}\n\n" +
		"func B() (string, string) {\n\treturn sign(\"one\"), sign(\"two\")\n}\n",
	"svc/main.go": "package main\n\nfunc main() { auth.New(config.Secret()) }\n",
}

// at returns the position of a text in a file of the program, and that behind it.
func at(t *testing.T, file, text string) (start, end drive.Position) {
	t.Helper()
	src := program["svc/"+file]
	before, _, ok := bytes.Cut([]byte(src), []byte(text))
	if !ok {
		t.Fatalf("there is no %s in %s", text, file)
	}
	start = drive.Position{
		File: "./" + file, Line: bytes.Count(before, []byte("\n")) + 1,
		Column: len(before) - bytes.LastIndexByte(before, '\n'),
	}
	end = start
	end.Column += len(text)
	return start, end
}

// report is a report at a text of the program.
func report(t *testing.T, category, severity, file, text string) drive.Report {
	t.Helper()
	r := drive.Report{
		Category: category, Analyzer: "jwtsecret", Severity: severity,
		Message: "key is \"bad\", 100% <sure> & here",
	}
	r.Position, r.End = at(t, file, text)
	return r
}

// sample is a run in which there is something of everything.
func sample(t *testing.T) *render.Run {
	t.Helper()
	root := t.TempDir()
	for name, text := range program {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	local := report(t, "hardcoded-secret", "critical", "auth/auth.go", `"local"`)
	local.Fixes = []drive.Fix{{Message: "convert it", Edits: []drive.Edit{{
		File: "./auth/auth.go", New: "[]byte(",
		Start: bytes.Index([]byte(program["svc/auth/auth.go"]), []byte(`"local"`)),
	}}}}
	local.Fixes[0].Edits[0].End = local.Fixes[0].Edits[0].Start
	one := report(t, "hardcoded-secret", "medium", "auth/auth.go", `"one"`)
	two := report(t, "hardcoded-secret", "low", "auth/auth.go", `"two"`)
	over := report(t, "default-secret", "high", "main.go", "config.Secret()")
	made, _ := at(t, "config/config.go", `"dev-secret"`)
	used, _ := at(t, "auth/auth.go", "sign(key)")
	over.Related = []drive.Related{
		{Message: "reaches sign here", Position: used, End: used},
		{Message: "the value comes from here", Position: made, End: made},
	}
	run := render.NewRun(&drive.Result{
		Packages: 3, Handling: 1, Reports: []drive.Report{local, one, two, over},
		Failures: []load.Failure{{
			Packages: []string{"example.com/svc/web"}, Message: "./web/web.go:3:8: undefined: x",
		}},
	}, filepath.Join(root, "svc"), "v1.2.3")
	run.Started = time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)
	run.Ended = run.Started.Add(time.Minute)
	run.Findings[2].Suppression = &render.Suppression{
		Kind: render.Listed, Place: drive.Position{File: "./baseline.yml", Line: 4}, Reason: "known before",
	}
	return run
}

// written returns what a format makes of a run.
func written(t *testing.T, f Format, run *render.Run) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, false, run); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.Bytes()
}

// extension of the golden file of a format.
var extension = map[string]string{
	"text": ".txt", "json": ".json", "sarif": ".sarif", "sarif-all": ".sarif", "github": ".txt", "junit": ".xml",
	"gitlab-codequality": ".json", "gitlab-sast": ".json", "checkstyle": ".xml", "html": ".html",
}

// TestGolden compares what every format makes of the sample with what it made before.
func TestGolden(t *testing.T) {
	for _, f := range All {
		t.Run(f.Name, func(t *testing.T) {
			run := sample(t)
			if extension[f.Name] == ".sarif" { // the texts of rules change with the documentation
				run.Rules = []*render.Rule{run.Findings[0].Rule, run.Findings[3].Rule}
				for i, r := range run.Rules {
					rule := *r
					rule.Text, run.Rules[i] = "A text.\n\nMore of it.", &rule
				}
			}
			got, file := written(t, f, run), filepath.Join("testdata", f.Name+extension[f.Name])
			if *update {
				if err := os.WriteFile(file, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s is not what is written now (%v): -update writes it anew; got\n%s",
					file, err, got)
			}
		})
	}
}
