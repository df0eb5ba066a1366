package cli

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"

	"golang.org/x/mod/modfile"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/audit"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/since"
	"github.com/jwtvet/jwtvet/internal/inventory"
	"github.com/jwtvet/jwtvet/internal/regular"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// auditing is what flags say of an audit.
type auditing struct {
	formats *audit.Set
	diff    string // the revision since which changes are shown
}

// define defines the flags that only an audit has.
func (a *auditing) define(fs *flag.FlagSet) {
	fs.StringVar(&a.diff, "diff", "", "show what has changed since git `revision`")
}

// audit shows what a program does with tokens, and which items of a checklist that shows.
func (c *Command) audit(ctx context.Context, args []string) int {
	if len(args) > 0 && args[0] == "help" {
		return c.help([]string{"audit"})
	}
	opts, err := options{audit: &auditing{formats: audit.NewSet()}}.parse(args)
	if errors.Is(err, flag.ErrHelp) {
		return c.help([]string{"audit"})
	} else if err != nil {
		return c.fail(err)
	}
	if opts.given["diff"] && opts.audit.diff == "" { // a variable that is not set, most of the time
		return c.fail(errors.New("-diff names no revision"))
	}
	opts.Tool, opts.Inventory = c.Tool, true
	opts.thorough()
	plain := opts // before settings are read
	if err := opts.settle(ctx); ctx.Err() != nil {
		return c.ended(ctx)
	} else if err != nil {
		return c.fail(err)
	}
	if err := opts.audit.formats.Open(opts.beside); err != nil {
		return c.fail(err)
	}
	made, code := c.inspect(ctx, opts)
	if made == nil {
		return code
	}
	if opts.audit.diff != "" {
		earlier, before := c.inspectEarlier(ctx, plain, made)
		if earlier == nil {
			return before
		}
		code = max(code, before)
	}
	if err := opts.audit.formats.Write(c.Stdout, c.Color, made); err != nil {
		return c.fail(err)
	}
	return code
}

// thorough switches on all that is reported, unless flags say otherwise: an audit is about good
// practice too, and about what the deployment may settle.
func (o *options) thorough() {
	for name, value := range map[string]string{
		"strict": "true", "advice": "true", "access-life": "1h",
	} {
		if o.changes[name] == nil && o.changes["profile"] == nil {
			o.changes[name] = settings.Find(name).Flag(value)
		}
	}
}

// inspect makes an audit; nil where there is none, with the exit code.
func (c *Command) inspect(ctx context.Context, opts options) (*audit.Audit, int) {
	res, code := c.result(ctx, opts)
	if res == nil {
		return nil, code
	}
	a := audit.New(res.Entries, contradictions(res, opts.Dir))
	a.Tool, a.Title = "jwtvet "+release(), opts.title()
	a.Packages, a.Handling = res.Packages, res.Handling
	a.Unanalysed, _ = res.Unanalysed()
	for _, f := range res.Failures {
		a.Failures = append(a.Failures, render.Failure(f))
	}
	if len(res.Failures) > 0 {
		return a, Unloaded
	}
	return a, Clean
}

// inspectEarlier audits the revision that the flag names and adds to an audit what has changed since.
func (c *Command) inspectEarlier(
	ctx context.Context, opts options, now *audit.Audit,
) (earlier *audit.Audit, code int) {
	rev := opts.audit.diff
	tree, err := since.Checkout(ctx, c.Tool, opts.Dir, rev, "-diff")
	if ctx.Err() != nil {
		return nil, c.ended(ctx)
	} else if err != nil {
		return nil, c.fail(err)
	}
	defer tree.Remove(ctx)
	opts.Dir = tree.Dir
	if err := opts.settle(ctx); ctx.Err() != nil {
		return nil, c.ended(ctx)
	} else if err != nil {
		return nil, c.fail(fmt.Errorf("at %s: %w", rev, err))
	}
	if earlier, code = c.inspect(ctx, opts); earlier != nil {
		now.Diff = audit.Compare(earlier, now)
		now.Diff.Revision, now.Diff.Commit = rev, tree.Commit
	}
	return earlier, code
}

// contradictions returns the reports of a run that no directive ignores.
func contradictions(res *drive.Result, dir string) []audit.Report {
	var out []audit.Report
	for _, f := range render.NewRun(res, dir, release()).Shown() {
		out = append(out, audit.Report{
			Category: f.Category, Severity: f.Severity, Message: f.Message, URL: f.Rule.URL,
			Position: inventory.Position(f.Position),
		})
	}
	return out
}

// title names what is looked at: the module, or the folder with several.
func (o *options) title() string {
	if mod, _ := o.Module.Files(); mod != "" {
		if data, err := regular.Read(mod, regular.Limit); err == nil {
			if path := modfile.ModulePath(data); path != "" {
				return path
			}
		}
	}
	dir, err := filepath.Abs(cmp.Or(o.Dir, "."))
	if err != nil {
		return o.Dir
	}
	return filepath.Base(dir)
}
