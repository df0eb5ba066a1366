package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/aside"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/internal/config"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// config says what is wrong with the settings of a module, what they are, or what they can be.
func (c *Command) config(ctx context.Context, args []string) int {
	if len(args) > 0 && args[0] == "help" {
		return c.help([]string{"config"})
	}
	verbs := map[string]func(*options) error{
		"check": c.checkSettings, "show": c.showSettings,
	}
	if len(args) == 1 && args[0] == "schema" {
		c.Stdout.Write(settings.Schema())
		return Clean
	}
	if len(args) == 0 || verbs[args[0]] == nil {
		return c.fail(errors.New(
			`use "jwtvet config check", "jwtvet config show" or "jwtvet config schema"`))
	}
	return c.located(ctx, "config", args[1:], func(o *options) error {
		if err := o.settle(ctx); err != nil {
			return err
		}
		return verbs[args[0]](o)
	})
}

// located finds the module that flags are about, and does something with it.
func (c *Command) located(
	ctx context.Context, command string, args []string, do func(*options) error,
) int {
	opts, err := parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return c.help([]string{command})
	case err == nil && len(opts.Patterns) > 0:
		err = fmt.Errorf("%s is about the whole module: leave the packages out", command)
	case err == nil && opts.all:
		err = fmt.Errorf("%s is about one module: name it with -C in place of -all-modules", command)
	}
	if err != nil {
		return c.fail(err)
	}
	opts.Tool = c.Tool
	if err = opts.Module.Check(ctx); err == nil {
		err = do(&opts)
	}
	switch {
	case ctx.Err() != nil:
		return c.ended(ctx)
	case err != nil:
		return c.fail(err)
	}
	return Clean
}

// checkSettings says that the settings have been read.
func (c *Command) checkSettings(o *options) error {
	said := o.file() + " is valid"
	if o.file() == "" {
		said = `there is no ` + config.Name + ` here: "jwtvet init" writes one`
	}
	fmt.Fprintln(c.Stdout, render.Visible(said))
	return nil
}

// showSettings writes the settings that hold, as a file.
func (c *Command) showSettings(o *options) error {
	data, err := o.merged.Bytes()
	if err != nil {
		return err
	}
	from := o.file()
	if from == "" {
		from = "no " + config.Name
	}
	fmt.Fprintf(c.Stdout, "# what holds with %s and the flags that were given\n%s",
		render.Visible(from), data)
	return nil
}

// file returns the file of settings that holds, as people call it; "" for none.
func (o *options) file() string {
	if file, err := config.Find(o.Module.Roots()); err == nil && file != "" {
		return load.Relative(file, o.Dir)
	}
	return ""
}

// init writes the first file of settings of a module.
func (c *Command) init(ctx context.Context, args []string) int {
	if len(args) > 0 && args[0] == "help" {
		return c.help([]string{"init"})
	}
	return c.located(ctx, "init", args, func(o *options) error {
		path := filepath.Join(o.root(), config.Name)
		name := load.Relative(path, o.Dir)
		if _, err := os.Lstat(path); err == nil {
			return fmt.Errorf(`%s is there already: "jwtvet config show" shows what it says`, name)
		}
		file, err := aside.Find("", path)
		if err == nil {
			err = file.Write(settings.First())
		}
		if err != nil {
			return fmt.Errorf("cannot write %s: %w", name, bare(err))
		}
		fmt.Fprintln(c.Stdout, render.Visible(name+" has every setting at its default: "+
			`"jwtvet config check" checks what you change`))
		return nil
	})
}

// bare returns what is wrong with a file, without its name.
func bare(err error) error {
	if e := (*os.PathError)(nil); errors.As(err, &e) {
		return e.Err
	}
	return err
}
