package cli

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/formats"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/timings"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/unit"
	"github.com/jwtvet/jwtvet/internal/config"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// options are what the flags and arguments say.
type options struct {
	drive.Config
	changes  changes         // of the settings, by flags
	given    map[string]bool // names of the flags that were given
	json     bool
	formats  *formats.Set
	audit    *auditing // nil for other commands
	beside   string    // what names of files to write are relative to
	baseline string    // file of reports that are known
	newFrom  string    // revision since which reports count
	merged   settings.Settings
	editing
	settings string     // the folder whose settings hold: paths in them are relative to it
	all      bool       // look at all modules in the folder and below it
	modules  []*options // one for each of them, with the settings that hold there
}

// parse reads flags and packages.
func parse(args []string) (options, error) { return options{}.parse(args) }

// parse is parse for a command with flags of its own.
func (opts options) parse(args []string) (options, error) {
	opts.formats = formats.New()
	fs := opts.set()
	if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
		return opts, err
	} else if err != nil {
		return opts, explain(err, fs)
	}
	opts.Patterns, opts.beside = fs.Args(), opts.Dir
	if i := slices.IndexFunc(opts.Patterns,
		func(p string) bool { return strings.HasPrefix(p, "-") }); i >= 0 {
		return opts, fmt.Errorf("flag %s follows a package: flags come first", opts.Patterns[i])
	}
	opts.given = map[string]bool{}
	fs.Visit(func(f *flag.Flag) { opts.given[f.Name] = true })
	if opts.json && opts.outputs().Given() {
		return opts, errors.New("-json is -format json: give one of them")
	} else if opts.json {
		if err := opts.outputs().Add("json"); err != nil {
			return opts, err
		}
	}
	if err := opts.checkEdits(); err != nil {
		return opts, err
	}
	var s settings.Settings
	return opts, opts.changes.apply(&s)
}

// settle joins the settings of the module's file with the flags, which win,
// and hands both on to go vet.
func (o *options) settle(ctx context.Context) error {
	if o.all {
		return o.settleAll(ctx)
	}
	if err := o.locate(ctx); err != nil {
		return err
	}
	file, err := config.Find(o.Module.Roots())
	if err != nil {
		return err
	}
	var s settings.Settings
	o.settings = o.root()
	if file != "" {
		o.settings = filepath.Dir(file)
		if s, err = config.Read(file, load.Relative(file, cmp.Or(o.Beside, o.Dir))); err != nil {
			return err
		}
	}
	if err := o.changes.apply(&s); err != nil {
		return err
	}
	o.TestImports, o.merged = s.Tests, s
	o.Flags = append(s.Args(), o.Flags...) // the last one of a name holds
	return nil
}

// set returns the flags of the command, and those of every analyzer, which are handed on to go vet.
func (o *options) set() *flag.FlagSet {
	fs := flag.NewFlagSet("jwtvet", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&o.Dir, "C", "", "change to `dir` before anything else")
	o.changes.define(fs)
	fs.Func("format", "comma-separated `list` of formats: NAME goes to the standard output, "+
		"NAME=FILE to a file", func(list string) error { return o.outputs().Add(list) })
	if o.audit != nil {
		o.audit.define(fs)
	} else {
		o.defineForReports(fs)
	}
	fs.BoolVar(&o.json, "json", false, "the same as -format json")
	fs.Var(&handedOn{to: o, name: unit.TimeoutFlag, check: &span{}}, unit.TimeoutFlag,
		"most CPU `time` for one analyzer on one package, 1m when not given; 0 is no limit")
	fs.BoolVar(&o.all, "all-modules", false,
		"analyse all modules in the directory and below it, each with its settings")
	fs.StringVar(&o.Tags, "tags", "", "comma-separated `list` of build tags")
	fs.Func(timings.Flag, "", func(s string) error { // no usage: no help lists it
		file, err := filepath.Abs(s) // the tool runs in the folder of each package
		o.Flags = append(o.Flags, "-"+timings.Flag+"="+file)
		return err
	})
	for _, a := range analyzers.All {
		fs.Var(&handedOn{to: o, name: a.Name, bool: true}, a.Name,
			"run only `"+a.Name+"` and others selected this way; =false skips it")
		a.Flags.VisitAll(func(f *flag.Flag) {
			b, ok := f.Value.(interface{ IsBoolFlag() bool })
			name := a.Name + "." + f.Name
			fs.Var(&handedOn{to: o, name: name, check: f.Value, bool: ok && b.IsBoolFlag()},
				name, f.Usage)
		})
	}
	return fs
}

// defineForReports defines the flags that choose among reports, or change what is reported.
func (o *options) defineForReports(fs *flag.FlagSet) {
	fs.StringVar(&o.baseline, "baseline", "",
		"hide the reports that `file` lists; \"jwtvet baseline write\" makes it")
	fs.StringVar(&o.newFrom, "new-from", "",
		"hide reports none of whose places is on a line that is new since git `revision`")
	o.editing.define(fs)
}

// outputs returns what is to be written, whatever it is.
func (o *options) outputs() interface {
	Add(list string) error
	Given() bool
} {
	if o.audit != nil {
		return o.audit.formats
	}
	return o.formats
}

// explain makes a sentence with a way out of an error of package flag.
func explain(err error, fs *flag.FlagSet) error {
	text := err.Error()
	name, unknown := strings.CutPrefix(text, "flag provided but not defined: ")
	if !unknown {
		return fmt.Errorf(`%s; "jwtvet help" lists the flags`, text)
	}
	return fmt.Errorf(`unknown flag %s; "jwtvet help" lists the flags`, name)
}

// handedOn is the value of a flag that goes to go vet as it was written.
type handedOn struct {
	to    *options
	name  string
	check flag.Value // of the analyzer; nil for the flag that switches it on
	bool  bool
}

// String implements [flag.Value].
func (h *handedOn) String() string { return "" }

// IsBoolFlag lets the flag stand without a value.
func (h *handedOn) IsBoolFlag() bool { return h.bool }

// Set implements [flag.Value].
func (h *handedOn) Set(s string) error {
	if h.check != nil {
		if err := h.check.Set(s); err != nil {
			return err
		}
	} else if s != "true" && s != "false" {
		return errors.New("must be true or false")
	}
	h.to.Flags = append(h.to.Flags, "-"+h.name+"="+s)
	return nil
}

// span is a length of time that is not negative.
type span struct{ time.Duration }

// Set implements [flag.Value].
func (s *span) Set(text string) (err error) {
	if s.Duration, err = time.ParseDuration(text); err != nil || s.Duration < 0 {
		return errors.New("must be a time such as 90s or 5m")
	}
	return nil
}
