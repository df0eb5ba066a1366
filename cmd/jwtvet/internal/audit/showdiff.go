package audit

import (
	"bufio"
	"cmp"
	"fmt"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// This file writes what has changed since a revision.

// diff writes the changes for people: + is new, - is gone, ! has less protection than before, ~ is
// another change.
func (t *text) diff(d *Diff) {
	for _, e := range d.Added {
		t.mark("+", "32", e)
	}
	for _, e := range d.Removed {
		t.mark("-", "31", e)
	}
	for _, c := range d.Changed {
		fmt.Fprintf(t, "%s %s: %s\n", t.paint("33", "~"), t.paint(bold, Place(c.After.Position)),
			render.Visible(c.After.Title()))
		for _, w := range c.What {
			t.changed(w.Name, w.Before, w.After, w.Weaker)
		}
	}
	for i, it := range d.Items {
		if i == 0 {
			t.line("", "")
			t.line(bold, "Checklist")
		}
		t.changed(it.Title, string(it.Before), string(it.After), it.Weaker)
	}
	if !d.Empty() {
		t.line("", "")
	}
	t.line(bold, d.Summary())
}

// mark writes an entry behind a mark.
func (t *text) mark(mark, look string, e inventory.Entry) {
	fmt.Fprintf(t, "%s %s: %s\n", t.paint(look, mark), t.paint(bold, Place(e.Position)),
		render.Visible(e.Title()))
	if details := e.Details(); len(details) > 0 {
		t.line(faint, "      "+strings.Join(details, "; "))
	}
}

func (t *text) changed(name, before, after string, weaker bool) {
	mark, look := " ", ""
	if weaker {
		mark, look = "!", "31"
	}
	fmt.Fprintf(t, "    %s %s\n", t.paint(look, mark), render.Visible(turned(name, before, after)))
}

// turned says what a detail was and is.
func turned(name, before, after string) string {
	return name + ": " + cmp.Or(before, "not known") + " -> " + cmp.Or(after, "not known")
}

// Summary says in one line what has changed.
func (d *Diff) Summary() string {
	since := "since " + d.Revision
	less := ""
	if d.Unanalysed > 0 {
		less = fmt.Sprintf("; %s not analysed at %s: what is in them looks new",
			render.Count(d.Unanalysed, "package"), d.Revision)
	}
	if d.Empty() {
		return "nothing has changed in the inventory " + since + less
	}
	weaker := 0
	for _, c := range d.Changed {
		for _, w := range c.What {
			if w.Weaker {
				weaker++
			}
		}
	}
	for _, it := range d.Items {
		if it.Weaker {
			weaker++
		}
	}
	return fmt.Sprintf("%d added, %d removed, %d changed %s; %s", len(d.Added), len(d.Removed),
		len(d.Changed), since, render.Count(weaker, "change")+" with less protection than before"+less)
}

// writeDiff writes the changes as Markdown.
func writeDiff(b *bufio.Writer, a *Audit) {
	d := a.Diff
	fmt.Fprintf(b, "# JWT audit of %s since %s\n\n%s.\n", plain(a.Title), plain(d.Revision),
		plain(d.Summary()))
	list := func(heading string, entries []inventory.Entry) {
		if len(entries) == 0 {
			return
		}
		fmt.Fprintf(b, "\n## %s\n\n", heading)
		for _, e := range entries {
			fmt.Fprintf(b, "- %s %s: %s\n", code(Place(e.Position)), plain(e.Title()),
				plain(strings.Join(e.Details(), "; ")))
		}
	}
	list("Added", d.Added)
	list("Removed", d.Removed)
	if len(d.Changed) > 0 {
		b.WriteString("\n## Changed\n\n| place | what | change |\n|---|---|---|\n")
		for _, c := range d.Changed {
			for _, w := range c.What {
				fmt.Fprintf(b, "| %s | %s | %s |\n", code(Place(c.After.Position)),
					plain(c.After.Title()), plainChange(w.Name, w.Before, w.After, w.Weaker))
			}
		}
	}
	if len(d.Items) > 0 {
		b.WriteString("\n## Checklist\n\n| item | change |\n|---|---|\n")
		for _, it := range d.Items {
			fmt.Fprintf(b, "| %s | %s |\n", plain(it.Title),
				plainChange("state", string(it.Before), string(it.After), it.Weaker))
		}
	}
}

// plainChange writes a change, in bold where it takes protection away.
func plainChange(name, before, after string, weaker bool) string {
	text := plain(turned(name, before, after))
	if weaker {
		return "**" + text + "**"
	}
	return text
}
