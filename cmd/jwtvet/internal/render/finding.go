package render

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
)

// Run is what a run found, as every format writes it. Texts and names of files are as the author of
// the analysed code wrote them: each format escapes them in its own way.
type Run struct {
	*drive.Result
	Findings []Finding
	Rules    []*Rule // all that there are
	Version  string  // of the program

	Started, Ended time.Time

	dir  string // what the names of files are relative to
	root string // of the repository; dir where there is none
	src  sources
}

// Finding is one report and what is known about it.
type Finding struct {
	drive.Report
	Rule        *Rule
	Flow        []Step // from the source to the sink; the report itself is one of the steps
	Fingerprint string // the same for the same defect after other code has changed
	Suppression *Suppression
}

// Step is a place on the way of a value.
type Step struct {
	Message  string
	Position drive.Position
	End      drive.Position // behind a word where no more is known
	Reported bool           // where the report is
	Code     Code

	Char, EndChar int // columns in units of UTF-16, from 1
}

// Suppression says what hides a report.
type Suppression struct {
	Kind   Kind
	Place  drive.Position // of the directive, or in the file that lists it; the zero value for none
	Reason string
}

// Kind says what it is that hides a report.
type Kind string

// Kinds, in the order in which people are told of them.
const (
	Listed   Kind = "baseline" // a list of known reports
	Older    Kind = "older"    // nothing of it is new
	InSource Kind = "source"   // an ignore directive
)

// Code is a line of source in which every character shows, without the text of keys.
type Code struct {
	Before, Marked, After string
}

// origin is what the engine says of the place that a value comes from. It is before the report on
// the way of the value; all other related places are behind.
const origin = "the value comes from here"

// NewRun gathers what a run of the analysis found in a directory; "" is the current one.
func NewRun(res *drive.Result, dir, version string) *Run {
	src := newSources(dir)
	run := &Run{
		Result: res, Rules: Rules(), Version: version, dir: dir, root: load.Repository(dir), src: src,
	}
	for _, r := range res.Reports {
		src.mask(r)
	}
	prints := newFingerprints(src)
	for _, r := range res.Reports {
		f := Finding{
			Report: r, Rule: known(run.Rules, r.Analyzer, r.Category),
			Fingerprint: prints.of(r),
		}
		if i := r.Ignored; i != nil {
			f.Suppression = &Suppression{InSource, i.Position, i.Reason}
		}
		for _, s := range flow(r) {
			if s.End == s.Position && !s.Reported {
				s.End.Column += src.word(s.Position)
			}
			s.Code, s.Char, s.EndChar = src.code(s), src.char(s.Position), src.char(s.End)
			f.Flow = append(f.Flow, s)
		}
		run.Findings = append(run.Findings, f)
	}
	return run
}

// flow returns the places of a report in the order in which the value passes them.
func flow(r drive.Report) []Step {
	var before, behind []Step
	for _, rel := range r.Related {
		s := Step{Message: rel.Message, Position: rel.Position, End: rel.End}
		if s.End.Line == 0 {
			s.End = s.Position
		}
		if rel.Message == origin {
			before = append(before, s)
		} else {
			behind = append(behind, s)
		}
	}
	if r.End.Line == 0 {
		r.End = r.Position
	}
	here := Step{Message: r.Message, Position: r.Position, End: r.End, Reported: true}
	return append(append(before, here), behind...)
}

// Shown returns the findings that nothing hides.
func (r *Run) Shown() []Finding {
	return slices.DeleteFunc(slices.Clone(r.Findings),
		func(f Finding) bool { return f.Suppression != nil })
}

// At returns the step where the report is.
func (f Finding) At() Step {
	for _, s := range f.Flow {
		if s.Reported {
			return s
		}
	}
	return Step{}
}

// Text returns the line.
func (c Code) Text() string { return c.Before + c.Marked + c.After }

// Path returns the name of a file for programs that look at the whole repository: relative to its
// root, with slashes. A file elsewhere keeps its name, and ok is false.
func (r *Run) Path(file string) (path string, ok bool) {
	abs := file
	if !filepath.IsAbs(abs) {
		abs = filepath.Join(r.dir, file)
	}
	if abs, err := filepath.Abs(abs); err == nil {
		for _, root := range []string{r.root, resolved(r.root)} {
			if rel, err := filepath.Rel(root, abs); err == nil && filepath.IsLocal(rel) {
				return filepath.ToSlash(rel), true
			}
		}
	}
	return filepath.ToSlash(file), false
}

func resolved(dir string) string {
	if r, err := filepath.EvalSymlinks(dir); err == nil {
		return r
	}
	return dir
}

// Offset returns the line of a byte of a file, and its column in units of UTF-16.
func (r *Run) Offset(file string, offset int) (line, char int) {
	text := r.src.text(file)
	text = text[:clamp(offset, 0, len(text))]
	start := bytes.LastIndexByte(text, '\n') + 1
	return bytes.Count(text, []byte("\n")) + 1, chars(text[start:])
}

// Package returns the folder of a finding, which stands for its package.
func (r *Run) Package(f Finding) string {
	path, _ := r.Path(f.Position.File)
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		return path[:i]
	}
	return "."
}
