// Package tokenflow makes a diagram of an inventory: who issues tokens, what they travel by, who
// verifies them, which store is asked about revoked ones.
//
// An inventory does not say which token goes where. What one function does is connected; what is done
// with one kind of token, or in one package, is where no function says more.
package tokenflow

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/flowchart"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// part is a box, with the entries that it stands for.
type part struct {
	lines   []string
	entries []inventory.Entry
}

// flow is the diagram while it is made.
type flow struct {
	columns [4][]part
	index   map[string]int // of boxes, by column and lines
	arrows  []flowchart.Arrow
}

// The columns.
const (
	issued = iota
	travelling
	verified
	kept
)

var columnTitles = [4][2]string{
	{"Issued by", "no issuer seen"}, {"Travel by", "no cookie or request seen"},
	{"Verified by", "no verification seen"}, {"Revoked in", "no store seen"},
}

// Of returns the diagram of an inventory, and each of its arrows in words. Boxes of which an entry is
// reported stand first, with the class "reported".
func Of(
	entries []inventory.Entry, reported func(inventory.Entry) bool,
) (flowchart.Chart, []string) {
	f := &flow{index: map[string]int{}}
	for _, e := range entries {
		f.add(e)
	}
	f.describe()
	f.connect(issued, inventory.Issue, inventory.Cookie, inventory.Send)
	f.connect(travelling, inventory.Read, inventory.Verify)
	f.connect(verified, inventory.Verify, inventory.Consult)
	f.sort(reported)
	return f.chart(reported), f.words()
}

// add puts an entry into the box that it belongs to.
func (f *flow) add(e inventory.Entry) {
	switch e.Kind {
	case inventory.Issue:
		f.put(issued, e, e.Token(), where(e), about(e.Algorithms, e.Life.String()), key(e))
	case inventory.Verify:
		f.put(verified, e, e.Token(), where(e), accepted(e), key(e), checked(e))
	case inventory.Cookie:
		f.put(travelling, e, strings.TrimSpace("cookie "+e.Name))
	case inventory.Read, inventory.Send:
		f.put(travelling, e, strings.TrimSpace(string(e.Medium)+" "+e.Name))
	case inventory.Revoke, inventory.Consult:
		f.put(kept, e, store(e))
	}
}

// put adds an entry to the box of a column that has the same lines.
func (f *flow) put(column int, e inventory.Entry, lines ...string) {
	lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
	for i, l := range lines {
		lines[i] = render.Visible(l)
	}
	id := fmt.Sprintf("%d %q", column, lines)
	i, known := f.index[id]
	if !known {
		i = len(f.columns[column])
		f.index[id] = i
		f.columns[column] = append(f.columns[column], part{lines: lines})
	}
	f.columns[column][i].entries = append(f.columns[column][i].entries, e)
}

// describe adds to media and stores what is done with them.
func (f *flow) describe() {
	for column, kinds := range map[int][][2]string{
		travelling: {
			{string(inventory.Cookie), "set"}, {string(inventory.Send), "sent"},
			{string(inventory.Read), "read"},
		},
		kept: {{string(inventory.Revoke), "put into"}, {string(inventory.Consult), "asked"}},
	} {
		for i, p := range f.columns[column] {
			if flags := flagsOf(p); flags != "" {
				p.lines = append(p.lines, flags)
			}
			for _, k := range kinds {
				n := 0
				for _, e := range p.entries {
					if string(e.Kind) == k[0] {
						n++
					}
				}
				if n > 0 {
					p.lines = append(p.lines, k[1]+" in "+render.Count(n, "place"))
				}
			}
			f.columns[column][i] = p
		}
	}
}

// connect draws arrows from the boxes of a column to those of the next one, by entries of one kind
// and of others. A box that one function connects gets no weaker arrow; a kind of token, or a
// package, connects what there is one of.
func (f *flow) connect(column int, from inventory.Kind, to ...inventory.Kind) {
	for j, q := range f.columns[column+1] {
		best, strengths := none, make([]strength, len(f.columns[column]))
		count := map[strength]int{}
		for i, p := range f.columns[column] {
			strengths[i] = related(p, q, from, to)
			best = max(best, strengths[i])
			count[strengths[i]]++
		}
		for i, s := range strengths {
			if s > none && s == best && (s == strong || count[s] == 1) {
				f.arrows = append(f.arrows,
					flowchart.Arrow{Column: column, From: i, To: j, Dashed: s < strong})
			}
		}
	}
}

// sort puts first what reports are about, then what arrows connect.
func (f *flow) sort(reported func(inventory.Entry) bool) {
	for column, list := range f.columns {
		rank := func(i int) int {
			if slices.ContainsFunc(list[i].entries, reported) {
				return 0
			}
			if slices.ContainsFunc(f.arrows, func(a flowchart.Arrow) bool {
				return a.Column == column && a.From == i || a.Column == column-1 && a.To == i
			}) {
				return 1
			}
			return 2
		}
		order := make([]int, len(list))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return rank(a) - rank(b) })
		sorted := make([]part, len(list))
		for to, from := range order {
			sorted[to] = list[from]
		}
		f.columns[column] = sorted
		for n, a := range f.arrows {
			if a.Column == column {
				f.arrows[n].From = slices.Index(order, a.From)
			}
			if a.Column == column-1 {
				f.arrows[n].To = slices.Index(order, a.To)
			}
		}
	}
}

func (f *flow) chart(reported func(inventory.Entry) bool) flowchart.Chart {
	c := flowchart.Chart{Arrows: f.arrows}
	for i, list := range f.columns {
		col := flowchart.Column{Title: columnTitles[i][0], Empty: columnTitles[i][1]}
		for _, p := range list {
			b := flowchart.Box{Lines: p.lines}
			if slices.ContainsFunc(p.entries, reported) {
				b.Class = "reported"
			}
			col.Boxes = append(col.Boxes, b)
		}
		c.Columns = append(c.Columns, col)
	}
	return c
}

// words says what the arrows say.
func (f *flow) words() (out []string) {
	verbs := [3]string{"%s: travels by %s", "%s: verified by %s", "%s: asks %s"}
	for _, a := range f.arrows {
		text := fmt.Sprintf(verbs[a.Column], f.name(a.Column, a.From), f.name(a.Column+1, a.To))
		if a.Dashed {
			text += " (probably)"
		}
		out = append(out, text)
	}
	return out
}

// name says which box it is, in one line.
func (f *flow) name(column, i int) string {
	lines := f.columns[column][i].lines
	if column == issued || column == verified {
		return strings.Join(lines[:min(2, len(lines))], " of ")
	}
	return lines[0]
}
