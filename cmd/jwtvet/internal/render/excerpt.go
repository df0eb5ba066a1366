package render

import (
	"os"
	"strings"
	"unicode"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
)

// Widest is the number of characters of a source line that an excerpt shows at most, and before how many of them of it
// the reported place stands when a line is longer.
const (
	widest = 140
	before = 40
)

// excerpt returns a line of source without its indentation and a line that marks the columns from start to end in it.
func excerpt(line string, start, end drive.Position) (source, mark string) {
	from := clamp(start.Column-1, 0, len(line))
	to := len(strings.TrimRightFunc(line, unicode.IsSpace))
	if end.Line == start.Line && end.Column > start.Column {
		to = end.Column - 1
	}
	to = clamp(to, from, len(line))
	head := []rune(strings.TrimLeftFunc(line[:from], unicode.IsSpace))
	body, tail := []rune(line[from:to]), []rune(strings.TrimRightFunc(line[to:], unicode.IsSpace))
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

func clamp(n, low, high int) int { return max(low, min(n, high)) }

// Files returns a function for [Text.Lines] that reads files below dir, each once.
func Files(dir func(name string) string) func(name string) []string {
	seen := map[string][]string{}
	return func(name string) []string {
		lines, ok := seen[name]
		if !ok {
			if data, err := os.ReadFile(dir(name)); err == nil {
				lines = strings.Split(string(data), "\n")
			}
			seen[name] = lines
		}
		return lines
	}
}
