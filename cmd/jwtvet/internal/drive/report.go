package drive

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
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
	Ignored  *Ignored  `json:"-"` // by what; nil for most

	withdraws bool // it takes back those of its category at its place
}

// Ignored is an ignore directive.
type Ignored struct {
	Position Position
	Reason   string
}

// Related is a second place that has to do with a defect, usually the
// call that a bad value reaches.
type Related struct {
	Message  string   `json:"message"`
	Position Position `json:"position"`
	End      Position `json:"end"`
}

// Fix is a set of edits that belong together.
type Fix struct {
	Message string `json:"message"`
	// what must hold beside the source for the fix to be right; none for most
	Needs string `json:"needs,omitempty"`
	Edits []Edit `json:"edits"`
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
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// severity looks up how bad a report of a category is.
func severity(analyzer, category, message string) string {
	for _, c := range analyzers.Categories(analyzer) {
		if c.ID == category {
			return string(c.SeverityOf(message))
		}
	}
	return "low" // about the tool itself: an ignore directive that is not needed
}

// Severity returns how bad a report of a category is in a file: its name is relative.
func Severity(analyzer, category, message, file string) string {
	s := severity(analyzer, category, message)
	if load.Example(file) {
		return milder[s]
	}
	return s
}

var milder = map[string]string{"critical": "high", "high": "medium", "medium": "low", "low": "low"}

// compare puts reports into one order, whatever the order was in which packages were
// analysed. Of what is reported twice, for a package and for its test variant, the one
// that says more comes first.
func compare(a, b Report) int {
	if n := cmp.Or(strings.Compare(a.Position.File, b.Position.File),
		a.Position.Line-b.Position.Line, a.Position.Column-b.Position.Column,
		strings.Compare(a.Category, b.Category), strings.Compare(a.Message, b.Message),
		len(b.Related)-len(a.Related), len(b.Fixes)-len(a.Fixes)); n != 0 {
		return n
	}
	return strings.Compare(fmt.Sprintf("%q", []any{a}), fmt.Sprintf("%q", []any{b}))
}

// tidy sorts reports by place, drops what was reported twice, and makes file names relative to dir.
func tidy(reports []Report, dir string) []Report {
	reports = inOrder(standing(reports))
	for i := range reports {
		r := &reports[i]
		r.Position.File, r.End.File = load.Relative(r.Position.File, dir), load.Relative(r.End.File, dir)
		if load.Example(r.Position.File) {
			r.Severity = milder[r.Severity]
		}
		for j := range r.Related {
			rel := &r.Related[j]
			rel.Position.File, rel.End.File = load.Relative(rel.Position.File, dir),
				load.Relative(rel.End.File, dir)
		}
		if r.Ignored != nil {
			r.Ignored.Position.File = load.Relative(r.Ignored.Position.File, dir)
		}
		for _, fix := range r.Fixes {
			for j := range fix.Edits {
				fix.Edits[j].File = load.Relative(fix.Edits[j].File, dir)
			}
		}
	}
	return reports
}

// standing returns the reports that no main package has taken back.
func standing(reports []Report) []Report {
	type place struct {
		Position
		category string
	}
	back := map[place]bool{}
	for _, r := range reports {
		if r.withdraws {
			back[place{r.Position, r.Category}] = true
		}
	}
	return slices.DeleteFunc(reports, func(r Report) bool { return back[place{r.Position, r.Category}] })
}

// inOrder sorts reports by place and drops what was reported twice.
func inOrder(reports []Report) []Report {
	slices.SortFunc(reports, compare)
	return slices.CompactFunc(reports, func(a, b Report) bool {
		return a.Position == b.Position && a.Category == b.Category && a.Message == b.Message
	})
}
