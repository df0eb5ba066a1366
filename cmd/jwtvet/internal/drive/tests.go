package drive

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
)

// This file is about packages that fail only because of their tests:
//
//	import "example.com/assert" // in app_test.go, and no module has it
//	import "example.com/mocks"  // in app_test.go, and it does not compile
//
// The go command hands over a package together with its tests, and without them only when
// an overlay takes them away.

// withoutTests analyses packages again whose tests do not load or compile, and puts the answer in
// place of what vetted has of them. unloaded are the packages that do not load.
func (r *run) withoutTests(ctx context.Context, pkgs []load.Package, vetted outcome, unloaded []load.Failure) outcome {
	if vetted.err == nil || r.loader.OwnOverlay() {
		return vetted
	}
	t := &tests{pkgs, map[string]string{}, map[string]string{}, map[string]bool{}}
	failures := slices.DeleteFunc(slices.Clone(vetted.failures), func(f load.Failure) bool {
		return len(f.Packages) == 1 && t.explain(f.Packages[0], f.Message)
	})
	rest := slices.DeleteFunc(slices.Clone(vetted.rest), func(line string) bool {
		f := r.stray(pkgs, line)
		return len(f.Packages) == 1 && t.explain(f.Packages[0], f.Message)
	})
	t.importing(slices.Concat(unloaded, failures))
	if vetted.silent && len(rest) > 0 && t.all(rest[0]) {
		rest = nil // what is not about tests is said again
	}
	if ctx.Err() != nil || len(t.hidden) == 0 || r.loader.AddOverlay(t.hidden) != nil {
		return vetted
	}
	names := slices.Sorted(maps.Keys(t.broken))
	again := r.vet(ctx, names)
	for _, line := range r.reasons(names, t.broken) {
		if r.loader.TestImports {
			failures = append(failures, load.Failure{Message: line})
		} else if again.err == nil {
			r.notes = append(r.notes, line+"; analysed without them")
		}
	}
	again.reports = append(vetted.reports, again.reports...)
	again.failed, again.silent = append(vetted.failed, again.failed...),
		vetted.silent && again.silent
	again.failures, again.rest = append(failures, again.failures...), append(rest, again.rest...)
	if again.err == nil && len(again.rest) > 0 {
		again.err = vetted.err
	}
	return again
}

// tests are those that keep the go command from analysing their packages.
type tests struct {
	pkgs   []load.Package
	hidden map[string]string // nothing, by the name of a test file
	broken map[string]string // what is wrong, by package
	failed map[string]bool   // packages that fail without their tests
}

// hide takes the tests of a package away.
func (t *tests) hide(p load.Package, message string) {
	for _, name := range slices.Concat(p.TestGoFiles, p.XTestGoFiles) {
		t.hidden[filepath.Join(p.Dir, name)] = ""
	}
	t.broken[p.ImportPath] = message
}

// explain hides the tests of a package where they are what a message is about.
func (t *tests) explain(path, message string) bool {
	i := slices.IndexFunc(t.pkgs, func(p load.Package) bool { return p.ImportPath == path })
	if i < 0 || !aboutTests(message) {
		return false
	}
	t.hide(t.pkgs[i], message)
	return true
}

// all hides all tests, where the go command looked at no package because of a file of none of them:
// one that only tests import may have it. It reports whether there are any.
func (t *tests) all(message string) bool {
	if !slices.ContainsFunc(t.pkgs, func(p load.Package) bool {
		return len(p.TestGoFiles)+len(p.XTestGoFiles) > 0
	}) {
		return false
	}
	for _, p := range t.pkgs {
		if !t.failed[p.ImportPath] && t.broken[p.ImportPath] == "" {
			t.hide(p, message)
		}
	}
	return true
}

// importing hides the tests of packages where only these import one that failed: the go command says
// nothing of that.
func (t *tests) importing(failures []load.Failure) {
	t.failed = load.Importers(t.pkgs, failures)
	for _, f := range failures {
		for _, p := range f.Packages {
			t.failed[p] = true
		}
	}
	for _, p := range t.pkgs {
		imports := slices.Concat(p.TestImports, p.XTestImports)
		i := slices.IndexFunc(imports, func(path string) bool { return t.failed[path] })
		if !t.failed[p.ImportPath] && i >= 0 {
			t.hide(p, "they import "+imports[i]+", which was not analysed")
		}
	}
}

// reasons says why the tests of packages do not load, each reason once.
func (r *run) reasons(names []string, broken map[string]string) []string {
	var out []string
	more := map[string][]string{}
	reason := func(p string) string { // what it says behind the place
		if _, after, ok := strings.Cut(broken[p], ": "); ok {
			return after
		}
		return broken[p]
	}
	for _, p := range names {
		more[reason(p)] = append(more[reason(p)], p)
	}
	for _, p := range names {
		all := more[reason(p)]
		if len(all) == 0 {
			continue
		}
		who := p
		if n := len(all) - 1; n > 0 {
			who += fmt.Sprintf(" and %d more packages", n)
		}
		out = append(out, "tests of "+who+" do not load: "+r.loader.Short(broken[p]))
		delete(more, reason(p))
	}
	return out
}

// aboutTests reports whether a message of the go command is about a test file.
func aboutTests(message string) bool {
	file, _, _ := strings.Cut(message, ": ")
	file, _, _ = strings.Cut(file, ":")
	return strings.HasSuffix(file, "_test.go") ||
		strings.Contains(message, "import cycle not allowed in test")
}
