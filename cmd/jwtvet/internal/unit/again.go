package unit

import (
	"fmt"
	"os"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gate"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
	"github.com/jwtvet/jwtvet/internal/adapt"
)

// The first arguments of a program that is to call [WatchAgain] and [Analyse].
const (
	Watched  = "_watch"
	Analysis = "_unit"
)

// again makes this process one that looks after the analysis, without what has failed in it. It
// returns where a process cannot become another one, with the exit code of the one it has started.
func again(tool string, args []string, f *adapt.Failure) int {
	fails := []note{{Analyzer: f.Analyzer, Message: f.Message}}
	if err := notesOf(args).begin(fails); err != nil {
		return say(err)
	}
	code, err := process.Become(tool, append([]string{Watched}, args...))
	if err != nil {
		return say(fmt.Errorf("starting the analysis again: %w", err))
	}
	return code
}

// WatchAgain is [Watch] in a process that has tried by itself and left notes of what failed.
func WatchAgain(tool string, args []string) int {
	fails, err := notesOf(args).read()
	if err != nil {
		return say(err)
	}
	return watch(tool, args, fails)
}

// Analyse is the analysis that another process looks after, and ends this one. args are the file
// for notes and what the go command gave as arguments.
func Analyse(args []string, request string, list []*analysis.Analyzer) {
	process.EndWithInput()
	n := notes(args[0])
	earlier, err := n.read()
	if err != nil {
		os.Exit(say(err))
	}
	c := adapt.Container{
		Known: map[string]*adapt.Failure{},
		Enter: func(name string) func() {
			n.write(note{Event: started, Analyzer: name})
			return func() {}
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
	analyse(args[1:], request, list, c)
}

// notesOf returns the notes of the unit that the arguments of the go command name.
func notesOf(args []string) notes { return notes(gate.Unit(args) + ".notes") }
