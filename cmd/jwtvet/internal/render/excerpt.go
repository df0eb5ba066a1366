package render

import (
	"strings"
	"unicode"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
)

// Widest is the number of characters of a source line that an excerpt shows at most, and before how
// many of them of it the reported place stands when a line is longer.
const (
	widest = 140
	before = 40
)

// excerpt returns a line of source without its indentation and a line that
// marks what is reported in it.
func excerpt(line string, r drive.Report) (source, mark string) {
	from, to := span(line, r)
	head := []rune(visibleLine(strings.TrimLeftFunc(line[:from], unicode.IsSpace)))
	body, tail := []rune(visibleLine(line[from:to])), []rune(visibleLine(line[to:]))
	lead := ""
	if len(head)+len(body)+len(tail) > widest && len(head) > before {
		head, lead = head[len(head)-before:], "…"
	}
	room := max(widest-len(head), 1)
	body, cut := crop(body, room)
	if !cut {
		tail, cut = crop(tail, max(room-len(body), 0))
	} else {
		tail = nil
	}
	source = lead + string(head) + string(body) + string(tail)
	if cut {
		source += "…"
	}
	return source, blank(lead+string(head)) + strings.Repeat("^", max(1, len(body)))
}

// crop shortens s to n characters.
func crop(s []rune, n int) ([]rune, bool) {
	if len(s) <= n {
		return s, false
	}
	return s[:n], true
}

// blank replaces every character but tabs, which keep the marks below what they mark.
func blank(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, s)
}

// span returns where in its first line a report begins and ends.
func span(line string, r drive.Report) (from, to int) {
	from, to = clamp(r.Position.Column-1, 0, len(line)), len(line)
	if r.End.Line == r.Position.Line && r.End.Column > r.Position.Column {
		to = clamp(r.End.Column-1, from, len(line))
	}
	return from, to
}

func clamp(n, low, high int) int { return max(low, min(n, high)) }
