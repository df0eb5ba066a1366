package since

import (
	"strconv"
	"strings"
)

// added returns the lines that a diff without context adds, by file:
//
//	diff --git a/auth.go b/auth.go
//	--- a/auth.go
//	+++ b/auth.go
//	@@ -7,0 +8,2 @@ func Sign(
//	+	a line
//	+	another
func added(diff string) map[string][]span {
	out := map[string][]span{}
	file, left := "", 0 // lines of the hunk that are still to come
	for line := range strings.Lines(diff) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case left > 0 && !strings.HasPrefix(line, `\`): // a remark on the line before
			left--
		case strings.HasPrefix(line, "diff --git "):
			file = ""
		case strings.HasPrefix(line, "+++ "):
			file = named(line[len("+++ "):])
		case strings.HasPrefix(line, "@@ "):
			fields := strings.Fields(line)
			if len(fields) < 3 {
				continue
			}
			_, gone := numbers(fields[1])
			at, come := numbers(fields[2])
			left = gone + come
			if come > 0 && file != "" {
				out[file] = append(out[file], span{at, at + come - 1})
			}
		}
	}
	return out
}

// named returns the name of a file in a diff, "" for none. git writes names with characters that do
// not show in quotes, and a tab behind names with spaces.
func named(text string) string {
	text = strings.TrimSuffix(text, "\t")
	if name, err := strconv.Unquote(text); err == nil {
		text = name
	}
	name, _ := strings.CutPrefix(text, "b/")
	if text == "/dev/null" {
		return ""
	}
	return name
}

// numbers reads a range of lines: +8,2 or -7, which is -7,1.
func numbers(text string) (at, count int) {
	first, second, ok := strings.Cut(strings.TrimLeft(text, "+-"), ",")
	at, _ = strconv.Atoi(first)
	count = 1
	if ok {
		count, _ = strconv.Atoi(second)
	}
	return at, count
}
