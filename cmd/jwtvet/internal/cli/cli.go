// Package cli is the command line of jwtvet: subcommands, flags, exit codes, and the
// words for what went wrong.
package cli

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/completion"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/demo"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/help"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// Exit codes. Those of a run that a signal ended are [process.Ended]'s.
const (
	Clean    = 0 // nothing to report
	Reported = 1 // there are reports
	// wrong usage or environment: nothing was analysed, or the output cannot be written
	Usage    = 2
	Unloaded = 3 // packages could not be analysed, or not by every analyzer; there may be reports
)

// Command is one run of the program.
type Command struct {
	Args           []string // without the name of the program
	Tool           string   // this program, for go vet to start
	Stdout, Stderr io.Writer
	Color          bool // write colours to Stdout
	Annotate       bool // GitHub Actions runs the program

	said map[string]bool // lines that need not be said again
}

// New returns the command that args stand for, on the standard streams of this process.
func New(args []string) *Command {
	return &Command{
		Args:   args,
		Tool:   Self(),
		Stdout: os.Stdout,
		Stderr: os.Stderr,
		Color:  render.Colored(os.Stdout, os.Getenv),
		// https://docs.github.com/actions/reference/workflows-and-actions/variables
		Annotate: os.Getenv("GITHUB_ACTIONS") == "true",
	}
}

// Self returns the path of this program.
func Self() string {
	if tool, err := os.Executable(); err == nil {
		return tool
	}
	return os.Args[0]
}

// Run runs the command and returns its exit code.
func (c *Command) Run(ctx context.Context) int {
	args, run := c.Args, c.analyse
	if len(args) > 0 {
		if args[0] == completion.Ask { // whatever follows, a flag that asks for help included
			return c.complete(args[1:])
		}
		if help.Asked(args) {
			return c.help(slices.DeleteFunc(args[:1:1],
				func(a string) bool { return help.Command(a) == "" }))
		}
		switch args[0] {
		case "help":
			return c.help(args[1:])
		case "version", "-version", "--version":
			return c.version(args[1:])
		case "explain":
			return c.explain(args[1:])
		case "list":
			return c.list(args[1:])
		case "completion":
			return c.completion(args[1:])
		case "gopls":
			return c.gopls(ctx, args[1:])
		case "baseline":
			return c.baseline(ctx, args[1:])
		case "audit":
			return c.audit(ctx, args[1:])
		case "config":
			return c.config(ctx, args[1:])
		case "init":
			return c.init(ctx, args[1:])
		case "demo":
			args, run = args[1:], c.demo
		}
	}
	opts, err := parse(args)
	if errors.Is(err, flag.ErrHelp) {
		return c.help(nil)
	} else if err != nil {
		return c.fail(err)
	}
	return run(ctx, opts)
}

// analyse analyses packages and shows what comes out.
func (c *Command) analyse(ctx context.Context, opts options) int {
	opts.Tool = c.Tool
	if err := opts.settle(ctx); ctx.Err() != nil {
		return c.ended(ctx)
	} else if err != nil {
		return c.fail(err)
	}
	if c.Annotate && !opts.formats.Given() && !opts.diff {
		if err := opts.formats.Add("text,github"); err != nil {
			return c.fail(err)
		}
	}
	known, err := opts.known(ctx)
	if ctx.Err() != nil {
		return c.ended(ctx)
	} else if err != nil {
		return c.fail(err)
	}
	onlyDiff := opts.diff && !opts.formats.Given()
	if err := opts.formats.Open(opts.beside); err != nil {
		return c.fail(err)
	}
	run, code := c.lookForNew(ctx, opts, known)
	if run != nil && opts.asked() {
		run, code = c.edit(ctx, opts, run, known)
	}
	if run == nil {
		return code
	}
	if known.baseline != nil {
		c.remind(known.baseline, opts, run)
	}
	if onlyDiff {
		return opts.outcome(run)
	}
	if err := opts.formats.Write(c.Stdout, c.Color, run); err != nil {
		return c.fail(err)
	}
	return opts.outcome(run)
}

// result analyses packages and says what could not be; nil where it does not come to its end, with
// the exit code.
func (c *Command) result(ctx context.Context, opts options) (*drive.Result, int) {
	progress := render.NewProgress(c.Stderr, "jwtvet: analysing")
	opts.Note = func(what string) { progress.Note("jwtvet: " + what) }
	res, err := opts.run(ctx)
	progress.Stop()
	if ctx.Err() != nil {
		return nil, c.ended(ctx)
	} else if err != nil {
		return nil, c.fail(err)
	}
	c.remarks(res)
	return res, 0
}

// look analyses packages and says what there is to know besides reports. Where it does not come to
// its end, there is an exit code only.
func (c *Command) look(ctx context.Context, opts options) (*render.Run, int) {
	began := time.Now()
	res, code := c.result(ctx, opts)
	if res == nil {
		return nil, code
	}
	run := render.NewRun(res, opts.Dir, release())
	run.Started, run.Ended = began, time.Now()
	for _, r := range run.Rules {
		r.Severity = cmp.Or(opts.merged.Severities[r.ID], r.Severity)
	}
	return run, Clean
}

// remarks says what there is to know about a run besides its reports.
func (c *Command) remarks(res *drive.Result) {
	for _, note := range res.Notes {
		c.say(note)
	}
	for _, p := range res.Placeholders {
		c.say(render.Placeholder(p))
	}
	for _, f := range res.Failures {
		c.say(render.Failure(f))
	}
}

// outcome returns the exit code of a run, whatever the formats are.
func (o *options) outcome(run *render.Run) int {
	switch {
	case len(run.Failures) > 0:
		return Unloaded
	case slices.ContainsFunc(run.Shown(), o.fails):
		return Reported
	}
	return Clean
}

// demo analyses the service that comes with the program. Its reports are what was asked
// for, so they are no failure.
func (c *Command) demo(ctx context.Context, opts options) int {
	if opts.Dir != "" || len(opts.Patterns) > 0 {
		return c.fail(errors.New("demo takes no directory and no packages: leave them out"))
	}
	if opts.fix && !opts.diff {
		return c.fail(errors.New("demo changes no files: -diff shows what fixes would change"))
	}
	dir, err := demo.Write()
	if err != nil {
		return c.fail(err)
	}
	defer os.RemoveAll(dir)
	c.Annotate = false // its files are in no repository
	opts.Dir, opts.Env = dir, append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	return clean(c.analyse(ctx, opts))
}

// clean makes a success of reports.
func clean(code int) int {
	if code == Reported {
		return Clean
	}
	return code
}

// ended says what ended the run before there was anything to show.
func (c *Command) ended(ctx context.Context) int {
	e, ok := process.Signal(ctx)
	if !ok {
		return c.fail(context.Cause(ctx))
	}
	c.say(e.Error())
	return e.Code()
}

// fail says what is wrong in one line.
func (c *Command) fail(err error) int {
	c.say(err.Error())
	return Usage
}

// say says a line to people, once.
func (c *Command) say(line string) {
	if !c.said[line] {
		fmt.Fprintln(c.Stderr, "jwtvet: "+render.Visible(line))
	}
	if c.said == nil {
		c.said = map[string]bool{}
	}
	c.said[line] = true
}
