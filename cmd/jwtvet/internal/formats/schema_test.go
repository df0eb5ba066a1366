package formats

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// carrier is a module that has the schema of SARIF as OASIS publishes it. It imports net/http, so
// that the program does without it, and does not offer the schema by itself.
const carrier = "github.com/owenrumney/go-sarif/v3@v3.3.1"

// official returns the schema of SARIF 2.1.0.
func official(t *testing.T) []byte {
	t.Helper()
	cmd := exec.Command("go", "mod", "download", "-json", carrier)
	cmd.Dir, cmd.Stderr = t.TempDir(), os.Stderr
	out, err := cmd.Output()
	var module struct{ Dir string }
	if err == nil {
		err = json.Unmarshal(out, &module)
	}
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(module.Dir, "pkg", "report", "v210", "sarif", "schema.go")
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	ast.Inspect(f, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			if s, err := strconv.Unquote(lit.Value); err == nil {
				text += s
			}
		}
		return true
	})
	if !strings.Contains(text, `"SARIF`) && !strings.Contains(text, "(SARIF) Version 2.1.0") {
		t.Fatalf("%s has no schema", file)
	}
	return []byte(text)
}

// valid fails when a document is not as a schema wants it.
func valid(t *testing.T, schema, doc []byte) {
	t.Helper()
	if err := check(t, schema, doc); err != nil {
		t.Errorf("%v in\n%s", err, doc)
	}
}

func check(t *testing.T, schema, doc []byte) error {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		t.Fatalf("%v in\n%s", err, doc)
	}
	return compiled.Validate(value)
}

// empty is a run that found nothing.
func empty() *render.Run { return render.NewRun(&drive.Result{Packages: 1}, "", "(devel)") }

func named(name string) Format {
	for _, f := range All {
		if f.Name == name {
			return f
		}
	}
	panic(name)
}

// A log is as the standard wants it, and the standard's schema is looked at: it
// refuses a log with a level that there is not.
func TestSARIFSchema(t *testing.T) {
	schema := official(t)
	for _, run := range []*render.Run{sample(t), empty(), hostile(t)} {
		valid(t, schema, written(t, named("sarif"), run))
		valid(t, schema, written(t, named("sarif-all"), run))
	}
	doc := written(t, named("sarif"), sample(t))
	wrong := bytes.Replace(doc, []byte(`"level": "error"`), []byte(`"level": "critical"`), 1)
	if check(t, schema, wrong) == nil {
		t.Error("the schema allows everything")
	}
}

// The JSON document is as docs/report.schema.json says, and has nothing that it does not.
func TestJSONSchema(t *testing.T) {
	schema, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "docs", "report.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	full := sample(t)
	full.Failures[0].Analyzers, full.Failures[0].Advice = []string{"jwtsecret"}, "fix it"
	full.Failures[0].Importers = 2
	full.Notes = []string{"a note"}
	full.Placeholders = []load.Placeholder{{Package: "example.com/web", Patterns: []string{"dist"}}}
	for _, run := range []*render.Run{full, empty(), hostile(t)} {
		valid(t, schema, written(t, named("json"), run))
	}
	doc := written(t, named("json"), full)
	if check(t, schema, bytes.Replace(doc, []byte(`"reports"`), []byte(`"more"`), 1)) == nil {
		t.Error("the schema allows everything")
	}
}

// The reports of GitLab have what GitLab requires. The schemas are in testdata, in our own words,
// after https://docs.gitlab.com/development/integrations/secure/ and
// https://docs.gitlab.com/ci/testing/code_quality/.
func TestGitLabSchemas(t *testing.T) {
	for _, name := range []string{"gitlab-sast", "gitlab-codequality"} {
		schema, err := os.ReadFile(filepath.Join("testdata", name+".schema"))
		if err != nil {
			t.Fatal(err)
		}
		for _, run := range []*render.Run{sample(t), empty(), hostile(t)} {
			valid(t, schema, written(t, named(name), run))
		}
	}
}
