// Package unit analyses one package for the go command, in the process that this starts:
//
//	go vet ──> jwtvet -json $WORK/b001/vet.cfg    the analysis, by unitchecker of x/tools
//
// The analyzers of a package share what they remember of it. One that panics, or is not done in
// time, would leave that half done for the others. So the process then becomes one that looks after
// the analysis, and starts it again, without that analyzer. Reports and facts of all others are
// handed on:
//
//	go vet ──> jwtvet _watch -json vet.cfg                     looks after the analysis
//	             └─> jwtvet _unit vet.cfg.notes -json vet.cfg  the analysis
//
// An analysis that ends in a way that Go cannot recover from, as when the stack is full, ends its
// process. The command sees that and runs go vet again with [WatchVar], under which
// each analysis is looked after from the start. So is that of a package of whose
// imports not all is known.
//
// The go command is told of every failure and keeps nothing of the package nor of its importers:
// they are analysed again next time, when the machine may be less busy.
package unit

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gate"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/timings"
	"github.com/jwtvet/jwtvet/internal/adapt"
)

// WatchVar is an environment variable: unless it is empty, [Watch] looks after each analysis. It
// is no flag, so that the go command repeats what it knows of all other packages.
const WatchVar = "JWTVET_WATCH"

// TimeoutFlag is the flag that limits the time for each analyzer.
const TimeoutFlag = "unit-timeout"

// Timeout is how long an analyzer may take for a package when the flag says nothing.
const Timeout = time.Minute

// Define defines the flags that are the tool's and not an analyzer's, for
// the go command to know them.
func Define(request string) {
	flag.String(request, "", "tells requests apart in the cache of the go command")
	flag.Duration(TimeoutFlag, Timeout,
		"most CPU `time` for one analyzer on one package; 0 is no limit")
	timings.Define()
}

// Run analyses the unit that the arguments of the go command name, and ends the process. tool is
// this program, request the flag that tells requests apart.
func Run(tool string, args []string, request string, list []*analysis.Analyzer) {
	process.Orphaned(func() { os.Exit(1) })
	analyse(args, request, list, adapt.Container{
		Broken: func(f *adapt.Failure) { os.Exit(again(tool, args, f)) },
		Fail:   func(_ *analysis.Pass, f *adapt.Failure) error { return f }, // it is broken before
	})
}

// analyse is the analysis in this process.
func analyse(
	args []string, request string, list []*analysis.Analyzer, c adapt.Container,
) {
	os.Args = append(os.Args[:1:1], args...)
	Define(request)
	timings.Measure(list, gate.Unit(args), func(line string) { os.Exit(sayLine(line)) })
	w := watchdog{limit: limit(args), used: process.Used, enter: c.Enter, late: c.Broken}
	c.Enter = w.time
	c.ReadFile = new(reader).read
	c.Broken = func(f *adapt.Failure) {
		w.end()
		w.late(f)
	}
	contained := make([]*analysis.Analyzer, len(list))
	for i, a := range list {
		contained[i] = c.Contain(a)
	}
	w.load()
	defer func() {
		if r := recover(); r != nil { // before any analyzer ran
			c.Broken(&adapt.Failure{Message: unreadable(r)})
		}
	}()
	unitchecker.Main(contained...)
}

// unreadable says in one line what a panic in the reader of packages means.
func unreadable(panicked any) string {
	text, _, _ := strings.Cut(fmt.Sprint(panicked), "\n")
	if strings.Contains(text, "export data") {
		return gate.Older(runtime.Version(), "the Go that runs it")
	}
	return fmt.Sprintf(
		`cannot read the package or what it imports: %s; if "go vet" can, please report it at %s`,
		text, adapt.Issues)
}

// value returns the value of a flag among the arguments of the tool, which the go command
// writes as -name or -name=value.
func value(args []string, name string) (string, bool) {
	for i := len(args) - 1; i >= 0; i-- {
		got, v, has := strings.Cut(strings.TrimLeft(args[i], "-"), "=")
		if got == name && strings.HasPrefix(args[i], "-") {
			if !has {
				v = "true"
			}
			return v, true
		}
	}
	return "", false
}

// Models sets the rows that people add to the model, before the flags are parsed. What is wrong
// with them is said then.
func Models(args []string, list []*analysis.Analyzer) {
	for _, a := range list {
		if v, ok := value(args, a.Name+".models"); ok {
			a.Flags.Set("models", v)
		}
	}
}

// limit returns the time for an analyzer. A value that is none is refused where flags are parsed.
func limit(args []string) time.Duration {
	if v, ok := value(args, TimeoutFlag); ok {
		if d, err := time.ParseDuration(v); err == nil {
			return d
		}
	}
	return Timeout
}
