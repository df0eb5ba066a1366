package audit

import (
	_ "embed" // for the parts of the page
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/flowchart"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/tokenflow"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/webpage"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// The parts of the page.
var (
	//go:embed page/page.html
	pageText string
	//go:embed page/page.css
	pageStyle string
)

// page is what the template shows. Every text of it shows all its characters.
type page struct {
	webpage.Page
	Title, Summary, Tool string
	Tiles                []tile
	Failures             []string
	Changes              *changes           // nil where nothing is compared
	Drawing              *flowchart.Drawing // nil for none
	Arrows               []string           // in words
	Groups               []group
	Tables               []table
	Reports              []reportRow
}

// changes are those since a revision.
type changes struct {
	Summary string
	Rows    []changeRow
}

type changeRow struct {
	Mark, Class, Place, What string
	Details                  []detailRow
}

type detailRow struct {
	Text   string
	Weaker bool
}

type tile struct {
	Class, Name string
	Count       int
}

type group struct {
	Title, ID string
	Items     []itemRow
}

type itemRow struct {
	Title, Class, State, Standards string
	Evidence, More                 []evidenceRow // More is folded
	Against                        []reportRow
}

type evidenceRow struct{ Text, Function, Place string }

type reportRow struct{ Category, URL, Severity, Message, Place string }

type table struct {
	Title, ID string
	Rows      []entryRow
}

type entryRow struct {
	Place, Function, What string
	Details               []string
	Reports               []reportRow
}

// classes of states in the style sheet.
var classes = map[State]string{
	Evidenced: "evidenced", Contradicted: "contradicted", NotSeen: "unseen",
}

// How many boxes a column of the diagram has, and how many places show of an item before the rest
// is folded.
const (
	mostBoxes  = 10
	mostPlaces = 10
)

// writeHTML writes the page that a reviewer hands in.
func writeHTML(w io.Writer, _ bool, a *Audit) error {
	t, err := template.New("page").Parse(pageText)
	if err != nil {
		return err
	}
	p := page{
		Page: webpage.New(pageStyle, ""), Title: render.Visible(a.Title),
		Summary: a.Summary(), Tool: render.Visible(a.Tool), Reports: reportRows(a.Reports),
	}
	for _, s := range []State{Evidenced, Contradicted, NotSeen} {
		p.Tiles = append(p.Tiles, tile{classes[s], string(s), a.Count(s)})
	}
	for _, f := range a.Failures {
		p.Failures = append(p.Failures, render.Visible(f))
	}
	if a.Diff != nil {
		p.Changes = changesOf(a.Diff)
	}
	if len(a.Entries) > 0 {
		chart, words := tokenflow.Of(a.Entries, func(e inventory.Entry) bool {
			return len(reportsAt(e, a.Reports)) > 0
		})
		d := chart.Draw(mostBoxes)
		p.Drawing, p.Arrows = &d, words
	}
	p.checklist(a)
	p.inventory(a)
	return t.Execute(w, p)
}

// changesOf returns what the page says of changes: what is new and gone, and what is known
// otherwise.
func changesOf(d *Diff) *changes {
	out := &changes{Summary: render.Visible(d.Summary())}
	entries := func(mark, class string, list []inventory.Entry) {
		for _, e := range list {
			row := changeRow{
				mark, class, render.Visible(Place(e.Position)), render.Visible(e.Title()), nil,
			}
			if text := strings.Join(e.Details(), "; "); text != "" {
				row.Details = []detailRow{{render.Visible(text), false}}
			}
			out.Rows = append(out.Rows, row)
		}
	}
	entries("added", "evidenced", d.Added)
	entries("removed", "contradicted", d.Removed)
	for _, c := range d.Changed {
		row := changeRow{
			"changed", "medium", render.Visible(Place(c.After.Position)),
			render.Visible(c.After.Title()), nil,
		}
		for _, w := range c.What {
			row.Details = append(row.Details,
				detailRow{render.Visible(turned(w.Name, w.Before, w.After)), w.Weaker})
		}
		out.Rows = append(out.Rows, row)
	}
	for _, it := range d.Items {
		text := turned("state", string(it.Before), string(it.After))
		out.Rows = append(out.Rows, changeRow{
			"item", "unseen", "", render.Visible(it.Title),
			[]detailRow{{render.Visible(text), it.Weaker}},
		})
	}
	return out
}

func (p *page) checklist(a *Audit) {
	for _, name := range Groups {
		g := group{Title: name, ID: anchor(name)}
		for _, it := range a.In(name) {
			row := itemRow{
				Title: render.Visible(it.Title), Class: classes[it.State], State: string(it.State),
				Standards: Standards(it), Against: reportRows(it.Against),
			}
			for _, v := range it.Evidence {
				row.Evidence = append(row.Evidence, evidenceRow{
					render.Visible(v.Words()), render.Visible(v.Function), render.Visible(Place(v.Position)),
				})
			}
			if len(row.Evidence) > mostPlaces+1 {
				row.Evidence, row.More = row.Evidence[:mostPlaces], row.Evidence[mostPlaces:]
			}
			g.Items = append(g.Items, row)
		}
		if len(g.Items) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
}

func (p *page) inventory(a *Audit) {
	for _, k := range inventory.Kinds {
		t := table{Title: Headings[k], ID: "entries-" + string(k)}
		for _, e := range a.Of(k) {
			row := entryRow{
				Place: render.Visible(Place(e.Position)), Function: render.Visible(e.Function),
				What: render.Visible(e.Title()), Reports: reportRows(reportsAt(e, a.Reports)),
			}
			for _, d := range e.Details() {
				row.Details = append(row.Details, render.Visible(d))
			}
			t.Rows = append(t.Rows, row)
		}
		if len(t.Rows) > 0 {
			p.Tables = append(p.Tables, t)
		}
	}
}

// reportsAt returns the reports at the line of an entry.
func reportsAt(e inventory.Entry, reports []Report) (out []Report) {
	for _, r := range reports {
		if r.Position.File == e.Position.File && r.Position.Line == e.Position.Line {
			out = append(out, r)
		}
	}
	return out
}

func reportRows(list []Report) (out []reportRow) {
	for _, r := range list {
		out = append(out, reportRow{
			render.Visible(r.Category), r.URL, render.Visible(r.Severity), render.Visible(r.Message),
			render.Visible(Place(r.Position)),
		})
	}
	return out
}

// anchor makes an id of a title.
func anchor(title string) string {
	return "checklist-" + strings.ToLower(strings.ReplaceAll(title, " ", "-"))
}

// ViewBox is what the page shows of the diagram, with room for the borders of boxes.
func (p page) ViewBox() string {
	return fmt.Sprintf("-2 0 %d %d", p.Drawing.Width+4, p.Drawing.Height)
}
