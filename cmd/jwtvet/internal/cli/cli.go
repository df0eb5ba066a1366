// Package cli is the command line of jwtvet: flags, subcommands, exit codes.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/demo"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// Exit codes.
const (
	exitClean   = 0
	exitReports = 1
	exitUsage   = 2
	exitLoad    = 3
)

const usage = `jwtvet finds where a Go program makes, keeps, sends or believes a JSON Web Token in a way an attacker can use.

usage: jwtvet [flags] [packages]    analyse packages, ./... when none are named
       jwtvet demo                  analyse a small vulnerable service that comes with the program
       jwtvet version

flags:
  -C dir       change to dir first
  -tests       report test files too
  -json        print one JSON document: packages, handling, reports, failures
  -NAME        run only the analyzer NAME, -NAME=false leaves it out: %s

exit: 0 nothing to report, 1 reports, 2 wrong usage, 3 packages that could not be loaded
`

// Command is one run of the program.
type Command struct {
	Args           []string
	Stdout, Stderr io.Writer
	Env            []string
}

// New returns the command that args, without the program's name, stand for, on the standard streams of this process.
func New(args []string) *Command {
	return &Command{Args: args, Stdout: os.Stdout, Stderr: os.Stderr, Env: os.Environ()}
}

// options are what the flags say.
type options struct {
	drive.Options
	json bool
}

// Run runs the command and returns its exit code.
func (c *Command) Run(ctx context.Context) int {
	if len(c.Args) > 0 {
		switch c.Args[0] {
		case "help":
			c.usage(c.Stdout)
			return exitClean
		case "version":
			fmt.Fprintln(c.Stdout, "jwtvet", version())
			return exitClean
		case "demo":
			return c.demo(ctx, c.Args[1:])
		}
	}
	opts, err := c.parse(c.Args)
	if errors.Is(err, flag.ErrHelp) {
		c.usage(c.Stdout)
		return exitClean
	} else if err != nil {
		return c.fail(fmt.Errorf("%w; run jwtvet -h for help", err))
	}
	return c.analyse(ctx, opts)
}

// parse reads the flags.
func (c *Command) parse(args []string) (options, error) {
	opts := options{Options: drive.Options{Env: c.Env}}
	fs := flag.NewFlagSet("jwtvet", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&opts.Dir, "C", "", "")
	fs.BoolVar(&opts.json, "json", false, "")
	tests := fs.Bool("tests", false, "")
	for _, a := range analyzers.All {
		fs.BoolFunc(a.Name, "", func(v string) error {
			opts.Flags = append(opts.Flags, "-"+a.Name+"="+v)
			return nil
		})
	}
	if err := fs.Parse(args); err != nil {
		return opts, err
	}
	if *tests {
		for _, a := range analyzers.All {
			opts.Flags = append(opts.Flags, "-"+a.Name+".tests")
		}
	}
	opts.Patterns = fs.Args()
	if i := slices.IndexFunc(opts.Patterns, func(p string) bool { return strings.HasPrefix(p, "-") }); i >= 0 {
		return opts, fmt.Errorf("flag %s stands after the packages: put it before them", opts.Patterns[i])
	}
	return opts, nil
}

// analyse runs the analysis and prints what it found.
func (c *Command) analyse(ctx context.Context, opts options) int {
	done := render.Progress(c.Stderr, "jwtvet: analysing")
	result, err := drive.Run(ctx, opts.Options)
	done()
	if err != nil {
		return c.fail(err)
	}
	if opts.json {
		err = render.JSON(c.Stdout, result)
	} else {
		err = render.Text(c.Stdout, result, render.Style{Color: render.Colored(c.Stdout, c.Env)})
	}
	if err != nil {
		return c.fail(err)
	}
	for _, f := range result.Failures {
		fmt.Fprintf(c.Stderr, "jwtvet: %s could not be analysed: %s\n", f.Package, f.Message)
	}
	switch {
	case len(result.Failures) > 0:
		return exitLoad
	case len(result.Reports) > 0:
		return exitReports
	}
	return exitClean
}

// demo analyses the service that comes with the program.
func (c *Command) demo(ctx context.Context, args []string) int {
	opts, err := c.parse(args)
	if err != nil {
		return c.fail(err)
	}
	dir, err := demo.Write()
	if err != nil {
		return c.fail(err)
	}
	defer os.RemoveAll(dir)
	fmt.Fprint(c.Stderr, "jwtvet: analysing a small vulnerable service; its library comes through the module proxy on first use\n")
	opts.Dir = dir
	if code := c.analyse(ctx, opts); code > exitReports {
		return code
	}
	return exitClean
}

func (c *Command) usage(w io.Writer) {
	var names []string
	for _, a := range analyzers.All {
		names = append(names, a.Name)
	}
	fmt.Fprintf(w, usage, strings.Join(names, ", "))
}

func (c *Command) fail(err error) int {
	fmt.Fprintln(c.Stderr, "jwtvet:", err)
	return exitUsage
}
