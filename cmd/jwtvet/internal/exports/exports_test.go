package exports

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"
)

// described returns the description of a unit whose source is text, with the export data of what
// the named packages need.
func described(t *testing.T, text string, packages ...string) *unitchecker.Config {
	t.Helper()
	file := filepath.Join(t.TempDir(), "x.go")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	cfg := &unitchecker.Config{
		Compiler: "gc", GoFiles: []string{file}, ImportMap: map[string]string{},
		PackageFile: map[string]string{}, Standard: map[string]bool{},
	}
	args := append([]string{"list", "-export", "-deps", "-json=ImportPath,Export,Standard"},
		packages...)
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath, Export string
			Standard           bool
		}
		if err := dec.Decode(&p); err == io.EOF {
			return cfg
		} else if err != nil {
			t.Fatal(err)
		}
		cfg.ImportMap[p.ImportPath], cfg.PackageFile[p.ImportPath] = p.ImportPath, p.Export
		cfg.Standard[p.ImportPath] = p.Standard
	}
}

// use returns how unitchecker imports after Use, and puts back what was there before.
func use(t *testing.T, whole func(string) bool) func(*unitchecker.Config) types.Importer {
	t.Helper()
	before := makeTypesImporter
	if before == nil {
		t.Fatal("unitchecker keeps how it imports somewhere else")
	}
	Use(whole)
	used := makeTypesImporter
	makeTypesImporter = before
	return func(cfg *unitchecker.Config) types.Importer { return used(cfg, token.NewFileSet()) }
}

func none(string) bool { return false }

const handler = `package x

import (
	"fmt"
	"net/http"
)

func handle(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("a")
	http.
		Error(w, fmt.Sprint(c.Secure, err, r.TLS.PeerCertificates[0].PublicKey), 400)
}
`

// A unit is type-checked to the same types, with a part of the objects.
func TestUse(t *testing.T) {
	cfg := described(t, handler, "net/http", "fmt", "golang.org/x/mod/modfile")
	cut := use(t, none)(cfg)
	all := importer.ForCompiler(token.NewFileSet(), "gc",
		func(path string) (io.ReadCloser, error) { return os.Open(cfg.PackageFile[path]) })
	if got, want := check(t, cfg, cut), check(t, cfg, all); got != want || len(want) < 500 {
		t.Errorf("got %s\nwant %s", got, want)
	}
	for path, c := range map[string]struct{ has, not string }{
		"net/http":                 {"Error Request Cookie SameSiteLaxMode StatusGone", "Get Server"},
		"golang.org/x/mod/modfile": {"File Require", "Parse"},
	} {
		pkg, err := cut.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := all.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		got, names := pkg.Scope().Names(), whole.Scope().Names()
		if !pkg.Complete() || len(got) >= len(names) || got[0] != names[0] {
			t.Errorf("%s: %q of %q", path, got, names)
		}
		for name := range strings.FieldsSeq(c.has) {
			a, b := pkg.Scope().Lookup(name), whole.Scope().Lookup(name)
			if a == nil || b == nil || a.String() != b.String() {
				t.Errorf("%s: %s is %v, want %v", path, name, a, b)
			}
		}
		for name := range strings.FieldsSeq(c.not) {
			if pkg.Scope().Lookup(name) != nil {
				t.Errorf("%s: %s is read", path, name)
			}
		}
	}
	pkg, err := use(t, func(path string) bool { return path == "net/http" })(cfg).Import("net/http")
	if err != nil || pkg.Scope().Lookup("Server") == nil {
		t.Errorf("%v, %v where all is to be read", pkg, err)
	}
}

// check type-checks a unit and returns the types of its expressions.
func check(t *testing.T, cfg *unitchecker.Config, imp types.Importer) string {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, cfg.GoFiles[0], nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	if _, err := (&types.Config{Importer: imp}).Check("x", fset, []*ast.File{f}, info); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for e, tv := range info.Types {
		lines = append(lines, fset.Position(e.Pos()).String()+tv.Type.Underlying().String())
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// Where a file can mention a name without a dot, all is read.
func TestMention(t *testing.T) {
	for text, want := range map[string]string{
		"a.B + c . D\n.E(1.5, x...)": "B D E 5",
		"import . \"fmt\"":           "-", "import .\n`fmt`": "-",
		"a./* b */C": "-", "a.// b\nC": "-",
		"// see http://a.b/c.html\n": "b html", "x.Größe_2": "Größe_2", ".": "", "": "",
	} {
		names := map[string]bool{}
		ok := mention(names, []byte(text))
		for name := range strings.FieldsSeq(want) {
			if ok && !names[name] {
				t.Errorf("%q: no %s in %v", text, name, names)
			}
		}
		if ok != (want != "-") || ok && len(names) != len(strings.Fields(want)) {
			t.Errorf("%q: got %v, %v, want %q", text, names, ok, want)
		}
	}
}

// What is not understood is handed on as it is, whatever it is.
func TestCutOfWhatIsNotUnderstood(t *testing.T) {
	cfg := described(t, handler, "errors")
	data, err := readDefinition(nil, cfg.PackageFile["errors"])
	if err != nil {
		t.Fatal(err)
	}
	keep := func([]byte, int) bool { return false }
	if _, ok := cut(nil, slices.Clone(data), keep); !ok {
		t.Fatal("the format of this Go is not understood")
	}
	at := bytes.Index(data, header) + len(header)
	for i := range data[at:] { // a wrong byte, and an early end
		for _, wrong := range [][]byte{slices.Clone(data[:at+i]), slices.Clone(data)} {
			if at+i < len(wrong) {
				wrong[at+i] ^= 0xff
			}
			cut(nil, wrong, keep)
		}
	}
	file := filepath.Join(t.TempDir(), "x.a")
	for _, text := range []string{"", "go object", magic + strings.Repeat("x", 99),
		strings.Repeat("y", 99)} {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		got, err := readDefinition(nil, file)
		if _, ok := cut(nil, got, keep); err != nil || string(got) != text || ok {
			t.Errorf("%q: got %q, %v, %v", text, got, err, ok)
		}
	}
}
