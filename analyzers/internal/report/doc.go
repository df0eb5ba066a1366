package report

import (
	"strings"
)

// Doc returns what an [analysis.Analyzer] says of itself: the package comment of its doc.go, given
// as source, from the verb of its first sentence on. Everything that people read of an analyzer is
// made of this one text.
func Doc(source string) string {
	var b strings.Builder
	b.Grow(len(source))
	for line := range strings.Lines(source) {
		text, comment := strings.CutPrefix(line, "//")
		if !comment {
			break
		}
		b.WriteString(strings.TrimPrefix(text, " "))
	}
	_, said, _ := strings.Cut(b.String(), " reports ")
	// a summary has no period
	return "report " + strings.TrimSpace(strings.Replace(said, ".\n", "\n", 1))
}

// Section returns the part of a text of [Doc] that is about one category, without its heading; ""
// when there is none.
func Section(doc, category string) string {
	_, rest, ok := strings.Cut(doc, "\n# "+category+"\n")
	if !ok {
		return ""
	}
	rest, _, _ = strings.Cut(rest, "\n# ")
	return strings.TrimSpace(rest)
}
