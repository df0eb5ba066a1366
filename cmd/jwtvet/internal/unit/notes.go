package unit

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// notes is the file in which the analysis writes down how far it is, for
// the one who looks after it.
type notes string

// A note is a line of it.
type note struct {
	Event    string
	Analyzer string // "" for all of them
	Message  string
}

// The events.
const (
	known   = "known"   // from an earlier start, written before the analysis starts
	started = "started" // the analyzer runs
	broken  = "broken"  // the analyzer cannot go on, and the analysis ends
	// an analyzer of the suite did not run, since it or one that it needs is known to fail
	left = "left"
)

// write adds a note. Without notes nobody would know what is missing, so the analysis
// ends when there can be none.
func (n notes) write(event note) {
	data, err := json.Marshal(event)
	if err != nil {
		os.Exit(say(err))
	}
	f, err := os.OpenFile(string(n), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		os.Exit(say(err))
	}
	if _, err := f.Write(append(data, '\n')); err != nil {
		os.Exit(say(err))
	}
	f.Close()
}

// begin makes new notes of what is known to fail.
func (n notes) begin(fails []note) error {
	if err := os.WriteFile(string(n), nil, 0o666); err != nil {
		return err
	}
	for _, e := range fails {
		e.Event = known
		n.write(e)
	}
	return nil
}

func (n notes) read() (list []note, err error) {
	f, err := os.Open(string(n))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for dec := json.NewDecoder(f); ; {
		var e note
		if err := dec.Decode(&e); err == io.EOF {
			return list, nil
		} else if err != nil {
			return nil, fmt.Errorf("reading the notes of an analysis: %w", err)
		}
		list = append(list, e)
	}
}

// say says what keeps the unit from being analysed at all, and returns the exit code.
func say(err error) int { return sayLine(err.Error()) }

func sayLine(line string) int {
	fmt.Fprintln(os.Stderr, "jwtvet: "+line)
	return 1
}
