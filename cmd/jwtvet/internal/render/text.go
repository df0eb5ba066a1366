package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
)

// Text writes reports for people.
type Text struct {
	Out   io.Writer
	Color bool
}

// The looks of the parts of a report, as select-graphic-rendition codes.
const (
	bold  = "1"
	faint = "2"
	green = "32"
)

var bySeverity = map[string]string{"critical": "1;31", "high": "31", "medium": "33", "low": "36"}

// more is the last line, below reports.
const more = `"jwtvet explain CATEGORY" says why it matters, with bad and good code`

// Run writes every report that nothing hides, and a summary.
func (t *Text) Run(run *Run) error {
	w, shown := bufio.NewWriter(t.Out), run.Shown()
	for _, f := range shown {
		t.report(w, f)
	}
	fmt.Fprintln(w, t.paint(bold, Summary(run)))
	if len(shown) > 0 {
		fmt.Fprintln(w, t.paint(faint, more))
	}
	return w.Flush()
}

// report writes one report: place, category and message; the line with a mark
// below; the way of the value; how to fix it.
func (t *Text) report(w io.Writer, f Finding) {
	look := bySeverity[f.Severity]
	fmt.Fprintf(w, "%s: %s: %s %s\n",
		t.paint(bold, f.Position.String()), t.paint(look, cmp.Or(f.Category, f.Analyzer)),
		Visible(f.Message), t.paint(look, "["+f.Severity+"]"))
	if code := f.At().Code; code != (Code{}) {
		fmt.Fprintf(w, "    %s\n    %s\n", code.Text(), t.color(green, code.mark()))
	}
	t.way(w, f.Flow)
	if f.Rule.Fix != "" {
		fmt.Fprintf(w, "    %s\n", t.paint(faint, "to fix: "+f.Rule.Fix))
	}
	fmt.Fprintln(w)
}

// way writes the places of a report: a single other one as it is, more with their numbers.
func (t *Text) way(w io.Writer, flow []Step) {
	for i, s := range flow {
		line := s.Message + ": " + Place(s.Position)
		switch {
		case len(flow) > 2 && s.Reported:
			line = fmt.Sprintf("%d. reported here: %s", i+1, Place(s.Position))
		case len(flow) > 2:
			line = fmt.Sprintf("%d. %s", i+1, line)
		case s.Reported:
			continue
		}
		fmt.Fprintf(w, "    %s\n", t.paint(faint, line))
	}
}

// Place returns a position for people. What is in another package may be known by its line only.
func Place(p drive.Position) string {
	if p.Column <= 1 {
		p.Column = 0
	}
	return p.String()
}

// paint returns s as [Visible] has it, in a colour where there are any.
func (t *Text) paint(look, s string) string { return t.color(look, Visible(s)) }

// color puts a colour around what shows.
func (t *Text) color(look, s string) string {
	if !t.Color || look == "" {
		return s
	}
	return "\x1b[" + look + "m" + s + "\x1b[0m"
}
