package analyzers_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers/internal/progen"
	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// exports returns the files with the types of the libraries of generated programs, by import path.
// The go command makes them once and keeps them.
var exports = sync.OnceValues(func() (map[string]string, error) {
	dir, err := vettest.Module()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}",
		"github.com/golang-jwt/jwt/v5", "net/http", "log")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("compiling the libraries: %w", err)
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "\t")
		files[path] = file
	}
	return files, nil
})

// shelf imports libraries from what the compiler left of them, each once, and one package that is
// handed to it.
type shelf struct {
	types.Importer
	own *types.Package
}

// Import implements [types.Importer].
func (s shelf) Import(path string) (*types.Package, error) {
	if s.own != nil && path == s.own.Path() {
		return s.own, nil
	}
	return s.Importer.Import(path)
}

var (
	fset      = token.NewFileSet() // of the libraries
	libraries = importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		files, err := exports()
		if err != nil {
			return nil, err
		}
		return os.Open(files[path])
	})
)

// typed type-checks a package of one file, which may import own. What is declared and not used is
// no error here.
func typed(path, src string, own *packages.Package) (*packages.Package, error) {
	set := token.NewFileSet()
	mode := parser.ParseComments | parser.SkipObjectResolution
	f, err := parser.ParseFile(set, "/"+path+"/p.go", src, mode)
	if err != nil {
		return nil, err
	}
	pkg := &packages.Package{
		ID: path, PkgPath: path, Name: f.Name.Name, Fset: set, Syntax: []*ast.File{f},
		TypesSizes: types.SizesFor("gc", "amd64"), Imports: map[string]*packages.Package{},
		TypesInfo: &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{},
			Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{},
			Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
			Selections:   map[*ast.SelectorExpr]*types.Selection{},
			FileVersions: map[*ast.File]string{},
		},
	}
	libs := shelf{Importer: libraries}
	if own != nil {
		libs.own, pkg.Imports[own.PkgPath] = own.Types, own
	}
	conf := types.Config{Importer: libs, Sizes: pkg.TypesSizes, Error: func(e error) {
		if wrong := e.(types.Error); !wrong.Soft && err == nil {
			err = e
		}
	}}
	pkg.Types, _ = conf.Check(path, set, pkg.Syntax, pkg.TypesInfo)
	return pkg, err
}

// load type-checks a generated program.
func load(p progen.Program) ([]*packages.Package, error) {
	lib, err := typed("example.com/lib", p.Lib, nil)
	if err != nil {
		return nil, fmt.Errorf("%w in\n%s", err, numbered(p.Lib))
	}
	app, err := typed("example.com/app", p.App, lib)
	if err != nil {
		return nil, fmt.Errorf("%w in\n%s", err, numbered(p.App))
	}
	return []*packages.Package{lib, app}, nil
}

// numbered puts its number in front of each line.
func numbered(src string) string {
	var b strings.Builder
	n := 0
	for line := range strings.Lines(src) {
		n++
		fmt.Fprintf(&b, "%4d  %s", n, line)
	}
	return b.String()
}

// diagnose runs analyzers over packages, in the order in which they are given, and returns all
// that they report as text, sorted.
func diagnose(list []*analysis.Analyzer, pkgs []*packages.Package) (string, error) {
	graph, err := checker.Analyze(list, pkgs, &checker.Options{Sequential: true, SanityCheck: true})
	if err != nil {
		return "", err
	}
	var lines []string
	for act := range graph.All() {
		if act.Err != nil {
			return "", fmt.Errorf("%s: %w", act, act.Err)
		}
		for _, d := range act.Diagnostics {
			lines = append(lines, described(act, d))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, ""), nil
}

// described writes all of a report but the analyzer of those about directives, which any makes.
func described(act *checker.Action, d analysis.Diagnostic) string {
	var b bytes.Buffer
	at := act.Package.Fset.Position
	fmt.Fprintf(&b, "%s-%s: %s: %s\n", at(d.Pos), at(d.End), d.Category, d.Message)
	for _, r := range d.Related {
		fmt.Fprintf(&b, "\t%s: %s\n", at(r.Pos), r.Message)
	}
	for _, fix := range d.SuggestedFixes {
		fmt.Fprintf(&b, "\t%s\n", fix.Message)
		for _, e := range fix.TextEdits {
			fmt.Fprintf(&b, "\t\t%s-%s %q\n", at(e.Pos), at(e.End), e.NewText)
		}
	}
	return b.String()
}
