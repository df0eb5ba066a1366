package unit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"time"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gate"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
)

// config is the part of a unit's description that matters here.
type config struct {
	// the package, with the name of the test binary behind it when it is compiled for one
	ID         string
	VetxOutput string // where its facts go
	Stdout     string // where its reports go since go1.26; "" for standard output
}

// watched is an analysis that is looked after.
type watched struct {
	config
	json    bool
	partial bool // facts of an import are
	limit   time.Duration
	notes   notes
	start   func() *exec.Cmd

	stdout, stderr bytes.Buffer
	code           int    // exit code of the last start
	fails          []note // analyzers that cannot go on
	left           []note // analyzers of the suite that did not run, and why
}

// Watch analyses a unit in another process and returns the exit code. tool is this program, args
// are what the go command gave it.
func Watch(tool string, args []string) int { return watch(tool, args, nil) }

// watch is [Watch] without what is known to fail.
func watch(tool string, args []string, fails []note) int {
	file := gate.Unit(args)
	w := watched{notes: notesOf(args), limit: limit(args), fails: fails}
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, &w.config)
	}
	described := file
	if err == nil {
		described, w.partial, err = describe(file, data)
	}
	if err != nil {
		return say(fmt.Errorf("reading the description of a package: %w", err))
	}
	v, _ := value(args, "json")
	w.json, _ = strconv.ParseBool(v)
	w.start = func() *exec.Cmd {
		return exec.Command(tool, slices.Concat([]string{Analysis, string(w.notes)},
			args[:len(args)-1], []string{described})...)
	}
	process.Orphaned(func() { os.Exit(1) }) // and the analysis with it
	if err := w.run(); err != nil {
		return say(err)
	}
	return w.tell()
}

// most is how many analyzers may fail before the package is given up.
const most = 3

// run starts the analysis until it comes to its end, each time without those that could not go on.
// An error is about the environment.
func (w *watched) run() error {
	for !w.givesUp() {
		fail, err := w.once()
		if err != nil {
			return err
		} else if fail == nil {
			return nil
		}
		w.fails = append(w.fails, *fail)
	}
	w.without() // not even of a process that has become this one
	last := w.fails[len(w.fails)-1]
	w.left = []note{{Message: last.Message}}
	return nil
}

// givesUp reports whether it is of no use to start the analysis again after what has failed.
func (w *watched) givesUp() bool {
	slow, all := 0, false
	for _, f := range w.fails {
		if f.Message == tooSlow(w.limit) {
			slow++
		}
		all = all || f.Analyzer == ""
	}
	return all || len(w.fails) > most || slow > 1
}

// once starts the analysis and returns what could not go on, nil when it came to its end.
func (w *watched) once() (*note, error) {
	w.without()
	if err := w.notes.begin(w.fails); err != nil {
		return nil, err
	}
	cmd := w.start()
	cmd.Stdout, cmd.Stderr = &w.stdout, &w.stderr
	if _, err := cmd.StdinPipe(); err != nil { // it ends when this process does
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting the analysis: %w", err)
	}
	err := cmd.Wait()
	w.code = cmd.ProcessState.ExitCode()
	list, unread := w.notes.read()
	if unread != nil {
		return nil, unread
	}
	return w.outcome(list, err), nil
}

// outcome returns what kept the analysis from coming to its end, by its notes and by how it ended.
func (w *watched) outcome(list []note, err error) *note {
	w.left = nil
	running := ""
	for _, e := range list {
		switch e.Event {
		case started:
			running = e.Analyzer
		case broken:
			return &e
		case left:
			w.left = append(w.left, e)
		}
	}
	if message := died(running, err, w.stderr.Bytes()); message != "" {
		return &note{Analyzer: running, Message: message}
	}
	return nil
}

// without drops what an analysis said that did not come to its end.
func (w *watched) without() {
	w.stdout.Reset()
	w.stderr.Reset()
	if w.Stdout != "" {
		os.Remove(w.Stdout)
	}
	w.code = 0
}
