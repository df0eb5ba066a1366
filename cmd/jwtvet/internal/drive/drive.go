// Package drive runs the analysis over packages through go vet, which brings the build cache,
// parallelism and facts from package to package, and gathers what it reports.
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
	Tool        string   // this program, for go vet to start
	Dir         string   // where the go command runs; "" for the current directory
	Env         []string // environment of the go command; nil for that of this process
	Tags        string   // build tags
	Flags       []string // flags of the analyzers, as go vet takes them
	Patterns    []string // packages to look at; ./... when there are none
	TestImports bool     // count what test files import too
	// folder to which the names of files in the result are relative, where it is not Dir
	Beside string
	// called with what takes time, from several goroutines; may be nil
	Note func(what string)

	given
	substitutes
	watched bool // the tool looks after itself
}

// given is what the go command says of its environment.
type given struct {
	mod, work, modcache string // go.mod and go.work in use; the module cache
	goversion, goflags  string
	temp                string        // where temporary files go
	inputs              func() []byte // state of what reports depend on besides Go files
}

// substitutes are what is given to the go command in place of files of the module, so that
// it loads more than it would.
type substitutes struct {
	folder                     string            // where all of them are
	overlay, modfile, workfile string            // "" for none
	replaced                   map[string]string // what the overlay says
	placeholders               []Placeholder
	lost                       []lost
	without                    []Failure // modules that are left out although they are asked for
	notes                      []string
	round                      int
}

// Result is what a run found.
type Result struct {
	Packages int // packages that the patterns name
	// those of them that import a package which makes, checks or configures tokens
	Handling     int
	Reports      []Report      // sorted by position
	Failures     []Failure     // packages that could not be analysed
	Placeholders []Placeholder // what packages embed and do not have: they were analysed without
	Notes        []string      // what else there is to know, each in one line
	unanalysed   int
}

// Failure is a defect that kept packages from being analysed.
type Failure struct {
	Module   string   `json:"module,omitempty"` // of which nothing was analysed
	Packages []string `json:"packages"`
	// that failed; none when the packages were not analysed at all
	Analyzers []string `json:"analyzers,omitempty"`
	Message   string   `json:"message"`          // one line
	Advice    string   `json:"advice,omitempty"` // what to do, one line
	// packages left out because they import one of Packages
	Importers int `json:"importers,omitempty"`
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
	if c.mod == "" && c.work == "" {
		if err := c.Check(ctx); err != nil {
			return nil, err
		}
	}
	c.Patterns = c.spread(c.Patterns)
	c.inputs = sync.OnceValue(c.state)
	defer c.clear()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	pkgs, vetted, err := c.load(ctx)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	} else if err != nil {
		return nil, err
	}
	sound, failures := c.loaded(pkgs)
	if len(failures) > 0 { // go vet looks at nothing when one package does not load
		vetted = outcome{}
		if len(sound) > 0 {
			vetted = c.vet(ctx, sound)
		}
	}
	vetted = c.withoutTests(ctx, pkgs, vetted)
	c.trace(ctx, pkgs, vetted.failures)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return c.result(pkgs, append(failures, c.without...), vetted)
}

// load asks go list and go vet, again with substitutes for what keeps them from loading packages.
func (c *Config) load(ctx context.Context) ([]listed, outcome, error) {
	var first error
	var plain []listed // packages without an overlay
	var answer outcome
	for {
		pkgs, vetted, err := c.ask(ctx)
		if ctx.Err() != nil {
			return nil, vetted, err
		}
		var said refusal
		switch {
		case errors.As(err, &said) && plain != nil: // the go command does not take the overlay
			c.overlay, c.placeholders, c.replaced = "", nil, nil
			return plain, answer, nil
		case errors.As(err, &said):
			if first == nil {
				first = err
			}
			if c.leaveOut(string(said)) {
				continue
			}
			return nil, vetted, first
		case err == nil && c.fill(ctx, pkgs):
			plain, answer = pkgs, vetted
			continue
		}
		return pkgs, vetted, err
	}
}

// ask asks go list and go vet side by side. Most of the time both have an answer.
func (c *Config) ask(ctx context.Context) ([]listed, outcome, error) {
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
	return pkgs, vetted, err
}

// result puts together what go list and go vet said.
func (c *Config) result(pkgs []listed, failures []Failure, vetted outcome) (*Result, error) {
	if exit := (*exec.ExitError)(nil); errors.As(vetted.err, &exit) && exit.ExitCode() == 2 {
		return nil, errors.New("go vet refuses to run: " + oneLine(strings.Join(vetted.rest, " ")))
	}
	if len(failures) == 0 && vetted.nothing() {
		return nil, fmt.Errorf(
			`go vet cannot start: %s; correct the environment, which "go env" shows`,
			oneLine(strings.Join(vetted.rest, " ")))
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
	unanalysed := importers(pkgs, failures)
	for _, f := range vetted.failed {
		for _, p := range f.Packages {
			unanalysed[p] = true
		}
	}
	failures = append(failures, vetted.failed...)
	for i := range failures {
		failures[i].Message = c.short(failures[i].Message)
		if failures[i].Packages == nil {
			failures[i].Packages = []string{} // a list in JSON
		}
	}
	slices.SortStableFunc(failures, func(a, b Failure) int {
		return cmp.Or(slices.Compare(a.Packages, b.Packages), strings.Compare(a.Message, b.Message))
	})
	res := &Result{Packages: len(pkgs), Failures: failures, Reports: tidy(vetted.reports, c.beside())}
	res.Placeholders, res.Notes, res.unanalysed = c.placeholders,
		append(c.notes, c.leftOut()...), len(unanalysed)
	for _, p := range pkgs {
		if c.handles(p) {
			res.Handling++
		}
	}
	for _, f := range failures { // something else is wrong with these
		res.Placeholders = slices.DeleteFunc(res.Placeholders,
			func(p Placeholder) bool { return slices.Contains(f.Packages, p.Package) })
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
