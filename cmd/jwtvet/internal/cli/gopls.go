package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gopls"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// gopls builds a gopls with the analyzers, or says whether one is current.
func (c *Command) gopls(ctx context.Context, args []string) int {
	var file string
	fs := flag.NewFlagSet("gopls", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&file, "o", "", "")
	const usage = `use "jwtvet gopls install" or "jwtvet gopls check", with -o file for another location`
	if len(args) > 0 && args[0] == "help" {
		return c.help([]string{"gopls"})
	}
	if len(args) == 0 || args[0] != "install" && args[0] != "check" {
		return c.fail(errors.New(usage))
	}
	if err := fs.Parse(args[1:]); err != nil || fs.NArg() > 0 {
		return c.fail(fmt.Errorf(`gopls %s takes the flag -o file and nothing else`, args[0]))
	}
	var built *gopls.Build
	var err error
	if args[0] == "check" {
		built, err = gopls.Tool(c.Tool).Check(ctx, file)
	} else {
		progress := render.NewProgress(c.Stderr, "jwtvet: building gopls "+gopls.Version)
		built, err = gopls.Tool(c.Tool).Install(ctx, file)
		progress.Stop()
	}
	switch {
	case ctx.Err() != nil:
		return c.ended(ctx)
	case errors.Is(err, gopls.ErrStale):
		c.say(err.Error())
		return Reported
	case err != nil:
		return c.fail(err)
	}
	fmt.Fprintln(c.Stdout, render.Visible(built.String()))
	return Clean
}
