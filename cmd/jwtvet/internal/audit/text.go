package audit

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// The looks of parts of the text, as select-graphic-rendition codes.
const (
	bold  = "1"
	faint = "2"
)

var byState = map[State]string{Evidenced: "32", Contradicted: "31", NotSeen: "33"}

// text writes an audit for people.
type text struct {
	*bufio.Writer
	color bool
}

func writeText(w io.Writer, color bool, a *Audit) error {
	t := &text{bufio.NewWriter(w), color}
	t.line(bold, a.Title)
	if a.Diff != nil {
		t.diff(a.Diff)
		return t.Flush()
	}
	for _, k := range inventory.Kinds {
		if list := a.Of(k); len(list) > 0 {
			t.line("", "")
			t.line(bold, Headings[k])
			for _, e := range list {
				t.entry(e)
			}
		}
	}
	if len(a.Entries) == 0 {
		t.line("", "")
		t.line("", "nothing here handles tokens, as far as the source shows")
	}
	for _, g := range Groups {
		t.line("", "")
		t.line(bold, g)
		for _, it := range a.In(g) {
			t.item(it)
		}
	}
	t.line("", "")
	t.line(bold, a.Summary())
	return t.Flush()
}

// Headings are the titles of the parts of an inventory.
var Headings = map[inventory.Kind]string{
	inventory.Issue:   "Issues tokens",
	inventory.Provide: "Hands over keys and lifetimes",
	inventory.Verify:  "Verifies tokens",
	inventory.Read:    "Reads tokens from requests",
	inventory.Cookie:  "Sends tokens as cookies",
	inventory.Revoke:  "Revokes tokens",
	inventory.Consult: "Asks whether tokens are revoked",
	inventory.Send:    "Sends tokens in requests",
	inventory.Measure: "Protective measures",
}

// line writes a line, in a look.
func (t *text) line(look, s string) { fmt.Fprintln(t, t.paint(look, s)) }

func (t *text) paint(look, s string) string {
	s = render.Visible(s)
	if !t.color || look == "" {
		return s
	}
	return "\x1b[" + look + "m" + s + "\x1b[0m"
}

// entry writes an entry: its place, what it is about, what is known of it.
func (t *text) entry(e inventory.Entry) {
	fmt.Fprintf(t, "  %s: %s\n", t.paint(bold, Place(e.Position)), render.Visible(e.Title()))
	details := slices.Clone(e.Details())
	if e.Function != "" {
		details = append([]string{"in " + e.Function}, details...)
	}
	t.line(faint, "      "+strings.Join(details, "; "))
}

// item writes an item of the checklist, what shows it and what contradicts it.
func (t *text) item(it Item) {
	fmt.Fprintf(t, "  %s %s %s\n", t.paint(byState[it.State], fmt.Sprintf("%-12s", it.State)),
		render.Visible(it.Title), t.paint(faint, "["+Standards(it)+"]"))
	for i, r := range it.Against {
		if i == most && len(it.Against) > most+1 {
			t.line("", fmt.Sprintf("      against: %d more reports", len(it.Against)-most))
			break
		}
		t.line("", "      against: "+r.Category+": "+r.Message+": "+Place(r.Position))
	}
	for i, v := range it.Evidence {
		if i == most && len(it.Evidence) > most+1 {
			t.line(faint, fmt.Sprintf("      and %d more", len(it.Evidence)-most))
			break
		}
		t.line(faint, "      "+v.Words()+": "+Place(v.Position))
	}
}

// most is how many places that show an item, and how many reports against it, the text names.
const most = 5

// Place writes a position as editors understand it.
func Place(p inventory.Position) string {
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Standards names the sections of standards that ask for an item.
func Standards(it Item) string {
	out := "ASVS " + it.ASVS
	if it.RFC != "" {
		out += ", " + it.RFC
	}
	return out
}

// Summary says in one line what an audit has.
func (a *Audit) Summary() string {
	s := fmt.Sprintf("%s: %d of %d items evidenced, %d contradicted, %d not seen",
		render.Count(a.Packages, "package"), a.Count(Evidenced), len(a.Items),
		a.Count(Contradicted), a.Count(NotSeen))
	if a.Unanalysed > 0 {
		s += "; " + render.Count(a.Unanalysed, "package") + " not analysed"
	} else if len(a.Failures) > 0 {
		s += "; not everything was analysed"
	}
	return s
}
