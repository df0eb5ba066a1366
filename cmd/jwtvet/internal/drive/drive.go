// Package drive runs the analysis over packages through go vet, which brings the build cache,
// parallelism and facts from package to package, and gathers what it reports. Which packages there
// are, and what go vet has to do without, package load finds out.
package drive

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gocmd"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// Config says what to run.
type Config struct {
	load.Module          // the packages to look at
	Flags       []string // flags of the analyzers, as go vet takes them
	Inventory   bool     // list what the program does with tokens, too
}

// run is one run.
type run struct {
	loader  *load.Loader
	flags   []string      // of the analyzers
	listing bool          // see [Config.Inventory]
	inputs  func() []byte // state of what reports depend on besides Go files
	watched bool          // the tool looks after itself
	notes   []string      // what else there is to know, each in one line
}

// Result is what a run found.
type Result struct {
	Packages int // packages that the patterns name
	// those of them that import a package which makes, checks or configures tokens
	Handling     int
	Reports      []Report           // sorted by position
	Entries      []inventory.Entry  // what was listed, sorted by position
	Failures     []load.Failure     // packages that could not be analysed
	Placeholders []load.Placeholder // what packages embed and do not have: they were analysed without
	Notes        []string           // what else there is to know, each in one line
	unanalysed   int
}

// Unanalysed returns how many of the packages were not analysed, and how many modules the go
// command had to do without.
func (r *Result) Unanalysed() (packages, modules int) {
	for _, f := range r.Failures {
		if f.Module != "" {
			modules++
		}
	}
	return r.unanalysed, modules
}

// Run analyses the packages that the patterns name. An error is about the request or the
// environment: nothing was analysed. Packages that do not load or compile are failures in the
// result and leave the others untouched.
func Run(ctx context.Context, c Config) (*Result, error) {
	if c.Note == nil {
		c.Note = func(string) {}
	}
	if len(c.Patterns) == 0 {
		c.Patterns = []string{"./..."}
	}
	if !c.Module.Checked() {
		if err := c.Module.Check(ctx); err != nil {
			return nil, err
		}
	}
	r := &run{loader: load.New(c.Module), flags: c.Flags, listing: c.Inventory}
	r.inputs = sync.OnceValue(r.state)
	defer r.loader.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	pkgs, vetted, err := r.load(ctx)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	} else if err != nil {
		return nil, err
	}
	sound, failures := r.loader.Sound(pkgs)
	if len(failures) > 0 { // go vet looks at nothing when one package does not load
		vetted = outcome{}
		if len(sound) > 0 {
			vetted = r.vet(ctx, sound)
		}
	}
	r.loader.Trace(ctx, pkgs, vetted.failures)
	vetted = r.withoutTests(ctx, pkgs, vetted, failures)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return r.result(pkgs, append(failures, r.loader.Without()...), vetted)
}

// load asks go list and go vet, again with substitutes for what keeps them from loading packages.
func (r *run) load(ctx context.Context) ([]load.Package, outcome, error) {
	var first error
	var plain []load.Package // packages without an overlay
	var answer outcome
	for {
		pkgs, vetted, err := r.ask(ctx)
		if ctx.Err() != nil {
			return nil, vetted, err
		}
		var said gocmd.Refusal
		switch {
		case errors.As(err, &said) && plain != nil: // the go command does not take the overlay
			r.loader.DropOverlay()
			return plain, answer, nil
		case errors.As(err, &said):
			if first == nil {
				first = err
			}
			if r.loader.LeaveOut(string(said)) {
				continue
			}
			return nil, vetted, first
		case err == nil && r.loader.Fill(ctx, pkgs):
			plain, answer = pkgs, vetted
			continue
		}
		return pkgs, vetted, err
	}
}

// ask asks go list and go vet side by side. Most of the time both have an answer. Where they write
// go.mod, one waits for the other.
func (r *run) ask(ctx context.Context) ([]load.Package, outcome, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if r.loader.WritesModFile() {
		pkgs, err := r.loader.List(ctx)
		if err != nil {
			return pkgs, outcome{}, err
		}
		return pkgs, r.vet(ctx, r.loader.Patterns), nil
	}
	var wait sync.WaitGroup
	var vetted outcome
	wait.Go(func() { vetted = r.vet(ctx, r.loader.Patterns) })
	pkgs, err := r.loader.List(ctx)
	if err != nil {
		cancel()
	}
	wait.Wait()
	return pkgs, vetted, err
}

// result puts together what go list and go vet said.
func (r *run) result(pkgs []load.Package, failures []load.Failure, vetted outcome) (*Result, error) {
	if gocmd.ExitCode(vetted.err) == 2 {
		return nil, errors.New("go vet refuses to run: " +
			gocmd.OneLine(strings.Join(vetted.rest, " ")))
	}
	if len(failures) == 0 && vetted.nothing() {
		return nil, fmt.Errorf(
			`go vet cannot start: %s; correct the environment, which "go env" shows`,
			gocmd.OneLine(strings.Join(vetted.rest, " ")))
	}
	failures = append(failures, vetted.failures...)
	if vetted.err != nil {
		for _, line := range vetted.rest {
			failures = append(failures, r.stray(pkgs, line))
		}
		if len(failures) == 0 && len(vetted.failed) == 0 {
			failures = []load.Failure{{Message: "go vet: " + vetted.err.Error()}}
		}
	}
	unanalysed := load.Importers(pkgs, failures)
	if vetted.err != nil && vetted.silent && len(vetted.rest) > 0 { // it looked at no package
		for _, p := range pkgs {
			unanalysed[p.ImportPath] = true
		}
	}
	for _, f := range vetted.failed {
		for _, p := range f.Packages {
			unanalysed[p] = true
		}
	}
	failures = append(failures, vetted.failed...)
	for i := range failures {
		failures[i].Message = r.loader.Short(failures[i].Message)
		if failures[i].Packages == nil {
			failures[i].Packages = []string{} // a list in JSON
		}
	}
	slices.SortStableFunc(failures, func(a, b load.Failure) int {
		return cmp.Or(slices.Compare(a.Packages, b.Packages), strings.Compare(a.Message, b.Message))
	})
	reports, entries := apart(tidy(r.used(vetted.reports), r.loader.Base()))
	res := &Result{
		Packages: len(pkgs), Failures: failures, unanalysed: len(unanalysed),
		Reports: reports, Entries: entries,
		Placeholders: r.loader.Placeholders(),
		Notes:        slices.Concat(r.loader.Notes(), r.notes, r.loader.LeftOut()),
	}
	for _, p := range pkgs {
		if handles(p, r.loader.TestImports) {
			res.Handling++
		}
	}
	for _, f := range failures { // something else is wrong with these
		res.Placeholders = slices.DeleteFunc(res.Placeholders,
			func(p load.Placeholder) bool { return slices.Contains(f.Packages, p.Package) })
	}
	return res, nil
}

// stray makes a failure of a line that go vet wrote about no package in particular.
func (r *run) stray(pkgs []load.Package, line string) load.Failure {
	var f load.Failure
	f.Message, f.Advice = gocmd.Advise(line)
	file, _, _ := strings.Cut(line, ":")
	dir, err := filepath.Abs(filepath.Join(r.loader.Dir, filepath.Dir(file)))
	for _, p := range pkgs {
		if err == nil && p.Dir == dir || strings.HasPrefix(line, "package "+p.ImportPath+" ") {
			f.Packages = []string{p.ImportPath}
		}
	}
	return f
}

// handles reports whether a package, or its tests where they count, imports one that makes, checks
// or configures tokens.
func handles(p load.Package, tests bool) bool {
	if slices.ContainsFunc(p.Imports, analyzers.HandlesTokens) {
		return true
	}
	return tests && (slices.ContainsFunc(p.TestImports, analyzers.HandlesTokens) ||
		slices.ContainsFunc(p.XTestImports, analyzers.HandlesTokens))
}
