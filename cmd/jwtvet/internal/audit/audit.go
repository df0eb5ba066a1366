// Package audit joins what the analysis has found into an audit of a program: the inventory of its
// tokens, and the checklist that a reviewer goes through. It shows both in the forms that people and
// programs read.
//
// Each item of the checklist is evidenced by places of the inventory, contradicted by reports, or
// not seen. Source shows no more than that: whether a key is rotated, or a proxy in front has TLS, it
// cannot say.
package audit

import (
	"slices"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/joined"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// Audit is what there is to say of a program. Its JSON is the form for programs, which
// docs/audit.schema.json describes.
type Audit struct {
	Version    int               `json:"version"`    // of the form
	Tool       string            `json:"tool"`       // jwtvet and its version
	Title      string            `json:"title"`      // the module, or the folder with several
	Packages   int               `json:"packages"`   // that were named
	Handling   int               `json:"handling"`   // those of them that import a token library
	Unanalysed int               `json:"unanalysed"` // those that were not analysed
	Entries    []inventory.Entry `json:"inventory"`  // by kind, then by position
	Items      []Item            `json:"checklist"`  // in its order
	Reports    []Report          `json:"reports"`    // of the checks, by position
	Failures   []string          `json:"failures"`   // why packages were not analysed

	Diff *Diff `json:"diff,omitempty"` // from an earlier revision, where that was asked for
}

// Report is what a check reports.
type Report struct {
	Category string             `json:"category"`
	Severity string             `json:"severity"`
	Message  string             `json:"message"`
	URL      string             `json:"url"` // the documentation of the category
	Position inventory.Position `json:"position"`
}

// State is what the source says of an item.
type State string

// States.
const (
	Evidenced    State = "evidenced"    // places show it, no report contradicts it
	Contradicted State = "contradicted" // a report does, or a place
	NotSeen      State = "not seen"     // neither, or a part of it only
)

// Item is one of the checklist.
type Item struct {
	ID       string     `json:"id"`    // key-length
	Group    string     `json:"group"` // Keys, Life cycle, Transport, Application, Emergency
	Title    string     `json:"title"`
	ASVS     string     `json:"asvs,omitempty"` // of OWASP ASVS 5.0
	RFC      string     `json:"rfc,omitempty"`
	State    State      `json:"state"`
	Evidence []Evidence `json:"evidence,omitempty"`
	Against  []Report   `json:"against,omitempty"`
}

// state returns what its evidence and the reports against it make of an item.
func (it Item) state() State {
	shows := func(s Showing) bool {
		return slices.ContainsFunc(it.Evidence, func(v Evidence) bool { return v.Shows == s })
	}
	switch {
	case len(it.Against) > 0 || shows(Opposite):
		return Contradicted
	case shows(Whole) && !shows(Part):
		return Evidenced
	}
	return NotSeen
}

// Evidence is a place that shows something of what an item asks for.
type Evidence struct {
	Text     string             `json:"text"`
	Shows    Showing            `json:"shows,omitempty"`
	Function string             `json:"function,omitempty"`
	Position inventory.Position `json:"position"`
}

// Showing is what a place shows of an item.
type Showing string

// What places show.
const (
	Whole    Showing = ""         // what the item asks for
	Part     Showing = "part"     // a part of it: the item is not seen
	Opposite Showing = "opposite" // what contradicts it
)

// as returns evidence that shows something else.
func (v Evidence) as(s Showing) Evidence {
	v.Shows = s
	return v
}

// Words says what is seen at the place, and what it shows.
func (v Evidence) Words() string {
	switch v.Shows {
	case Part:
		return "in part: " + v.Text
	case Opposite:
		return "against: " + v.Text
	}
	return v.Text
}

// version is that of the form for programs. It grows when a reader of the old form could not read
// the new one; new fields do not count.
const version = 1

// New makes an audit of what was found; entries are as the analysis has them.
func New(entries []inventory.Entry, reports []Report) *Audit {
	a := &Audit{
		Version: version, Entries: joined.Entries(entries), Reports: reports, Failures: []string{},
	}
	if a.Entries == nil {
		a.Entries = []inventory.Entry{}
	}
	if a.Reports == nil {
		a.Reports = []Report{}
	}
	a.Items = items(a.Entries, a.Reports)
	return a
}

// Count returns how many items have a state.
func (a *Audit) Count(s State) (n int) {
	for _, it := range a.Items {
		if it.State == s {
			n++
		}
	}
	return n
}

// Of returns the entries of a kind.
func (a *Audit) Of(k inventory.Kind) []inventory.Entry {
	var out []inventory.Entry
	for _, e := range a.Entries {
		if e.Kind == k {
			out = append(out, e)
		}
	}
	return out
}

// In returns the items of a group.
func (a *Audit) In(group string) []Item {
	var out []Item
	for _, it := range a.Items {
		if it.Group == group {
			out = append(out, it)
		}
	}
	return out
}
