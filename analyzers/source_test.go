package analyzers_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// here is the import path of the package that this file tests, with a slash.
const here = "github.com/jwtvet/jwtvet/analyzers/"

// source is what the architecture is told by of one package, its tests left out.
type source struct {
	imports []string // of packages below this one
	lines   int
	methods map[string]int // by type
}

// sourcesBelow reads every package of a tree, by its path.
func sourcesBelow(tree fs.FS) (map[string]*source, error) {
	out := map[string]*source{}
	return out, fs.WalkDir(tree, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return err
		}
		data, err := fs.ReadFile(tree, file)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, data, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		dir := path.Dir(file)
		if out[dir] == nil {
			out[dir] = &source{methods: map[string]int{}}
		}
		out[dir].add(f, bytes.Count(data, []byte("\n")))
		return nil
	})
}

// add counts a file.
func (s *source) add(f *ast.File, lines int) {
	s.lines += lines
	for _, imp := range f.Imports {
		name, _ := strconv.Unquote(imp.Path.Value)
		if rel, ok := strings.CutPrefix(name, here); ok && !slices.Contains(s.imports, rel) {
			s.imports = append(s.imports, rel)
		}
	}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil {
			s.methods[receiver(fn.Recv.List[0].Type)]++
		}
	}
}

// receiver returns the name of the type of a receiver: T for *T and for *T[A].
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// TestWrongArchitecture makes sure that the test above can fail, on packages that are made up.
func TestWrongArchitecture(t *testing.T) {
	pkgs, err := sourcesBelow(wrongTree())
	if err != nil {
		t.Fatal(err)
	}
	got := architecture{
		layers: [][]string{
			{"low", "single", "through", "shared", "unused", "gone"},
			{"mid", "high"},
		},
		helpers: []string{"internal/help"},
		oneAsker: map[string]string{
			"internal/single": "a reason",
			"internal/shared": "none any more",
		},
		large: map[string]string{"internal/high": "a reason", "jwtone": "none any more"},
	}.complaints(pkgs)
	want := []string{
		"internal/gone is in a layer and nowhere else",
		"internal/lost has no layer",
		"internal/lost imports jwtone: the engine knows no check",
		"internal/lost: only jwtone needs it: move it there",
		"internal/low imports internal/high: that is no layer below",
		"internal/shared need not be an exception: several ask it",
		"internal/through: only jwtone needs it: move it there",
		"internal/unused: no check needs it",
		"jwtone need not be an exception: it is small",
		"jwtone: type T has 33 methods, more than 32",
		"jwttwo imports internal/help: that is for tests",
		"jwttwo imports jwtone: that is another check",
		"jwttwo: 1606 lines, more than 1600",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// wrongTree is a tree of packages that break every rule.
func wrongTree() fs.FS {
	files := fstest.MapFS{}
	for name, imports := range map[string]string{
		".": "jwtone jwttwo", "internal/low": "internal/high", "internal/high": "",
		"internal/mid": "internal/low", "internal/lost": "jwtone", "internal/unused": "",
		"internal/help": "", "internal/single": "", "internal/through": "", "internal/shared": "",
		"jwtone":              "internal/mid internal/single internal/shared jwtone/internal/own",
		"jwttwo":              "internal/mid internal/shared internal/help jwtone",
		"jwtone/internal/own": "internal/through internal/lost",
	} {
		src := "package p\n"
		for p := range strings.FieldsSeq(imports) {
			src += fmt.Sprintf("import %q\n", here+p)
		}
		files[path.Join(name, "p.go")] = &fstest.MapFile{Data: []byte(src)}
		files[path.Join(name, "p_test.go")] = &fstest.MapFile{Data: []byte("not even Go")}
	}
	methods := "package p\n" + strings.Repeat("func (*T[A]) m() {}\n", maxMethods+1)
	long := "package p\n" + strings.Repeat("\n", maxLines)
	files["jwtone/methods.go"] = &fstest.MapFile{Data: []byte(methods)}
	files["jwttwo/long.go"] = &fstest.MapFile{Data: []byte(long)}
	files["internal/high/long.go"] = files["jwttwo/long.go"]
	return files
}
