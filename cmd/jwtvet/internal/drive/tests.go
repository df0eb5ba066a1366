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
//
// The go command hands over a package together with its tests, and without them only when
// an overlay takes them away.

// withoutTests analyses packages again whose tests do not load or compile, and puts the answer in
// place of what vetted has of them.
func (r *run) withoutTests(ctx context.Context, pkgs []load.Package, vetted outcome) outcome {
	// test files; what is wrong by package
	hidden, broken := map[string]string{}, map[string]string{}
	ours := func(p, message string) bool {
		i := slices.IndexFunc(pkgs, func(l load.Package) bool { return l.ImportPath == p })
		if i < 0 || !aboutTests(message) || ctx.Err() != nil {
			return false
		}
		for _, name := range slices.Concat(pkgs[i].TestGoFiles, pkgs[i].XTestGoFiles) {
			hidden[filepath.Join(pkgs[i].Dir, name)] = ""
		}
		broken[p] = message
		return true
	}
	if vetted.err == nil || r.loader.OwnOverlay() {
		return vetted
	}
	failures := slices.DeleteFunc(slices.Clone(vetted.failures), func(f load.Failure) bool {
		return len(f.Packages) == 1 && ours(f.Packages[0], f.Message)
	})
	rest := slices.DeleteFunc(slices.Clone(vetted.rest), func(line string) bool {
		f := r.stray(pkgs, line)
		return len(f.Packages) == 1 && ours(f.Packages[0], f.Message)
	})
	if len(hidden) == 0 || r.loader.AddOverlay(hidden) != nil {
		return vetted
	}
	names := slices.Sorted(maps.Keys(broken))
	again := r.vet(ctx, names)
	for _, line := range r.reasons(names, broken) {
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

// reasons says why the tests of packages do not load, each reason once.
func (r *run) reasons(names []string, broken map[string]string) []string {
	var out []string
	more := map[string][]string{}
	reason := func(p string) string { // what it says behind the place
		_, after, _ := strings.Cut(broken[p], ": ")
		return after
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
