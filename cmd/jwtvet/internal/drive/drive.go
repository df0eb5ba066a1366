// Package drive runs the analysis over packages through go vet, which brings the build cache, parallelism and facts
// from package to package, and gathers what it reports.
package drive

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Config says what to run.
type Config struct {
	Tool        string            // this program, for go vet to start
	Dir         string            // where the go command runs; "" for the current directory
	Env         []string          // environment of the go command; nil for that of this process
	Tags        string            // build tags
	Flags       []string          // flags of the analyzers, as go vet takes them
	Patterns    []string          // packages to look at; ./... when there are none
	TestImports bool              // count what test files import too
	Note        func(what string) // called with what takes time, from several goroutines; may be nil

	mod, work string // go.mod and go.work in use
	temp      string // where temporary files go
}

// Result is what a run found.
type Result struct {
	Packages int       // packages that the patterns name
	Handling int       // those of them that import a package which makes, checks or configures tokens
	Reports  []Report  // sorted by position
	Failures []Failure // packages that could not be analysed
}

// Failure is a defect that kept packages from being analysed.
type Failure struct {
	Packages  []string `json:"packages"`
	Analyzers []string `json:"analyzers,omitempty"` // that failed; none when the packages were not analysed at all
	Message   string   `json:"message"`             // one line
	Advice    string   `json:"advice,omitempty"`    // what to do, one line
	Importers int      `json:"importers,omitempty"` // packages left out because they import one of Packages
}

// Unanalysed returns how many packages the failures kept from being analysed.
func (r *Result) Unanalysed() int {
	n := 0
	for _, f := range r.Failures {
		n += max(1, len(f.Packages)) + f.Importers
	}
	return n
}

// Run analyses the packages that the patterns name. An error is about the request or the environment: nothing was
// analysed. Packages that do not load or compile are failures in the result and leave the others untouched.
func Run(ctx context.Context, c Config) (*Result, error) {
	if c.Note == nil {
		c.Note = func(string) {}
	}
	if len(c.Patterns) == 0 {
		c.Patterns = []string{"./..."}
	}
	if c.mod == "" && c.work == "" {
		if err := c.Check(ctx); err != nil {
			return nil, err
		}
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var wait sync.WaitGroup
	var vetted outcome
	wait.Go(func() { vetted = c.vet(ctx, c.Patterns) })
	pkgs, err := c.list(ctx)
	if err != nil {
		cancel()
	}
	wait.Wait()
	if err != nil {
		return nil, err
	}
	sound, failures := loaded(pkgs)
	if len(failures) > 0 { // go vet looks at nothing when one package does not load
		vetted = outcome{}
		if len(sound) > 0 {
			vetted = c.vet(ctx, sound)
		}
	}
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return c.result(pkgs, failures, vetted)
}

// result puts together what go list and go vet said.
func (c *Config) result(pkgs []listed, failures []Failure, vetted outcome) (*Result, error) {
	if exit := (*exec.ExitError)(nil); errors.As(vetted.err, &exit) && exit.ExitCode() == 2 {
		return nil, errors.New("go vet refuses to run: " + oneLine(strings.Join(vetted.rest, " ")))
	}
	if len(failures) == 0 && vetted.nothing() {
		return nil, fmt.Errorf(`go vet cannot start: %s; correct the environment, which "go env" shows`, oneLine(strings.Join(vetted.rest, " ")))
	}
	failures = append(failures, vetted.failures...)
	if vetted.err != nil {
		for _, line := range vetted.rest {
			failures = append(failures, c.stray(pkgs, line))
		}
		if len(failures) == 0 && len(vetted.failed) == 0 {
			failures = []Failure{{Message: "go vet: " + vetted.err.Error()}}
		}
	}
	importers(pkgs, failures)
	failures = append(failures, vetted.failed...)
	for i := range failures {
		failures[i].Message = shorten(failures[i].Message, c.Dir)
	}
	slices.SortStableFunc(failures, func(a, b Failure) int {
		return cmp.Or(slices.Compare(a.Packages, b.Packages), strings.Compare(a.Message, b.Message))
	})
	res := &Result{Packages: len(pkgs), Failures: failures, Reports: tidy(vetted.reports, c.Dir)}
	for _, p := range pkgs {
		if c.handles(p) {
			res.Handling++
		}
	}
	return res, nil
}

// stray makes a failure of a line that go vet wrote about no package in particular.
func (c *Config) stray(pkgs []listed, line string) Failure {
	var f Failure
	f.Message, f.Advice = advise(line)
	file, _, _ := strings.Cut(line, ":")
	dir, err := filepath.Abs(filepath.Join(c.Dir, filepath.Dir(file)))
	for _, p := range pkgs {
		if err == nil && p.Dir == dir || strings.HasPrefix(line, "package "+p.ImportPath+" ") {
			f.Packages = []string{p.ImportPath}
		}
	}
	return f
}

// importers counts for each failure the packages that go vet left out because they import, at any distance, one that
// failed. A package is counted once.
func importers(pkgs []listed, failures []Failure) {
	out := map[string]bool{}
	for _, f := range failures {
		for _, p := range f.Packages {
			out[p] = true
		}
	}
	for i := range failures {
		hit := slices.Clone(failures[i].Packages)
		for n := -1; n != len(hit); {
			n = len(hit)
			for _, p := range pkgs {
				if !out[p.ImportPath] && slices.ContainsFunc(p.Imports, func(s string) bool { return slices.Contains(hit, s) }) {
					out[p.ImportPath] = true
					hit = append(hit, p.ImportPath)
				}
			}
		}
		failures[i].Importers = len(hit) - len(failures[i].Packages)
	}
}
