package manual

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/render"
	"github.com/jwtvet/jwtvet/internal/adapt"
)

// This file knows the names in output that are those of no analyzer in the list: what the program
// reports about its own use, and the parts of it that an internal error names.

// about is the name under which the program reports what is about itself.
const about = "jwtvet"

// unresolved is what is known of a wrong row of models. It is an error of the settings, so that
// nothing ignores it.
var unresolved = Category{
	ID: analyzers.UnresolvedModel, Analyzer: about, Severity: "low",
	Title: "a row of models names nothing", Fix: "correct the row, or remove it",
	URL: render.Pages + "models.md#a-row-that-is-wrong", CWE: []string{}, References: []Reference{},
}

const unresolvedText = `A row of models is about a function, method, field or variable that its package does not have: the name is misspelled, or the
library has changed. The command ends with exit code 2 before it shows any report; go vet, golangci-lint and gopls report it
at the import of the package.

Why: without the row its calls mean nothing, so that what it was written for is no longer reported.

Bad (YAML):

	models:
	  - sign: (*corp/auth.Issuer).Isue(claims, key) token

Good (YAML):

	models:
	  - sign: (*corp/auth.Issuer).Issue(claims, key) token

Silent: a row about a package that nothing imports.`

// own returns what is reported about the use of the program itself, by every analyzer.
func own(texts bool) Analyzer {
	rules := render.Rules()
	r := rules[slices.IndexFunc(rules,
		func(r *render.Rule) bool { return r.ID == analyzers.StaleIgnore })]
	stale := Category{
		ID: r.ID, Analyzer: r.Analyzer, Severity: r.Severity, Title: r.Title, Fix: r.Fix, URL: r.URL,
		CWE: []string{}, References: []Reference{}, Ignore: "", // it is corrected instead
	}
	wrong := unresolved
	if texts {
		stale.Text, wrong.Text = read(r.Text), read(unresolvedText)
	}
	a := Analyzer{
		Name: about, Summary: "report ignore directives and rows of models that are wrong",
		URL: render.Pages + "README.md", Categories: []Category{stale, wrong},
	}
	if texts {
		a.Text = "What is wrong with the use of jwtvet itself is found whichever analyzers run."
	}
	return a
}

// helper returns what is known of an analyzer that others need and that reports nothing; nil where
// none has the name.
func helper(name string) *Analyzer {
	var found *analysis.Analyzer
	var users []string
	for _, a := range analyzers.All {
		if h := required(a, name); h != nil {
			found, users = h, append(users, a.Name)
		}
	}
	if found == nil {
		return nil
	}
	return &Analyzer{
		Name: found.Name, Summary: found.Doc, URL: render.Pages + "architecture.md#facts",
		Text: fmt.Sprintf("It reports nothing, others ask it: %s. An internal error in it is a defect of "+
			"jwtvet; please report it at %s.", strings.Join(users, ", "), adapt.Issues),
		Categories: []Category{},
	}
}

// required returns the analyzer of a name among those that another needs, nil for none.
func required(a *analysis.Analyzer, name string) *analysis.Analyzer {
	for _, r := range a.Requires {
		if r.Name == name {
			return r
		}
		if found := required(r, name); found != nil {
			return found
		}
	}
	return nil
}

// Names returns the names of all analyzers and categories.
func Names() []string {
	var out []string
	for _, a := range All() {
		out = append(out, a.Name)
		for _, c := range a.Categories {
			out = append(out, c.ID)
		}
	}
	return out
}

// Find returns the analyzer of a name with all of its categories, or the one of a category with that
// one, with their texts; nil where nothing has the name.
func Find(name string) *Analyzer {
	all := []Analyzer{own(true)}
	for _, a := range analyzers.All {
		all = append(all, analyzer(a, true))
	}
	for _, found := range all {
		if found.Name == name {
			return &found
		}
		for _, c := range found.Categories {
			if c.ID == name {
				found.Categories = []Category{c}
				return &found
			}
		}
	}
	return helper(name)
}
