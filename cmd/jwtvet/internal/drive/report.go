package drive

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Report is one defect.
type Report struct {
	Category string    `json:"category"`
	Analyzer string    `json:"analyzer"`
	Severity string    `json:"severity"`
	Message  string    `json:"message"`
	Position Position  `json:"position"`
	End      Position  `json:"end"`
	Related  []Related `json:"related,omitempty"`
	Fixes    []Fix     `json:"fixes,omitempty"`
}

// Related is a second place that has to do with a defect, usually the call that a bad value reaches.
type Related struct {
	Message  string   `json:"message"`
	Position Position `json:"position"`
	End      Position `json:"end"`
}

// Fix is a set of edits that belong together.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// Edit replaces the bytes of a file from Start up to End.
type Edit struct {
	File  string `json:"filename"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

// Position is a place in a file. Line and column count from 1, columns count bytes.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// String returns the position as editors and problem matchers understand it.
func (p Position) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// UnmarshalText reads the form file:line:column.
func (p *Position) UnmarshalText(text []byte) error {
	parts := strings.Split(string(text), ":")
	n := len(parts) - 2
	if n < 1 {
		return fmt.Errorf("%q is not a position", text)
	}
	line, err1 := strconv.Atoi(parts[n])
	column, err2 := strconv.Atoi(parts[n+1])
	*p = Position{strings.Join(parts[:n], ":"), line, column}
	return errors.Join(err1, err2)
}

// diagnostic is a report as go vet -json has it.
type diagnostic struct {
	Category string `json:"category"`
	Posn     text   `json:"posn"`
	End      text   `json:"end"`
	Message  string `json:"message"`
	Fixes    []Fix  `json:"suggested_fixes"`
	Related  []struct {
		Posn, End text
		Message   string
	} `json:"related"`
}

// text is a position in its written form.
type text struct{ Position }

// Parse reads the stream of JSON objects that go vet writes: package to analyzer to either diagnostics or an error.
func Parse(r io.Reader) ([]Report, []Failure, error) {
	var reports []Report
	var failures []Failure
	for dec := json.NewDecoder(r); ; {
		var tree map[string]map[string]json.RawMessage
		if err := dec.Decode(&tree); err == io.EOF {
			return reports, failures, nil
		} else if err != nil {
			return reports, failures, err
		}
		for _, pkg := range slices.Sorted(maps.Keys(tree)) {
			for _, name := range slices.Sorted(maps.Keys(tree[pkg])) {
				raw := tree[pkg][name]
				var list []diagnostic
				var broken struct{ Error string }
				if err := json.Unmarshal(raw, &list); err == nil {
					reports = append(reports, convert(name, list)...)
				} else if json.Unmarshal(raw, &broken) == nil && broken.Error != "" {
					failures = append(failures, Failure{Packages: []string{pkg}, Message: name + ": " + oneLine(broken.Error)})
				} else {
					return reports, failures, err
				}
			}
		}
	}
}

func convert(analyzer string, list []diagnostic) []Report {
	var reports []Report
	for _, d := range list {
		r := Report{
			Category: d.Category, Analyzer: analyzer, Severity: severity(analyzer, d.Category), Message: d.Message,
			Position: d.Posn.Position, End: d.End.Position, Fixes: d.Fixes,
		}
		for _, rel := range d.Related {
			r.Related = append(r.Related, Related{rel.Message, rel.Posn.Position, rel.End.Position})
		}
		reports = append(reports, r)
	}
	return reports
}

// severity looks up how bad a category is.
func severity(analyzer, category string) string {
	for _, c := range analyzers.Categories(analyzer) {
		if c.ID == category {
			return string(c.Severity)
		}
	}
	return "medium"
}

// tidy sorts reports by place, drops what was reported twice, and makes file names relative to dir.
func tidy(reports []Report, dir string) []Report {
	slices.SortFunc(reports, func(a, b Report) int {
		return cmp.Or(strings.Compare(a.Position.File, b.Position.File), a.Position.Line-b.Position.Line,
			a.Position.Column-b.Position.Column, strings.Compare(a.Category, b.Category), strings.Compare(a.Message, b.Message))
	})
	reports = slices.CompactFunc(reports, func(a, b Report) bool {
		return a.Position == b.Position && a.Category == b.Category && a.Message == b.Message
	})
	for i := range reports {
		r := &reports[i]
		r.Position.File, r.End.File = relative(r.Position.File, dir), relative(r.End.File, dir)
		for j := range r.Related {
			rel := &r.Related[j]
			rel.Position.File, rel.End.File = relative(rel.Position.File, dir), relative(rel.End.File, dir)
		}
		for _, fix := range r.Fixes {
			for j := range fix.Edits {
				fix.Edits[j].File = relative(fix.Edits[j].File, dir)
			}
		}
	}
	return reports
}

// relative returns the name of a file relative to dir, with a leading "./", when it lies within dir.
func relative(file, dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil || !filepath.IsAbs(file) {
		return file
	}
	for _, base := range []string{abs, resolved(abs)} {
		if rel, err := filepath.Rel(base, file); err == nil && filepath.IsLocal(rel) {
			return "." + string(os.PathSeparator) + rel
		}
	}
	return file
}

func resolved(dir string) string {
	if r, err := filepath.EvalSymlinks(dir); err == nil {
		return r
	}
	return dir
}

// shorten makes the names of files under dir relative in a line of text.
func shorten(line, dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		line = strings.ReplaceAll(line, abs+string(os.PathSeparator), "."+string(os.PathSeparator))
	}
	return line
}

// oneLine joins the lines of a text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
