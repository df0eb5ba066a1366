package manual

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// document is the JSON form of [WriteJSON]. docs/agents.md describes it.
type document struct {
	Version   int        `json:"version"`
	Analyzers []Analyzer `json:"analyzers"`
}

// WriteJSON writes what is known of analyzers as one document.
func WriteJSON(w io.Writer, list []Analyzer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	return enc.Encode(document{Version, list})
}

// Write writes one line for each category.
func Write(w io.Writer, list []Analyzer) error {
	for _, a := range list {
		if _, err := fmt.Fprintf(w, "%s: %s\n", a.Name, a.Summary); err != nil {
			return err
		}
		for _, c := range a.Categories {
			fmt.Fprintf(w, "\t%-22s %-9s %s\n", c.ID, c.Severity, c.titled())
		}
	}
	return nil
}

// titled returns the title with the flag without which the category is not reported.
func (c Category) titled() string {
	if c.Flag != "" {
		return c.Title + " (" + c.Flag + ")"
	}
	return c.Title
}

// Explain writes what a person wants to know who meets a report: all of one category, or what an
// analyzer is about.
func Explain(w io.Writer, a *Analyzer, name string) error {
	var b strings.Builder
	if name == a.Name {
		fmt.Fprintf(&b, "%s: %s\n\n%s\n\n", a.Name, a.Summary, a.Text)
		for _, c := range a.Categories {
			fmt.Fprintf(&b, "\t%-22s %-9s %s\n", c.ID, c.Severity, c.titled())
		}
		if len(a.Categories) > 0 {
			b.WriteString("\n\"jwtvet explain CATEGORY\" says more about one of them.\n\n")
		}
		b.WriteString(a.URL + "\n")
	} else {
		a.Categories[0].explain(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (c Category) explain(b *strings.Builder) {
	fmt.Fprintf(b, "%s: %s\n%s, reported by %s\n\n%s\n\nTo fix: %s.\n\nReferences:\n",
		c.ID, c.titled(), c.Severity, c.Analyzer, c.whole, c.Fix)
	for _, r := range c.References {
		fmt.Fprintf(b, "\t%-22s %s\n", r.Name, r.URL)
	}
	fmt.Fprintf(b, "\t%-22s %s\n", "this text", c.URL)
	if c.Ignore != "" {
		fmt.Fprintf(b, `
To ignore one report, on its line or the line above:
	%s
	%s
`, c.Ignore, strings.Replace(c.Ignore, " -- ", " until=2030-01-31 -- ", 1))
	}
	if c.ID != unresolved.ID {
		fmt.Fprintf(b, `
To ignore all of them: -disable %s, or in .jwtvet.yml
	disable: [%s]
`, c.ID, c.ID)
	}
}
