// Package baseline keeps the reports that a project knows of, so that only new ones count:
//
//	# Reports that were known when ...
//	version: 1
//	with: [tests]
//	reports:
//	- {"category": "long-expiry", "fingerprint": "3e7bff66e113cbeaa78d-1", ...}
//
// A report is one line, and lines are sorted: branches that add different ones merge.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// Name is the name of the file where none is given.
const Name = ".jwtvet-baseline.yml"

// version is the version of the form.
const version = 1

// Baseline is a list of reports that are known.
type Baseline struct {
	Name    string   // of the file, as people call it
	With    []string // settings that were on when it was written: they report more
	Entries []Entry
}

// Entry is one of them. Its fingerprint says which; the rest is for people, and may be out of date.
type Entry struct {
	Category    string `json:"category" yaml:"category"`
	Fingerprint string `json:"fingerprint" yaml:"fingerprint"`
	File        string `json:"file" yaml:"file"` // as it was called, relative to the repository
	Message     string `json:"message" yaml:"message"`

	line int
	seen bool
}

const header = `# Reports that were known when this file was written. They do not count.
# "jwtvet baseline write" writes it, "jwtvet baseline prune" takes out what is fixed.
`

// New returns the baseline of everything that a run reports.
func New(run *render.Run, name string, with []string) *Baseline {
	b := &Baseline{Name: name, With: with}
	for _, f := range run.Shown() {
		path, _ := run.Path(f.Position.File)
		b.Entries = append(b.Entries, Entry{
			Category: f.Category, Fingerprint: f.Fingerprint,
			File: render.Visible(path), Message: render.Visible(f.Message),
		})
	}
	return b
}

// Bytes returns the content of the file.
func (b *Baseline) Bytes() ([]byte, error) {
	slices.SortStableFunc(b.Entries, func(x, y Entry) int {
		return cmp.Or(strings.Compare(x.Category, y.Category),
			strings.Compare(x.Fingerprint, y.Fingerprint))
	})
	var out bytes.Buffer
	fmt.Fprintf(&out, "%sversion: %d\nwith: [%s]\nreports:\n", header, version,
		strings.Join(b.With, ", "))
	if len(b.Entries) == 0 {
		out.Truncate(out.Len() - 1)
		out.WriteString(" []\n")
	}
	for _, e := range b.Entries {
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e); err != nil {
			return nil, err
		}
		out.WriteString("- ")
		out.Write(render.VisibleJSON(line.Bytes()))
	}
	return out.Bytes(), nil
}

// limit is the size in bytes up to which a baseline is read.
const limit = 64 << 20

// Read reads the baseline in a file, which errors call name.
func Read(file, name string) (*Baseline, error) {
	data, err := regular.Read(file, limit)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf(
			`there is no baseline %s: "jwtvet baseline write" makes one`, name)
	case err != nil:
		return nil, fmt.Errorf("cannot read baseline %s: %w", name, cause(err))
	}
	return parse(data, name)
}

// cause returns what is wrong with a file, without its name.
func cause(err error) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return e.Err
	}
	return err
}

// parse reads the content of a file.
func parse(data []byte, name string) (*Baseline, error) {
	var doc struct {
		Version *int     `yaml:"version"`
		With    []string `yaml:"with"`
		Reports []Entry  `yaml:"reports"`
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&doc); err == io.EOF {
		return nil, foreign(name, "it is empty")
	} else if err != nil {
		return nil, foreign(name, explain(err))
	}
	switch {
	case doc.Version == nil:
		return nil, foreign(name, "it has no version")
	case *doc.Version != version:
		return nil, fmt.Errorf("%s has version %d, which this jwtvet does not know: update it",
			name, *doc.Version)
	}
	for i := range doc.Reports {
		e := &doc.Reports[i]
		if e.Fingerprint == "" || e.Category == "" {
			return nil, foreign(name, "a report has no fingerprint or no category")
		}
	}
	locate(doc.Reports, data)
	return &Baseline{name, doc.With, doc.Reports}, nil
}

// locate finds the lines of entries, which are in the order of the text.
func locate(entries []Entry, data []byte) {
	line, at := 1, 0
	for i := range entries {
		n := bytes.Index(data[at:], []byte(entries[i].Fingerprint))
		line += bytes.Count(data[at:at+max(n, 0)], []byte("\n"))
		at += max(n, 0)
		entries[i].line = line
	}
}

// foreign says that a file is none of ours.
func foreign(name, why string) error {
	return fmt.Errorf(`%s is no baseline of jwtvet: %s; "jwtvet baseline write" makes one`,
		name, why)
}

// explain makes one line of an error of the YAML library, the first of several.
func explain(err error) string {
	text := err.Error()
	if several := (*yaml.TypeError)(nil); errors.As(err, &several) && len(several.Errors) > 0 {
		text = several.Errors[0]
	}
	text = strings.TrimPrefix(text, "yaml: ")
	if field, _, unknown := strings.Cut(text, " not found in type "); unknown {
		text = strings.Replace(field, ": field ", ": unknown field ", 1)
	}
	return strings.Join(strings.Fields(text), " ")
}

// Hide hides the reports of a run that are known.
func (b *Baseline) Hide(run *render.Run) {
	of := map[string]*Entry{}
	for i := range b.Entries {
		of[b.Entries[i].Fingerprint] = &b.Entries[i]
	}
	for i := range run.Findings {
		f := &run.Findings[i]
		if f.Suppression != nil { // in the source, by a directive
			continue
		}
		if e := of[f.Fingerprint]; e != nil && e.Category == f.Category {
			e.seen = true
			f.Suppression = &render.Suppression{
				Kind:   render.Listed,
				Place:  drive.Position{File: filepath.ToSlash(b.Name), Line: e.line, Column: 1},
				Reason: "known when the baseline was written",
			}
		}
	}
}

// Stale returns how many entries match no report after [Baseline.Hide], among those that
// the run could report.
func (b *Baseline) Stale(reported func(Entry) bool) int {
	n := 0
	for _, e := range b.Entries {
		if !e.seen && reported(e) {
			n++
		}
	}
	return n
}

// Prune takes out what [Baseline.Stale] counts.
func (b *Baseline) Prune(reported func(Entry) bool) {
	b.Entries = slices.DeleteFunc(b.Entries,
		func(e Entry) bool { return !e.seen && reported(e) })
}
