// Package manual is what can be looked up about analyzers and categories. All of it comes from the
// doc.go of the analyzers and the list of categories.
package manual

import (
	"fmt"
	"go/doc/comment"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
)

// Version is the version of the JSON documents. It grows when a reader of the old form could not
// read the new one; new fields do not count.
const Version = 1

// Analyzer is what is known of an analyzer.
type Analyzer struct {
	Name       string     `json:"name"`
	Summary    string     `json:"summary"`
	Text       string     `json:"text,omitempty"` // what it looks at
	URL        string     `json:"url"`
	Categories []Category `json:"categories"`
}

// Category is what is known of one kind of report.
type Category struct {
	ID         string      `json:"category"`
	Analyzer   string      `json:"analyzer"`
	Severity   string      `json:"severity"`
	Flag       string      `json:"flag,omitempty"` // without which it is not reported
	Title      string      `json:"title"`
	Fix        string      `json:"fix"`
	URL        string      `json:"url"`
	CWE        []string    `json:"cwe"`
	References []Reference `json:"references"`
	Ignore     string      `json:"ignore,omitempty"` // the directive, for Go

	*Text
}

// Text is what the documentation says of a category.
type Text struct {
	What   string    `json:"what"`
	Attack string    `json:"attack"` // why it matters
	Bad    []Example `json:"bad"`
	Good   []Example `json:"good"`
	Silent string    `json:"silent"`            // what is not reported on purpose
	Limits string    `json:"limits,omitempty"`  // what cannot be seen
	Fixes  string    `json:"fixes,omitempty"`   // what suggested fixes do
	Other  []Example `json:"ignores,omitempty"` // directives in files of other languages

	whole string
}

// Example is a piece of code.
type Example struct {
	Of       string `json:"of"` // the library, and what else is to be known
	Language string `json:"language"`
	Code     string `json:"code"`
}

// Reference is a rule that a category stands for.
type Reference struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// All returns all analyzers with their categories, without the texts.
func All() []Analyzer {
	var out []Analyzer
	for _, a := range analyzers.All {
		out = append(out, analyzer(a, false))
	}
	return append(out, own(false))
}

func analyzer(a *analysis.Analyzer, texts bool) Analyzer {
	summary, rest, _ := strings.Cut(a.Doc, "\n")
	out := Analyzer{Name: a.Name, Summary: summary, URL: render.Pages + a.Name + ".md"}
	if texts {
		rest, _, _ = strings.Cut(rest, "\n# ")
		out.Text = strings.TrimSpace(rest)
	}
	for _, c := range analyzers.Categories(a.Name) {
		out.Categories = append(out.Categories, category(a, c, texts))
	}
	return out
}

func category(a *analysis.Analyzer, c analyzers.Category, texts bool) Category {
	out := Category{
		ID: c.ID, Analyzer: a.Name, Severity: string(c.Severity), Flag: c.Flag(), Title: c.Title,
		Fix: c.Fix, URL: render.Pages + a.Name + ".md#" + c.ID,
		References: references(c), Ignore: "//jwtvet:ignore " + c.ID + " -- reason",
	}
	for _, n := range c.CWE {
		out.CWE = append(out.CWE, fmt.Sprintf("CWE-%d", n))
	}
	if texts {
		out.Text = read(analyzers.Text(a, c.ID))
	}
	return out
}

// Where the rules are.
const (
	cwe   = "https://cwe.mitre.org/data/definitions/"
	rfcs  = "https://www.rfc-editor.org/rfc/rfc"
	asvs  = "https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en"
	fetch = "https://fetch.spec.whatwg.org/"
)

// references returns the rules that a category stands for.
func references(c analyzers.Category) []Reference {
	var out []Reference
	for _, n := range c.CWE {
		out = append(out, Reference{fmt.Sprintf("CWE-%d", n), fmt.Sprintf("%s%d.html", cwe, n)})
	}
	rule := Reference{c.RFC, fetch}
	if words := strings.Fields(c.RFC); len(words) == 3 && words[0] == "RFC" {
		rule.URL = rfcs + words[1] + "#section-" + words[2]
	}
	return append(out, rule, Reference{"OWASP ASVS 5.0 " + c.ASVS, asvs})
}

// labels matches the line above a code block: what it shows and, in parentheses, of which
// library or in which language.
var labels = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(Bad|Good|Ignore [a-z ]+) \(((\S+?)(?:,? .*)?)\):$`)
})

// Language returns the language of the code block below a line of a documentation, "" when the line
// is no label of one.
func Language(line string) string {
	m := labels().FindStringSubmatch(line)
	switch {
	case m == nil:
		return ""
	case m[3] == "JavaScript":
		return "js"
	case m[3] == "HTML":
		return "html"
	case m[3] == "YAML":
		return "yaml"
	case m[3] == "gitignore":
		return "gitignore"
	}
	return "go"
}

// read takes the documentation of a category apart.
func read(text string) *Text {
	t := &Text{whole: text}
	into := &t.What
	var label []string
	for _, block := range new(comment.Parser).Parse(text).Content {
		code, ok := block.(*comment.Code)
		if !ok {
			said := Plain(block)
			if label = labels().FindStringSubmatch(said); label == nil {
				t.add(&into, said)
			}
			continue
		}
		if label == nil {
			continue
		}
		e := Example{label[2], Language(label[0]), code.Text}
		switch label[1] {
		case "Bad":
			t.Bad = append(t.Bad, e)
		case "Good":
			t.Good = append(t.Good, e)
		default:
			t.Other = append(t.Other, e)
		}
	}
	return t
}

// add adds a paragraph to the part of the text that its first word names, or to the last one.
func (t *Text) add(into **string, said string) {
	for word, part := range map[string]*string{
		"Why:": &t.Attack, "Silent:": &t.Silent, "Limits:": &t.Limits, "Fix:": &t.Fixes,
	} {
		if rest, ok := strings.CutPrefix(said, word); ok {
			*into, said = part, strings.TrimSpace(rest)
		}
	}
	**into = strings.TrimSpace(**into + "\n\n" + said)
}

// Plain returns the text of a block: a paragraph as one line, a list with a line for each item.
func Plain(b comment.Block) string {
	p := comment.Printer{TextWidth: -1}
	return strings.TrimSpace(string(p.Text(&comment.Doc{Content: []comment.Block{b}})))
}
