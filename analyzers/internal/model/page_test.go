package model_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

var update = flag.Bool("update", false, "write the generated page anew")

// TestGenerated compares docs/libraries.md with what it is made of: the rows of the model as they
// are found in the real modules, the versions of these, and the programs of testdata.
func TestGenerated(t *testing.T) {
	if skip := tooNew(t); skip != nil {
		t.Skipf("this Go is too old for %q", skip)
	}
	b := &book{t: t, versions: versions(t), has: map[string]view{}}
	b.tested = tested(t, b)
	b.read()
	file, page := filepath.Join("..", "..", "..", "docs", "libraries.md"), b.page()
	if *update {
		if err := os.WriteFile(file, page, 0o666); err != nil {
			t.Fatal(err)
		}
	} else if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, page) {
		t.Errorf("%s is stale: run go generate ./cmd/jwtvet (%v)", file, err)
	}
}

// book holds what the page is made of, by module.
type book struct {
	t        *testing.T
	versions map[string][]string
	tested   map[string][]string // checks, several times
	has      map[string]view
	order    []string // modules as the model has them
	families []string // import paths of libraries without rows
}

// view is what a module has of the model.
type view struct {
	tokens bool
	rows   []*model.Sig
}

// any reports whether one of the rows has one of the verbs.
func (v view) any(verbs ...model.Verb) bool {
	return slices.ContainsFunc(v.rows, func(s *model.Sig) bool {
		return slices.Contains(verbs, s.Verb)
	})
}

// role reports whether one of the rows gives something one of the roles.
func (v view) role(roles ...model.Role) bool {
	return slices.ContainsFunc(v.rows, func(s *model.Sig) bool {
		return slices.ContainsFunc(slices.Concat(s.Args, s.Results, []model.Role{s.Recv}),
			func(r model.Role) bool { return slices.Contains(roles, r) })
	})
}

// read collects the rows that the real packages have.
func (b *book) read() {
	pkgs := modules(b.t)
	for _, lib := range model.Libraries() {
		if len(lib.Rows) == 0 && !b.required(lib.Family) {
			b.families = append(b.families, lib.Family)
		}
		for _, path := range lib.Paths {
			mod := b.module(path)
			if mod == "" {
				if strings.Contains(strings.Split(path, "/")[0], ".") {
					b.t.Errorf("no module of testdata has %s", path)
				}
				continue // the standard library
			}
			v, known := b.has[mod]
			if !known {
				b.order = append(b.order, mod)
			}
			for _, row := range lib.Rows {
				sig, ok := row.Parse()
				for _, pkg := range pkgs[path] {
					if ok && model.Find(pkg, sig) != nil {
						v.rows = append(v.rows, sig)
						break
					}
				}
			}
			v.tokens = v.tokens || lib.Tokens || v.any(model.Verify) && v.role(model.Key)
			b.has[mod] = v
		}
	}
}

// module returns the required module that has a package, "" for none.
func (b *book) module(path string) string {
	best := ""
	for mod := range b.versions {
		if len(mod) > len(best) && (path == mod || strings.HasPrefix(path, mod+"/")) {
			best = mod
		}
	}
	return best
}

// required reports whether a module of a family is required, or the family is of the standard
// library.
func (b *book) required(family string) bool {
	if !strings.Contains(strings.Split(family, "/")[0], ".") || b.module(family) != "" {
		return true
	}
	for mod := range b.versions {
		if strings.HasPrefix(mod, family+"/") {
			return true
		}
	}
	return false
}

// versions returns the versions of the modules that testdata, testdata/earlier and testdata/newer
// require themselves.
func versions(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, dir := range []string{"", "earlier", "newer"} {
		name := filepath.Join(vettest.Root(t), dir, "go.mod")
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := modfile.ParseLax(name, data, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range file.Require {
			if !r.Indirect && !slices.Contains(out[r.Mod.Path], r.Mod.Version) {
				out[r.Mod.Path] = append(out[r.Mod.Path], r.Mod.Version)
			}
		}
	}
	return out
}

// tested returns the checks that must report something in a program that uses a module, by module.
func tested(t *testing.T, b *book) map[string][]string {
	t.Helper()
	checks := checksOfCategories()
	wanted := map[string][]string{} // checks by file
	for _, w := range vettest.Wants(t, ".") {
		file, _, _ := strings.Cut(w.Place, ":")
		wanted[file] = append(wanted[file], checks[w.Category])
	}
	out := map[string][]string{}
	for _, file := range sources(t) {
		imports, err := importsOf(filepath.Join(vettest.Root(t), filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range imports {
			mod := b.module(path)
			out[mod] = append(out[mod], wanted[file]...)
		}
	}
	return out
}

// sources returns the Go files of testdata that are programs, and no lists of imports.
func sources(t *testing.T) (out []string) {
	t.Helper()
	root := vettest.Root(t)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(root, path)
		if err == nil && filepath.Ext(path) == ".go" && d.Name() != "deps.go" {
			out = append(out, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil || len(out) < 100 {
		t.Fatal(len(out), err)
	}
	return out
}

// names returns the versions of a module.
func (b *book) names(mod string) string { return strings.Join(b.versions[mod], ", ") }

// link returns a module with the page of its documentation.
func link(mod string) string { return fmt.Sprintf("[%s](https://pkg.go.dev/%s)", mod, mod) }
