package cli

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/aside"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/baseline"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// baseline writes, prunes or shows the list of reports that are known.
func (c *Command) baseline(ctx context.Context, args []string) int {
	if len(args) > 0 && args[0] == "help" {
		return c.help([]string{"baseline"})
	}
	verbs := map[string]func(context.Context, options) int{
		"write": c.write, "prune": c.prune, "show": c.show,
	}
	if len(args) == 0 || verbs[args[0]] == nil {
		return c.fail(errors.New(
			`use "jwtvet baseline write", "jwtvet baseline prune" or "jwtvet baseline show"`))
	}
	opts, err := parse(args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
		return c.help([]string{"baseline"})
	case err != nil:
		return c.fail(err)
	case len(opts.Patterns) > 0:
		return c.fail(fmt.Errorf("baseline %s is about the whole module: leave the packages out",
			args[0]))
	case opts.formats.Given():
		return c.fail(fmt.Errorf("baseline %s writes no reports: leave -format and -json out",
			args[0]))
	case opts.newFrom != "":
		return c.fail(fmt.Errorf("baseline %s is about all reports: leave -new-from out", args[0]))
	case opts.asked():
		return c.fail(fmt.Errorf("baseline %s fixes nothing: leave -fix and -diff out", args[0]))
	}
	opts.Tool = c.Tool
	if err := opts.settle(ctx); ctx.Err() != nil {
		return c.ended(ctx)
	} else if err != nil {
		return c.fail(err)
	}
	return verbs[args[0]](ctx, opts)
}

// list returns the file of known reports, as an absolute path and as people call it.
func (o *options) list() (file, name string) {
	file = o.baseline
	if file == "" {
		file = filepath.Join(o.root(), baseline.Name)
		return file, load.Relative(file, o.Dir)
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(o.beside, file)
	}
	return file, o.baseline
}

// root returns the folder that the whole module is below, or all modules that are asked for.
func (o *options) root() string {
	if o.modules != nil {
		return o.settings
	}
	if dirs := o.Module.Roots(); len(dirs) > 0 {
		return dirs[0]
	}
	return o.Dir
}

// write lists all reports.
func (c *Command) write(ctx context.Context, opts options) int {
	_, name := opts.list()
	return c.rewrite(ctx, opts, func(run *render.Run) (*baseline.Baseline, string) {
		b := baseline.New(run, name, opts.with())
		return b, fmt.Sprintf(`%s lists %s: "jwtvet -baseline %s" reports what is new`, name,
			render.Count(len(b.Entries), "report"), name)
	})
}

// prune takes out of the list what is no longer reported.
func (c *Command) prune(ctx context.Context, opts options) int {
	known, err := baseline.Read(opts.list())
	if err != nil {
		return c.fail(err)
	}
	if off := opts.lacks(known); off != "" {
		return c.fail(fmt.Errorf("%s was written with %s on: give -%s too", known.Name, off, off))
	}
	return c.rewrite(ctx, opts, func(run *render.Run) (*baseline.Baseline, string) {
		before := len(known.Entries)
		known.Hide(run)
		known.Prune(opts.reports)
		return known, fmt.Sprintf("%s lists %s, %d less", known.Name,
			render.Count(len(known.Entries), "report"), before-len(known.Entries))
	})
}

// rewrite analyses the whole module and writes the list that is made of it. A part of the module
// would make a list that lacks the rest.
func (c *Command) rewrite(
	ctx context.Context, opts options, list func(*render.Run) (*baseline.Baseline, string),
) int {
	path, name := opts.list()
	file, err := aside.Find("", path)
	if err != nil {
		return c.fail(fmt.Errorf("cannot write baseline %s: %w", name, errors.Unwrap(err)))
	}
	opts.Dir = opts.root()
	run, code := c.look(ctx, opts)
	if run == nil {
		return code
	}
	if len(run.Failures) > 0 {
		c.say(name + " is not written, since not everything was analysed")
		return Unloaded
	}
	b, said := list(run)
	data, err := b.Bytes()
	if err == nil {
		err = file.Write(data)
	}
	if err != nil {
		return c.fail(fmt.Errorf("cannot write baseline %s: %w", name, err))
	}
	fmt.Fprintln(c.Stdout, render.Visible(said))
	return Clean
}

// show writes what is in the list.
func (c *Command) show(_ context.Context, opts options) int {
	known, err := baseline.Read(opts.list())
	if err != nil {
		return c.fail(err)
	}
	for _, e := range known.Entries {
		fmt.Fprintf(c.Stdout, "%s: %s: %s\n",
			render.Visible(e.File), render.Visible(e.Category), render.Visible(e.Message))
	}
	fmt.Fprintln(c.Stdout, render.Visible(render.Count(len(known.Entries), "report")+" in "+
		known.Name))
	return Clean
}

// remind says how many entries of the list match no report, where the run looked at everything.
func (c *Command) remind(known *baseline.Baseline, opts options, run *render.Run) {
	if len(run.Failures) > 0 || !opts.whole() || opts.lacks(known) != "" {
		return
	}
	if n := known.Stale(opts.reports); n > 0 {
		c.say(fmt.Sprintf(`%s lists %s no longer found: "jwtvet baseline prune" takes them out`,
			known.Name, render.Count(n, "report")))
	}
}

// whole reports whether a run looks at all that a module has.
func (o *options) whole() bool {
	for _, p := range o.Patterns {
		if p != "./..." {
			return false
		}
	}
	here, err := filepath.Abs(o.Dir)
	return err == nil && (o.root() == here || load.Relative(o.root(), here) == "./.")
}

// with returns the names of the settings that report more and are on.
func (o *options) with() []string {
	var on []string
	for _, of := range append([]*options{o}, o.modules...) {
		for name, is := range map[string]bool{
			"tests": of.merged.Tests, "strict": of.merged.Strict, "advice": of.merged.Advice,
		} {
			if is && !slices.Contains(on, name) {
				on = append(on, name)
			}
		}
	}
	slices.Sort(on)
	return on
}

// lacks returns a setting that was on when a list was written, and is off; "" for none.
func (o *options) lacks(b *baseline.Baseline) string {
	on := o.with()
	for _, name := range b.With {
		if !slices.Contains(on, name) {
			return name
		}
	}
	return ""
}

// reports says whether a run with these settings can report an entry: its category is on, and its
// severity and path are asked for.
func (o *options) reports(e baseline.Entry) bool {
	owner := analyzers.Owner(e.Category)
	analyzer := cmp.Or(owner, "jwtvet") // of reports about ignore directives
	if o.off(e.Category) || owner != "" && o.off(owner) {
		return false
	}
	root := load.Repository(o.Dir)
	of := o.of(e.File, root)
	_, reported := of.merged.Judge(analyzer, e.Category,
		drive.Severity(analyzer, e.Category, e.Message, e.File), of.below(e.File, root))
	return reported
}

// off reports whether the analyzer or category of a name is off, or may be.
func (o *options) off(name string) bool {
	return o.merged.Off(name) || slices.ContainsFunc(analyzers.All,
		func(a *analysis.Analyzer) bool { return o.given[a.Name] || o.given[a.Name+".disable"] })
}
