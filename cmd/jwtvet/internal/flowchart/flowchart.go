// Package flowchart lays out boxes in columns, and arrows from one column to the next, for a page
// that draws them as SVG:
//
//	Issued by          Travels by          Verified by
//	[access token] --> [cookie session] --> [auth.Verify]
//
// Texts never overlap: lines are shortened to the width of a box, and of many boxes the last ones
// are folded into one that says how many.
package flowchart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Chart is what is drawn.
type Chart struct {
	Columns []Column
	Arrows  []Arrow
}

// Column is a column, the first ones of which are most important.
type Column struct {
	Title string
	Empty string // what stands there without boxes
	Boxes []Box
}

// Box is a box.
type Box struct {
	Lines []string // the first one is its title
	Class string   // that a style sheet knows
}

// Arrow goes from a box of a column to a box of the next one.
type Arrow struct {
	Column   int // that it begins in
	From, To int
	Dashed   bool
}

// Drawing is a chart with the places of all that is drawn.
type Drawing struct {
	Width, Height int
	Titles        []Text
	Boxes         []Placed
	Lines         []Curve
}

// Text is a line of text that begins at a point of its base line.
type Text struct {
	X, Y int
	Text string
}

// Placed is a box with its lines.
type Placed struct {
	X, Y, W, H int
	Class      string
	Full       string // all its lines, as they are without being shortened
	Lines      []Text
}

// Curve is an arrow.
type Curve struct {
	Path   string
	Dashed bool
}

// Classes of the boxes that stand for several, and for none.
const (
	more = "more"
	none = "none"
)

// Sizes in pixels.
const (
	cell   = 7.3 // the width of a character of a monospaced font of 12 pixels, rounded up
	cells  = 30  // characters in a line of a box
	inner  = 10  // between the border of a box and its text
	width  = int(cells*cell) + 2*inner
	line   = 17
	space  = 96 // between two columns
	gap    = 16 // between two boxes
	header = 34
)

// Draw lays out a chart with at most so many boxes in a column.
func (c Chart) Draw(most int) Drawing {
	c = c.folded(most).ordered()
	d := Drawing{Width: len(c.Columns)*(width+space) - space}
	heights := make([]int, len(c.Columns))
	for i, col := range c.Columns {
		for _, b := range col.shown() {
			heights[i] += height(b) + gap
		}
		heights[i] -= gap
	}
	tallest := slices.Max(append(heights, 0))
	d.Height = header + tallest + 2
	first := make([]int, len(c.Columns)) // index of the first box of a column
	for i, col := range c.Columns {
		x, y := i*(width+space), header+(tallest-heights[i])/2
		d.Titles = append(d.Titles, Text{x, 16, col.Title})
		first[i] = len(d.Boxes)
		for _, b := range col.shown() {
			p := placed(b, x, y)
			if len(col.Boxes) == 0 {
				p.Class = none
			}
			d.Boxes = append(d.Boxes, p)
			y += p.H + gap
		}
	}
	d.connect(c, first)
	return d
}

// shown returns the boxes of a column, one that says so for none.
func (c Column) shown() []Box {
	if len(c.Boxes) == 0 {
		return []Box{{Lines: []string{c.Empty}}}
	}
	return c.Boxes
}

func height(b Box) int { return len(b.Lines)*line + inner + 4 }

func placed(b Box, x, y int) Placed {
	p := Placed{X: x, Y: y, W: width, H: height(b), Class: b.Class}
	for i, text := range b.Lines {
		if i > 0 {
			p.Full += "\n"
		}
		p.Full += text
		p.Lines = append(p.Lines, Text{x + inner, y + inner + i*line + 9, shortened(text, cells)})
	}
	return p
}

// connect draws the arrows. Those that end at one side of a box stand below each other, in the order
// of their other ends, so that they do not cross there.
func (d *Drawing) connect(c Chart, first []int) {
	arrows := slices.Clone(c.Arrows)
	box := func(column, i int) *Placed { return &d.Boxes[first[column]+i] }
	leaving, coming := map[*Placed][]int{}, map[*Placed][]int{}
	for i, a := range arrows {
		from, to := box(a.Column, a.From), box(a.Column+1, a.To)
		leaving[from] = append(leaving[from], i)
		coming[to] = append(coming[to], i)
	}
	at := func(p *Placed, list []int, i int, other func(Arrow) *Placed) int {
		list = slices.Clone(list)
		slices.SortStableFunc(list, func(a, b int) int {
			return other(arrows[a]).Y - other(arrows[b]).Y
		})
		return p.Y + p.H*(slices.Index(list, i)+1)/(len(list)+1)
	}
	from := func(a Arrow) *Placed { return box(a.Column, a.From) }
	to := func(a Arrow) *Placed { return box(a.Column+1, a.To) }
	for i, a := range arrows {
		f, t := from(a), to(a)
		y1, y2 := at(f, leaving[f], i, to), at(t, coming[t], i, from)
		x1, x2 := f.X+f.W, t.X-2
		d.Lines = append(d.Lines, Curve{
			fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x1, y1, x1+space/2, y1, x2-space/2, y2, x2, y2),
			a.Dashed,
		})
	}
}

// folded returns the chart with the boxes of a column that are too many folded into one.
func (c Chart) folded(most int) Chart {
	out := Chart{Arrows: []Arrow{}}
	for _, col := range c.Columns {
		if n := len(col.Boxes); n > most {
			rest := Box{Lines: []string{fmt.Sprintf("and %d more", n-most+1)}, Class: more}
			col.Boxes = append(slices.Clone(col.Boxes[:most-1]), rest)
		}
		out.Columns = append(out.Columns, col)
	}
	for _, a := range c.Arrows {
		a.From, a.To = min(a.From, most-1), min(a.To, most-1)
		same := func(b Arrow) bool { return b.Column == a.Column && b.From == a.From && b.To == a.To }
		if i := slices.IndexFunc(out.Arrows, same); i >= 0 {
			out.Arrows[i].Dashed = out.Arrows[i].Dashed && a.Dashed
			continue
		}
		out.Arrows = append(out.Arrows, a)
	}
	return out
}

// ordered returns the chart with the boxes of each column beside those of the column before that
// their arrows come from.
func (c Chart) ordered() Chart {
	out := Chart{slices.Clone(c.Columns), slices.Clone(c.Arrows)}
	for i := 1; i < len(out.Columns); i++ {
		boxes := out.Columns[i].Boxes
		order := make([]int, len(boxes)) // old index of each box
		rank := make([]float64, len(boxes))
		for b := range boxes {
			order[b] = b
			rank[b] = out.rank(i, b)
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank[a], rank[b]) })
		sorted := make([]Box, len(boxes))
		for to, from := range order {
			sorted[to] = boxes[from]
		}
		out.Columns[i].Boxes = sorted
		for n, a := range out.Arrows {
			if a.Column == i-1 {
				out.Arrows[n].To = slices.Index(order, a.To)
			}
			if a.Column == i {
				out.Arrows[n].From = slices.Index(order, a.From)
			}
		}
	}
	return out
}

// rank returns the mean of the boxes that the arrows of a box come from; those without stand last,
// and behind them the one that says how many more there are.
func (c Chart) rank(column, box int) float64 {
	if c.Columns[column].Boxes[box].Class == more {
		return math.Inf(1)
	}
	sum, n := 0, 0
	for _, a := range c.Arrows {
		if a.Column == column-1 && a.To == box {
			sum, n = sum+a.From, n+1
		}
	}
	if n == 0 {
		return float64(len(c.Columns[column-1].Boxes))
	}
	return float64(sum) / float64(n)
}

// shortened returns a text that is no wider than n characters, with its beginning and its end.
func shortened(text string, n int) string {
	runes := []rune(text)
	if columns(runes) <= n {
		return text
	}
	head, tail := 0, len(runes)
	for used := 1; ; { // the ellipsis
		fromHead := columns(runes[:head])*2 <= columns(runes[tail:])*3
		next := runes[head : head+1]
		if !fromHead {
			next = runes[tail-1 : tail]
		}
		if used += columns(next); used > n {
			return string(runes[:head]) + "…" + string(runes[tail:])
		}
		if fromHead {
			head++
		} else {
			tail--
		}
	}
}

// columns returns how many characters of a monospaced font are as wide as a text, at most: those of
// East Asia, and pictures, take two.
func columns(text []rune) (n int) {
	for _, r := range text {
		if n++; 0x1100 <= r && r < 0x1200 || r >= 0x2300 {
			n++
		}
	}
	return n
}
