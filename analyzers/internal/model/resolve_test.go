package model_test

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// TestRows looks every row up in the real libraries: each must exist in one of its packages at
// least, and each package must have one of its rows at least.
func TestRows(t *testing.T) {
	skip := tooNew(t)
	for _, lib := range model.Libraries() {
		had := len(lib.Paths)
		lib.Paths = slices.DeleteFunc(slices.Clone(lib.Paths), func(p string) bool {
			return slices.Contains(skip, p)
		})
		if had > 0 && len(lib.Paths) == 0 {
			continue
		}
		for _, complaint := range check(lib, modules(t)) {
			t.Error(complaint)
		}
	}
}

// TestWrongRows makes sure that the test above can fail, in each of the ways in which a row can be
// wrong.
func TestWrongRows(t *testing.T) {
	for _, c := range []struct{ row, want string }{
		{"Signed(_) token", "no package has it"},
		{"(*Token).SignedText(key) token", "no package has it"},
		{"(*Tokens).SignedString(key) token", "no package has it"},
		{"(*Token).SignedString(key, claims) token", "has no argument 1"},
		{"(*Token).SignedString(key...) token", "is not variadic"},
		{"(*Token).SignedString(key) token, _, _", "has no result 2"},
		{"Token.SignedString token", "is no field"},
		{"Token.Claim claims", "no package has it"},
		{"Token.Claims contents", `"contents" is no role`},
		{"SigningMethodHS256(key)", "is no function"},
		{"Parse token", "is no variable"},
		{"(*Token).SignedString(key", "has none of the forms"},
	} {
		lib := model.Library{
			Paths: []string{"github.com/golang-jwt/jwt/v5"},
			Rows:  []model.Row{{Verb: model.Sign, Sig: c.row}},
		}
		if got := strings.Join(check(lib, modules(t)), "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.row, got, c.want)
		}
	}
	lib := model.Library{
		Paths: []string{"github.com/golang-jwt/jwt/v5", "strings", "example.com/nowhere"},
		Rows:  []model.Row{{Verb: "signs", Sig: "(*Token).SignedString(key) token"}},
	}
	got := strings.Join(check(lib, modules(t)), "\n")
	for _, want := range []string{
		`"signs" is no verb`, "strings: has no row",
		"example.com/nowhere: is not among the libraries",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// load type-checks every library that the model names, once, with the earlier versions that
// testdata/earlier requires and those of testdata/newer, which need a newer Go than this module
// promises: with an older one, their paths are left out.
var load = sync.OnceValues(func() (map[string][]*types.Package, error) {
	root, err := vettest.Module()
	if err != nil {
		return nil, err
	}
	paths := map[string]bool{}
	for _, lib := range model.Libraries() {
		for _, p := range lib.Paths {
			if len(lib.Rows) > 0 {
				paths[p] = true
			}
		}
	}
	out := map[string][]*types.Package{}
	if err := typed(out, root, slices.Sorted(maps.Keys(paths))); err != nil {
		return nil, err
	}
	// jwx v4 is built with encoding/json/v2, which Go 1.26 has as an experiment
	for name, env := range map[string][]string{"earlier": nil, "newer": {"GOEXPERIMENT=jsonv2"}} {
		dir := filepath.Join(root, name)
		imports, err := importsOf(filepath.Join(dir, "deps", "deps.go"))
		if err != nil {
			return nil, err
		}
		if err := typed(out, dir, imports, env...); err != nil {
			return nil, err
		}
	}
	return out, typed(out, root, []string{"syscall/js"}, "GOOS=js", "GOARCH=wasm")
})

// importsOf returns what a file imports.
func importsOf(file string) ([]string, error) {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, spec := range f.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		out = append(out, path)
	}
	return out, nil
}

// tooNew returns the paths of testdata/newer where this Go is too old for them.
func tooNew(t *testing.T) []string {
	t.Helper()
	if slices.Contains(build.Default.ReleaseTags, "go1.26") {
		return nil
	}
	root, err := vettest.Module()
	if err != nil {
		t.Fatal(err)
	}
	paths, err := importsOf(filepath.Join(root, "newer", "deps", "deps.go"))
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// typed adds the packages of a module, as they are with the variables of env.
func typed(out map[string][]*types.Package, dir string, paths []string, env ...string) error {
	mode := packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedExportFile
	cfg := &packages.Config{Mode: mode, Dir: dir, Env: append(os.Environ(), env...)}
	pkgs, err := packages.Load(cfg, paths...)
	for _, p := range pkgs {
		if len(p.Errors) == 0 {
			out[p.PkgPath] = append(out[p.PkgPath], p.Types)
		}
	}
	return err
}

func modules(t *testing.T) map[string][]*types.Package {
	t.Helper()
	pkgs, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return pkgs
}

// check says what is wrong with a library's rows.
func check(lib model.Library, pkgs map[string][]*types.Package) (complaints []string) {
	has := map[string]bool{} // paths that have some row
	for _, row := range lib.Rows {
		sig, ok := row.Parse()
		if !ok {
			complaints = append(complaints,
				fmt.Sprintf("%s: %q has none of the forms of a row", lib.Paths[0], row.Sig))
			continue
		}
		complaints = append(complaints, vocabulary(row, sig)...)
		var wrong []string
		found := false
		for _, path := range lib.Paths {
			for _, pkg := range pkgs[path] {
				obj := model.Find(pkg, sig)
				if obj == nil {
					continue
				}
				has[path] = true
				if why := model.Misfit(obj, sig); why != "" {
					wrong = append(wrong, fmt.Sprintf("%s: %q %s", path, row.Sig, why))
				} else {
					found = true
				}
			}
		}
		if !found {
			wrong = append(wrong,
				fmt.Sprintf("%s: %q: no package has it so", lib.Paths[0], row.Sig))
			complaints = append(complaints, wrong...)
			if len(wrong) == 1 {
				complaints = append(complaints,
					fmt.Sprintf("%s: %q: no package has it", lib.Paths[0], row.Sig))
			}
		}
	}
	for _, path := range lib.Paths {
		switch {
		case len(lib.Rows) == 0: // it only says what code that imports it is
		case pkgs[path] == nil:
			complaints = append(complaints, path+
				": is not among the libraries of testdata: import it in testdata/deps")
		case !has[path]:
			complaints = append(complaints, path+": has no row that is found in it")
		}
	}
	return complaints
}

// words returns the values of the constants that the package declares of a type.
func words(typ string) map[string]bool {
	out := map[string]bool{}
	for _, d := range vocabularyFile().Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, spec := range g.Specs {
			v := spec.(*ast.ValueSpec)
			if id, ok := v.Type.(*ast.Ident); ok && id.Name == typ {
				word, _ := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
				out[word] = true
			}
		}
	}
	return out
}

var vocabularyFile = sync.OnceValue(func() *ast.File {
	f, err := parser.ParseFile(token.NewFileSet(), "vocabulary.go", nil, 0)
	if err != nil {
		panic(err)
	}
	return f
})

// vocabulary says which words of a row belong to no closed vocabulary.
func vocabulary(row model.Row, sig *model.Sig) (complaints []string) {
	if !words("Verb")[string(row.Verb)] {
		complaints = append(complaints, fmt.Sprintf("%q: %q is no verb", row.Sig, row.Verb))
	}
	for _, r := range slices.Concat(sig.Args, sig.Results, []model.Role{sig.Recv}) {
		if !words("Role")[string(r)] && !r.Algorithm() {
			complaints = append(complaints, fmt.Sprintf("%q: %q is no role", row.Sig, r))
		}
	}
	return complaints
}
