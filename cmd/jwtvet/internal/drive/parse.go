package drive

import (
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/gocmd"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/unit"
)

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

// text is a position in its written form, file:line:column, or file:line where a line directive
// says no more: that is column 1.
type text struct{ Position }

// UnmarshalText implements [encoding.TextUnmarshaler]. What is no position is
// kept as the name of a file.
func (t *text) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	t.File, t.Line, t.Column = string(b), 1, 1
	file, last, ok := cutNumber(t.File)
	if !ok {
		return nil
	}
	if name, line, ok := cutNumber(file); ok {
		t.File, t.Line, t.Column = name, line, last
	} else {
		t.File, t.Line = file, last
	}
	return nil
}

// cutNumber cuts a number from 1 off the end of a text, and the colon before it.
func cutNumber(s string) (before string, n int, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 1 {
		return s, 0, false
	}
	n, err := strconv.Atoi(s[i+1:])
	return s[:i], n, err == nil && n > 0
}

// Parse reads the stream of JSON objects that go vet writes: package to analyzer to
// either diagnostics or an error.
func Parse(r io.Reader) ([]Report, []load.Failure, error) {
	var reports []Report
	var failures []load.Failure
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
					failures = fail(failures, pkg, name, gocmd.OneLine(broken.Error))
				} else {
					return reports, failures, err
				}
			}
		}
	}
}

// fail adds a failure of analyzers on a package, unless it is known from the package compiled for a
// test, which is named in brackets behind.
func fail(failures []load.Failure, pkg, analyzer, message string) []load.Failure {
	f := load.Failure{Message: message}
	pkg, _, _ = strings.Cut(pkg, " ")
	f.Packages = []string{pkg}
	if analyzer != unit.Everything {
		f.Analyzers = strings.Split(analyzer, unit.Sep)
		if len(f.Analyzers) > 1 { // who does not audit has not asked for an inventory
			f.Analyzers = slices.DeleteFunc(f.Analyzers,
				func(name string) bool { return name == analyzers.Inventory.Name })
		}
	}
	if slices.ContainsFunc(failures,
		func(g load.Failure) bool { return g.Packages[0] == pkg && g.Message == message }) {
		return failures
	}
	return append(failures, f)
}

func convert(analyzer string, list []diagnostic) []Report {
	var reports []Report
	for _, d := range list {
		name := analyzer
		if d.Category == analyzers.StaleIgnore || d.Category == analyzers.UnresolvedModel {
			// whichever analyzer comes first reports it
			name = "jwtvet"
		}
		r := Report{
			Category: d.Category, Analyzer: name,
			Severity: severity(analyzer, d.Category, d.Message), Message: d.Message,
			Position: d.Posn.Position, End: d.End.Position, Fixes: d.Fixes,
		}
		for i := range r.Fixes {
			r.Fixes[i].Needs = analyzers.FixCondition(r.Fixes[i].Message)
		}
		for _, rel := range d.Related {
			if analyzers.Withdrawn(rel.Message) {
				r.withdraws = true
				continue
			}
			if reason, ok := analyzers.Ignored(rel.Message); ok {
				r.Ignored = &Ignored{rel.Posn.Position, reason}
				continue
			}
			r.Related = append(r.Related, Related{rel.Message, rel.Posn.Position, rel.End.Position})
		}
		reports = append(reports, r)
	}
	return reports
}
