// Package timings writes down what the analysis of each package costs, for those who work on the
// program: go vet and the command take -timings=FILE, which no help lists.
//
//	{"package":"example.com/app","files":3,"bytes":9120,"check":0.06,
//	"analysis":0.02,"analyzers":{"jwtcalls":0.01},"rss":48}
//
// Times are seconds of CPU of this process, so that they mean the same on a busy machine.
package timings

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"sync"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/process"
)

// Flag is the name of the flag.
const Flag = "timings"

// Line is what the file has of one unit, in one line.
type Line struct {
	// the import path; a test variant has its test behind it
	Package string `json:"package"`
	Files   int    `json:"files"` // that are compiled
	Bytes   int64  `json:"bytes"` // of these files
	// from the start of the process to the first analyzer: parsing, type-checking, facts
	Check     float64            `json:"check"`
	Analysis  float64            `json:"analysis"`  // from there to the end of the last analyzer
	Analyzers map[string]float64 `json:"analyzers"` // the same for each
	RSS       int64              `json:"rss"`       // most memory that was resident, in MiB
}

// Define defines the flag.
func Define() { flag.String(Flag, "", "append what each package costs to a file") }

// Measure makes the analyzers, and those they need, take the time if the flag is given. One then
// runs after the other. unit is the file that describes the unit of analysis; fail is called
// when nothing can be written.
func Measure(analyzers []*analysis.Analyzer, unit string, fail func(line string)) {
	m := &meter{unit: unit, roots: analyzers, fail: fail, done: map[*analysis.Analyzer]bool{}}
	m.line.Analyzers = map[string]float64{}
	for a := range closure(analyzers) {
		run := a.Run
		a.Run = func(pass *analysis.Pass) (any, error) { return m.run(a, pass, run) }
	}
}

// closure returns the analyzers and all that they need.
func closure(analyzers []*analysis.Analyzer) map[*analysis.Analyzer]bool {
	seen := map[*analysis.Analyzer]bool{}
	var add func(list []*analysis.Analyzer)
	add = func(list []*analysis.Analyzer) {
		for _, a := range list {
			if !seen[a] {
				seen[a] = true
				add(a.Requires)
			}
		}
	}
	add(analyzers)
	return seen
}

// meter takes the times of one unit.
type meter struct {
	unit  string
	roots []*analysis.Analyzer
	fail  func(line string)

	sync.Mutex // the driver runs analyzers side by side
	line       Line
	check      time.Duration
	done       map[*analysis.Analyzer]bool
}

func (m *meter) run(
	a *analysis.Analyzer, pass *analysis.Pass, run func(*analysis.Pass) (any, error),
) (any, error) {
	if file() == "" {
		return run(pass)
	}
	m.Lock()
	defer m.Unlock()
	before := process.Used()
	if len(m.done) == 0 {
		m.check = before
		m.line.Check = before.Seconds()
	}
	result, err := run(pass)
	after := process.Used()
	m.done[a] = true
	m.line.Analyzers[a.Name] = (after - before).Seconds()
	m.line.Analysis = (after - m.check).Seconds()
	if m.last() {
		if err := m.write(); err != nil {
			m.fail(fmt.Sprintf("-%s: %v", Flag, err))
		}
	}
	return result, err
}

// last reports whether all that was asked for has run: the analyzers that flags switch on, or else
// those that none switches off.
func (m *meter) last() bool {
	given := map[string]string{}
	flag.Visit(func(f *flag.Flag) { given[f.Name] = f.Value.String() })
	on := slices.ContainsFunc(m.roots,
		func(a *analysis.Analyzer) bool { return given[a.Name] == "true" })
	for _, a := range m.roots {
		if asked := given[a.Name] == "true" || !on && given[a.Name] != "false"; !asked {
			continue
		}
		for needed := range closure([]*analysis.Analyzer{a}) {
			if !m.done[needed] {
				return false
			}
		}
	}
	return true
}

// file returns the value of the flag.
func file() string { return flag.Lookup(Flag).Value.String() }

// write appends the line to the file.
func (m *meter) write() error {
	data, err := os.ReadFile(m.unit)
	if err != nil {
		return err
	}
	var unit struct {
		ID      string
		GoFiles []string
	}
	if err := json.Unmarshal(data, &unit); err != nil {
		return err
	}
	m.line.Package, m.line.Files, m.line.RSS = unit.ID, len(unit.GoFiles), process.Resident()
	for _, name := range unit.GoFiles {
		if info, err := os.Stat(name); err == nil {
			m.line.Bytes += info.Size()
		}
	}
	line, err := json.Marshal(m.line)
	if err != nil {
		return err
	}
	out, err := os.OpenFile(file(), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, err = out.Write(append(line, '\n')) // at once: processes for other packages write too
	return errors.Join(err, out.Close())
}
