package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
)

// Widest is the number of characters of a source line that an excerpt shows at most, and before how
// many of them of it the reported place stands when a line is longer.
const (
	widest = 140
	before = 40
)

// code returns the line of a step, nothing where it cannot be read or only a line directive says
// which one it is.
func (s sources) code(step Step) Code {
	line := s.line(step.Position)
	if line == nil || step.Reported && byLine(step.Position, step.End) {
		return Code{}
	}
	return excerpt(*line, step.Position, step.End)
}

// byLine reports whether a line directive tells the place of a report, and no more than
// its line: whether the line says the same as the Go code that was analysed, nobody
// knows. It may be another secret.
func byLine(start, end drive.Position) bool { return start.Column == 1 && end == start }

// excerpt returns a line of source without its indentation.
func excerpt(line string, start, end drive.Position) Code {
	from, to := span(line, start, end)
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
	c := Code{lead + string(head), string(body), string(tail)}
	if cut {
		c.After += "…"
	}
	return c
}

// mark returns a line that marks what is reported in a line of source above it.
func (c Code) mark() string {
	return blank(c.Before) + strings.Repeat("^", max(1, utf8.RuneCountInString(c.Marked)))
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
func span(line string, start, end drive.Position) (from, to int) {
	from, to = clamp(start.Column-1, 0, len(line)), len(line)
	if end.Line == start.Line && end.Column > start.Column {
		to = clamp(end.Column-1, from, len(line))
	}
	return from, to
}

func clamp(n, low, high int) int { return max(low, min(n, high)) }
