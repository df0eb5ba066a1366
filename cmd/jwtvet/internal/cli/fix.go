package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/fixes"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// editing is what the flags -fix and -diff say.
type editing struct {
	fix, diff bool
	all       bool // fixes too that are right under a condition only
}

// choice is the value of one of the flags: true, false, or all.
type choice struct {
	on, all *bool
}

// String implements [flag.Value].
func (c choice) String() string { return "" }

// IsBoolFlag lets the flag stand without a value.
func (c choice) IsBoolFlag() bool { return true }

// Set implements [flag.Value].
func (c choice) Set(s string) error {
	if s != "true" && s != "false" && s != "all" {
		return errors.New("must be all, or stand alone")
	}
	*c.on = s != "false"
	*c.all = *c.all || s == "all"
	return nil
}

// define defines the flags.
func (e *editing) define(fs *flag.FlagSet) {
	fs.Var(choice{&e.fix, &e.all}, "fix",
		"apply suggested fixes; =all those too that the source alone does not show to be right")
	fs.Var(choice{&e.diff, &e.all}, "diff", "show what -fix would change, and change nothing")
}

// asked reports whether anything is to be done about fixes.
func (e editing) asked() bool { return e.fix || e.diff }

// checkEdits says what cannot be together with the flags.
func (o *options) checkEdits() error {
	if o.diff && o.formats.Printed() {
		return errors.New("-diff writes to the standard output: " +
			"write reports into a file with NAME=FILE")
	}
	return nil
}

// edit applies the fixes of a run, or shows what they would change. Where files have changed it looks
// again, as reports are elsewhere then.
func (c *Command) edit(
	ctx context.Context, opts options, run *render.Run, k known,
) (*render.Run, int) {
	plan := fixes.New(run, opts.request(ctx, run))
	if ctx.Err() != nil {
		return nil, c.ended(ctx)
	}
	for _, l := range plan.Left {
		c.say(l.String())
	}
	for _, needs := range slices.Sorted(maps.Keys(plan.Undecided)) {
		c.say(undecided(plan.Undecided[needs], needs))
	}
	if opts.editing.diff {
		diff, err := plan.Diff()
		if err == nil {
			_, err = io.WriteString(c.Stdout, render.Shown(c.Stdout, diff))
		}
		if err != nil {
			return nil, c.fail(err)
		}
		return run, Clean
	}
	changed, err := plan.Write()
	for _, name := range changed {
		c.say(name + " is not fixed: " + fixes.ErrChanged.Error())
	}
	if err != nil {
		return nil, c.fail(err)
	}
	n := plan.Files() - len(changed)
	if n == 0 {
		return run, Clean
	}
	c.say(fmt.Sprintf("changed %s to fix %s", render.Count(n, "file"),
		render.Count(plan.Fixed, "report")))
	if k.changes, err = opts.changed(ctx); ctx.Err() != nil { // lines are elsewhere now
		return nil, c.ended(ctx)
	} else if err != nil {
		return nil, c.fail(err)
	}
	return c.lookForNew(ctx, opts, k)
}

// request says which fixes of a run are wanted. With several modules each file belongs to one.
func (o *options) request(ctx context.Context, run *render.Run) fixes.Request {
	names := map[*options]func(string) string{}
	return fixes.Request{
		All: o.editing.all, Dir: o.Dir, Since: run.Started,
		Owns: func(path string) bool {
			m := o.of(path, o.Dir)
			return (m != o || o.modules == nil) && m.Module.Owns(path)
		},
		Package: func(path, importPath string) string {
			m := o.of(path, o.Dir)
			if names[m] == nil {
				names[m] = m.Module.PackageName(ctx)
			}
			return names[m](importPath)
		},
	}
}

// undecided says what keeps fixes from being applied.
func undecided(n int, needs string) string {
	what, them := "1 fix is right only", "it"
	if n > 1 {
		what, them = fmt.Sprintf("%d fixes are right only", n), "them"
	}
	return fmt.Sprintf("%s if %s: -diff=all shows %s, -fix=all applies %s", what, needs, them, them)
}
