package render

import (
	"fmt"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Pages is where the documentation is.
const Pages = "https://github.com/jwtvet/jwtvet/blob/main/docs/"

// Rule is what is known of every report of a category.
type Rule struct {
	ID        string
	Analyzer  string
	Severity  string // of the category; that of a report can be milder
	Title     string // what it reports, in one line
	Fix       string // what to do about it, in one line
	Text      string // the documentation: why, bad and good code, when it is silent
	URL       string // the same as a page
	CWE       []int
	Standards []string // further rules that it stands for: RFC, OWASP ASVS
	Precision string   // how sure a report is, in the words of SARIF users: high, medium
}

// stale is the rule of reports about ignore directives, which are about the tool itself.
var stale = &Rule{
	ID: analyzers.StaleIgnore, Analyzer: "jwtvet", Severity: "low", Precision: "very-high",
	Title: "an ignore directive is malformed, not needed or has expired",
	Fix:   "correct or remove the directive",
	Text: "An ignore directive names the categories that it ignores and a reason. One that is " +
		"malformed, names an unknown category, is no longer needed or has expired is reported.",
	URL: Pages + "README.md#ignoring-reports",
}

// Rules returns a rule for each category, in the order in which people meet them.
func Rules() []*Rule {
	var out []*Rule
	for _, a := range analyzers.All {
		for _, c := range analyzers.Categories(a.Name) {
			out = append(out, rule(a.Name, analyzers.Text(a, c.ID), c))
		}
	}
	return append(out, stale)
}

func rule(analyzer, text string, c analyzers.Category) *Rule {
	r := &Rule{
		ID: c.ID, Analyzer: analyzer, Severity: string(c.Severity), Title: c.Title, Fix: c.Fix,
		Text: text, CWE: c.CWE, Precision: "high", URL: Pages + analyzer + ".md#" + c.ID,
		Standards: []string{c.RFC, "OWASP ASVS 5.0 " + c.ASVS},
	}
	if c.Flag() != "" { // the source alone does not decide
		r.Precision = "medium"
	}
	return r
}

// known returns the rule of a category among rules; one that says no more than its name where the
// category is unknown, as in the output of another version.
func known(rules []*Rule, analyzer, category string) *Rule {
	for _, r := range rules {
		if r.ID == category {
			return r
		}
	}
	return &Rule{
		ID: category, Analyzer: analyzer, Severity: "low", Title: category,
		Precision: "medium", URL: Pages + "README.md",
	}
}

// Weaknesses returns the CWE names of a rule: CWE-798.
func (r *Rule) Weaknesses() []string {
	var out []string
	for _, n := range r.CWE {
		out = append(out, fmt.Sprintf("CWE-%d", n))
	}
	return out
}

// Help returns what a person needs who meets a report of the rule for the first time.
func (r *Rule) Help() string {
	return strings.TrimSpace(strings.TrimSpace(r.Title+".\n\nHow to fix: "+r.Fix+".\n\n"+r.Text) +
		"\n\n" + strings.Join(append(r.Weaknesses(), r.Standards...), ", "))
}
