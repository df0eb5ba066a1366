// Package unit analyses one package for the go command, in a process of its own
// that another one looks after:
//
//	go vet ──> jwtvet -json $WORK/b001/vet.cfg                 looks after the analysis
//	             └─> jwtvet _unit vet.cfg.notes -json vet.cfg  the analysis, by x/tools
//
// The first one decides what is kept; the second one is unitchecker of x/tools.
//
// The analyzers of a package share what they remember of it. One that panics, takes too long, or
// ends the process in a way that Go cannot recover from, as when the stack is full, would leave
// that half done for the others. So the analysis ends and starts again without that one, and
// reports and facts of all others are handed on.
//
// The go command is told of every failure and keeps nothing of the package nor of its importers:
// they are analysed again next time, when the machine may be less busy.
package unit

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gate"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/timings"
	"github.com/jwtvet/jwtvet/internal/adapt"
)

// Analysis is the first argument of a program that is to call [Analyse].
const Analysis = "_unit"

// TimeoutFlag is the flag that limits the time for each package.
const TimeoutFlag = "unit-timeout"

// Timeout is how long the analyzers may take for a package when the flag says nothing.
const Timeout = time.Minute

// Define defines the flags that are the tool's and not an analyzer's, for
// the go command to know them.
func Define(request string) {
	flag.String(request, "", "tells requests apart in the cache of the go command")
	flag.Duration(TimeoutFlag, Timeout,
		"most `time` for the analysis of one package; 0 is no limit")
	timings.Define()
}

// Analyse is the analysis. args are the file for notes and what the go command gave as arguments.
func Analyse(args []string, request string, list []*analysis.Analyzer) {
	process.EndWithInput()
	n := notes(args[0])
	os.Args = append(os.Args[:1:1], args[1:]...)
	Define(request)
	earlier, err := n.read()
	if err != nil {
		os.Exit(say(err))
	}
	timings.Measure(list, gate.Unit(args[1:]), func(line string) { os.Exit(say(errors.New(line))) })
	// what fails is then the one that runs; they would wait for each other anyway
	var alone sync.Mutex
	c := adapt.Container{
		Known: map[string]*adapt.Failure{},
		Enter: func(name string) func() {
			alone.Lock()
			n.write(note{Event: started, Analyzer: name})
			return alone.Unlock
		},
		Broken: func(f *adapt.Failure) {
			n.write(note{Event: broken, Analyzer: f.Analyzer, Message: f.Message})
			os.Exit(1)
		},
		Fail: func(pass *analysis.Pass, f *adapt.Failure) error {
			n.write(note{Event: left, Analyzer: pass.Analyzer.Name, Message: f.Message})
			return nil
		},
	}
	for _, e := range earlier {
		c.Known[e.Analyzer] = &adapt.Failure{Analyzer: e.Analyzer, Message: e.Message}
	}
	contained := make([]*analysis.Analyzer, len(list))
	for i, a := range list {
		contained[i] = c.Contain(a)
	}
	defer reading(n)
	unitchecker.Main(contained...)
}

// reading notes a panic before any analyzer runs.
func reading(n notes) {
	if r := recover(); r != nil {
		n.write(note{Event: broken, Message: unreadable(r)})
		os.Exit(1)
	}
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

// limit returns the time for the analyzers. A value that is none is refused where flags are parsed.
func limit(args []string) time.Duration {
	if v, ok := value(args, TimeoutFlag); ok {
		if d, err := time.ParseDuration(v); err == nil {
			return d
		}
	}
	return Timeout
}
