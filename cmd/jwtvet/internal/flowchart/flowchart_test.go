package flowchart

import (
	"fmt"
	"strings"
	"testing"
)

// chart returns a chart of columns with so many boxes each, with an arrow from each box to each of
// the next column.
func chart(sizes ...int) Chart {
	var c Chart
	for i, n := range sizes {
		col := Column{Title: fmt.Sprint("column ", i), Empty: "none"}
		for b := range n {
			lines := make([]string, 1+b%4)
			for l := range lines {
				lines[l] = strings.Repeat("wide ", b+l)
			}
			col.Boxes = append(col.Boxes, Box{Lines: lines})
			for from := range sizes[max(i-1, 0)] {
				if i > 0 {
					c.Arrows = append(c.Arrows, Arrow{Column: i - 1, From: from, To: b})
				}
			}
		}
		c.Columns = append(c.Columns, col)
	}
	return c
}

// Nothing lies upon anything else, and everything within the drawing.
func TestNothingOverlaps(t *testing.T) {
	for _, sizes := range [][]int{
		{}, {0}, {0, 0, 0}, {1, 1}, {1, 0, 1}, {3, 7, 2, 9}, {200, 1, 300, 0},
	} {
		d := chart(sizes...).Draw(8)
		for i, a := range d.Boxes {
			if a.X < 0 || a.Y < header || a.X+a.W > d.Width || a.Y+a.H > d.Height {
				t.Errorf("%v: %+v is outside of %d x %d", sizes, a, d.Width, d.Height)
			}
			for _, l := range a.Lines {
				if wide := int(float64(columns([]rune(l.Text))) * cell); l.X < a.X+inner ||
					l.X+wide > a.X+a.W-inner+1 || l.Y-10 < a.Y || l.Y+4 > a.Y+a.H {
					t.Errorf("%v: %+v is outside of %+v", sizes, l, a)
				}
			}
			for _, b := range d.Boxes[:i] {
				if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
					t.Errorf("%v: %+v and %+v overlap", sizes, a, b)
				}
			}
		}
	}
}

func TestFolded(t *testing.T) {
	d := chart(1, 20).Draw(8)
	if len(d.Boxes) != 1+8 || len(d.Lines) != 8 {
		t.Fatalf("%d boxes, %d arrows", len(d.Boxes), len(d.Lines))
	}
	if last := d.Boxes[8]; last.Full != "and 13 more" || last.Class != more {
		t.Errorf("got %+v", last)
	}
	c := chart(2, 20)
	c.Arrows = []Arrow{{Column: 0, From: 0, To: 19}, {Column: 0, From: 1, To: 3}}
	if last := c.Draw(8).Boxes[2+7]; last.Class != more {
		t.Errorf("got %+v", last)
	}
	if d = chart(1, 8).Draw(8); len(d.Boxes) != 1+8 || d.Boxes[8].Class != "" {
		t.Errorf("got %+v", d.Boxes)
	}
}

// Boxes stand beside those that their arrows come from; arrows follow them.
func TestOrdered(t *testing.T) {
	c := Chart{Columns: []Column{
		{Boxes: []Box{{Lines: []string{"a"}}, {Lines: []string{"b"}}, {Lines: []string{"c"}}}},
		{Boxes: []Box{{Lines: []string{"of c"}}, {Lines: []string{"of none"}}, {Lines: []string{"of a"}}}},
		{Boxes: []Box{{Lines: []string{"of of c"}}, {Lines: []string{"of of a"}}}},
	}, Arrows: []Arrow{
		{0, 2, 0, false}, {0, 0, 2, true}, {1, 0, 0, false}, {1, 2, 1, false},
	}}
	got := c.ordered()
	for _, a := range got.Arrows {
		from := got.Columns[a.Column].Boxes[a.From].Lines[0]
		to := got.Columns[a.Column+1].Boxes[a.To].Lines[0]
		if to != "of "+from {
			t.Errorf("an arrow goes from %q to %q", from, to)
		}
	}
	if b := got.Columns[1].Boxes; b[0].Lines[0] != "of a" || b[2].Lines[0] != "of none" {
		t.Errorf("got %+v", b)
	}
}

func TestShortened(t *testing.T) {
	for text, want := range map[string]string{
		"":                              "",
		"0123456789":                    "0123456789",
		"01234567890":                   "01234…7890",
		"日本語の名前":                        "日本…名前",
		strings.Repeat("x", 500) + "()": "xxxxx…xx()",
	} {
		got := shortened(text, 10)
		if got != want || columns([]rune(got)) > 10 {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
