package audit

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/flowchart"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// This file makes a diagram of an inventory: who issues tokens, what they travel by, who verifies
// them, where it is kept which are revoked.
//
// An inventory does not say which token goes where. What one function does is connected; what one
// package does, or what is done with one kind of token, is where nothing is that one function does.

// part is a box, with the entries that it stands for.
type part struct {
	lines   []string
	entries []inventory.Entry
}

// flow is the diagram while it is made.
type flow struct {
	columns [4][]part
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

// flows returns the diagram of an audit, and each of its arrows in words.
func flows(a *Audit) (flowchart.Chart, []string) {
	f := &flow{}
	for _, e := range a.Entries {
		f.add(e)
	}
	f.describe()
	f.connect(issued, inventory.Issue, inventory.Cookie, inventory.Send)
	f.connect(travelling, inventory.Read, inventory.Verify)
	f.connect(verified, inventory.Verify, inventory.Consult)
	f.sort(a.Reports)
	return f.chart(a.Reports), f.words()
}

// add puts an entry into the box that it belongs to.
func (f *flow) add(e inventory.Entry) {
	switch e.Kind {
	case inventory.Issue:
		f.put(issued, e, f.token(e), where(e), about(e.Algorithms, e.Life.String()), key(e))
	case inventory.Verify:
		f.put(verified, e, f.token(e), where(e), accepted(e), key(e), checked(e))
	case inventory.Cookie:
		f.put(travelling, e, strings.TrimSpace("cookie "+e.Name))
	case inventory.Read, inventory.Send:
		f.put(travelling, e, strings.TrimSpace(string(e.Medium)+" "+e.Name))
	case inventory.Revoke, inventory.Consult:
		f.put(kept, e, cmp.Or(string(e.Medium), "store"))
	}
}

// put adds an entry to the box of a column that has the same lines.
func (f *flow) put(column int, e inventory.Entry, lines ...string) {
	lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
	for i, l := range lines {
		lines[i] = render.Visible(l)
	}
	list := f.columns[column]
	i := slices.IndexFunc(list, func(p part) bool { return slices.Equal(p.lines, lines) })
	if i < 0 {
		i, list = len(list), append(list, part{lines: lines})
	}
	list[i].entries = append(list[i].entries, e)
	f.columns[column] = list
}

func (f *flow) token(e inventory.Entry) string {
	if e.Purpose == inventory.Other {
		return "token of another kind"
	}
	return strings.TrimSpace(string(e.Purpose) + " token")
}

// where names the function of an entry as its callers do.
func where(e inventory.Entry) string {
	return strings.Trim(path.Base(e.Package)+"."+e.Function, ".")
}

func about(algorithms []string, life string) string {
	return strings.Trim(strings.Join(algorithms, ", ")+" · "+life, " ·")
}

func key(e inventory.Entry) string {
	if len(e.Keys) == 0 {
		return ""
	}
	return "key: " + words(e.Keys)
}

func accepted(e inventory.Entry) string {
	if len(e.Algorithms) == 0 && e.Pinned == inventory.No {
		return "any algorithm"
	}
	return strings.Join(e.Algorithms, ", ")
}

func checked(e inventory.Entry) string {
	var out []string
	for name, k := range map[string]inventory.Known{
		"1 exp": e.Expires, "2 iss": e.Issuer, "3 aud": e.Audience, "4 revocation": e.Revoked,
	} {
		if k == inventory.Yes {
			out = append(out, name)
		}
	}
	if slices.Sort(out); len(out) == 0 {
		return ""
	}
	for i := range out {
		out[i] = out[i][2:]
	}
	return "checks " + strings.Join(out, " ")
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

// flagsOf returns the attributes that all cookies of a part have.
func flagsOf(p part) string {
	secure, httpOnly, sameSite, cookies := true, true, "", 0
	for _, e := range p.entries {
		if e.Kind != inventory.Cookie {
			continue
		}
		secure = secure && e.Secure == inventory.Yes
		httpOnly = httpOnly && e.HTTPOnly == inventory.Yes
		if cookies++; cookies > 1 && sameSite != e.SameSite {
			e.SameSite = ""
		}
		sameSite = e.SameSite
	}
	var out []string
	if secure && cookies > 0 {
		out = append(out, "Secure")
	}
	if httpOnly && cookies > 0 {
		out = append(out, "HttpOnly")
	}
	if slices.Contains([]string{"Strict", "Lax", "None"}, sameSite) {
		out = append(out, sameSite)
	}
	return strings.Join(out, " · ")
}

// connect draws arrows from the boxes of a column to those of the next one, by entries of one kind
// and of others. A box that one function connects gets no weaker arrow, and a package connects what
// there is one of.
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
			if s > none && s == best && (s > weak || count[weak] == 1) {
				f.arrows = append(f.arrows,
					flowchart.Arrow{Column: column, From: i, To: j, Dashed: s < strong})
			}
		}
	}
}

// strength is how much says that two entries are about one token.
type strength int

const (
	none   strength = iota
	weak            // they stand in one package
	fair            // they are about one kind of token
	strong          // they stand in one function
)

func related(p, q part, from inventory.Kind, to []inventory.Kind) (best strength) {
	for _, e := range p.entries {
		for _, o := range q.entries {
			if e.Kind == from && slices.Contains(to, o.Kind) {
				best = max(best, relation(e, o))
			}
		}
	}
	return best
}

func relation(e, o inventory.Entry) strength {
	same := e.Purpose == o.Purpose
	switch {
	case e.Purpose != "" && o.Purpose != "" && !same:
		return none
	case e.Package == o.Package && e.Function == o.Function && e.Function != "":
		return strong
	case same && e.Purpose != "" && e.Purpose != inventory.Other:
		return fair
	case e.Package == o.Package:
		return weak
	}
	return none
}

// sort puts first what reports are about, then what arrows connect.
func (f *flow) sort(reports []Report) {
	for column, list := range f.columns {
		rank := func(i int) int {
			if isReported(list[i], reports) {
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

// isReported reports whether a report stands at a line of an entry.
func isReported(p part, reports []Report) bool {
	return slices.ContainsFunc(p.entries, func(e inventory.Entry) bool {
		return len(reportsAt(e, reports)) > 0
	})
}

func reportsAt(e inventory.Entry, reports []Report) (out []Report) {
	for _, r := range reports {
		if r.Position.File == e.Position.File && r.Position.Line == e.Position.Line {
			out = append(out, r)
		}
	}
	return out
}

func (f *flow) chart(reports []Report) flowchart.Chart {
	c := flowchart.Chart{Arrows: f.arrows}
	for i, list := range f.columns {
		col := flowchart.Column{Title: columnTitles[i][0], Empty: columnTitles[i][1]}
		for _, p := range list {
			b := flowchart.Box{Lines: p.lines}
			if isReported(p, reports) {
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
