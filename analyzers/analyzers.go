// Package analyzers is the suite: every analyzer of jwtvet, in the order in which people meet
// them, and the categories they report.
package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/jwtcookie"
	"github.com/jwtvet/jwtvet/analyzers/jwtexpiry"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory"
	"github.com/jwtvet/jwtvet/analyzers/jwtleak"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret"
	"github.com/jwtvet/jwtvet/analyzers/jwtstorage"
	"github.com/jwtvet/jwtvet/analyzers/jwttransport"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify"
)

// Category describes one kind of report.
type Category = category.Category

// StaleIgnore is the category of reports about ignore directives, which every analyzer makes.
const StaleIgnore = category.StaleIgnore

// UnresolvedModel is the category of reports about rows of -models that name nothing, which the
// first analyzer makes.
const UnresolvedModel = category.UnresolvedModel

// suite is the one list of what there is: flags, help, pages, the table of README and what
// directives may name are made of it.
var suite = []struct {
	analyzer   *analysis.Analyzer
	categories []Category
}{
	{jwtsecret.Analyzer, category.Secret},
	{jwtexpiry.Analyzer, category.Expiry},
	{jwtverify.Analyzer, category.Verify},
	{jwtleak.Analyzer, category.Leak},
	{jwttransport.Analyzer, category.Transport},
	{jwtcookie.Analyzer, category.Cookie},
	{jwtstorage.Analyzer, category.Storage},
	{jwtlifecycle.Analyzer, category.Lifecycle},
}

// All holds every analyzer that is on by default.
var All = all()

func all() []*analysis.Analyzer {
	var out []*analysis.Analyzer
	for _, s := range suite {
		out = append(out, s.analyzer)
	}
	return out
}

// Inventory lists what a program does with tokens, where its flag is set. It reports no defects and
// is for the command, whose tool has it beside All.
var Inventory = jwtinventory.Analyzer

// Categories returns the categories that the analyzer called name reports.
func Categories(name string) []Category {
	for _, s := range suite {
		if s.analyzer.Name == name {
			return s.categories
		}
	}
	return nil
}

// Text returns what an analyzer's documentation says of one of its categories: what, why, bad and
// good code, when it is silent.
func Text(a *analysis.Analyzer, category string) string { return report.Section(a.Doc, category) }

// FixCondition returns the condition that the message of a suggested fix names: what must hold
// beside the source for the fix to be right. It is "" for fixes that are right wherever they are
// offered.
func FixCondition(message string) string { return report.Condition(message) }

// Ignored returns the reason that an ignore directive gives, where the message of a related position
// says that the directive ignores the report: with the flag -NAME.ignored those are reported too.
func Ignored(message string) (reason string, ok bool) { return report.Ignored(message) }

// Withdrawn reports whether the message of a related position says that its report takes back those
// of the same category at the same place: main, which sees the whole program, knows better. Only a
// driver that asks for ignored reports is told so.
func Withdrawn(message string) bool { return report.Withdrawn(message) }

// ReadsSetting reports whether the message of a related position says that a setting is read there.
func ReadsSetting(message string) bool { return message == report.Read }

// Expired returns the category that a report of [StaleIgnore] is about, where its message says that
// the directive has expired.
func Expired(message string) (category string, ok bool) { return report.Expired(message) }

// Owner returns the name of the analyzer that reports a category, "" for none.
func Owner(id string) string {
	for _, s := range suite {
		for _, c := range s.categories {
			if c.ID == id {
				return s.analyzer.Name
			}
		}
	}
	return ""
}

// HandlesTokens reports whether a package that imports path makes, checks or configures tokens.
func HandlesTokens(path string) bool { return model.HandlesTokens(path) }

// IsModelled reports whether the package at path is one of which an analyzer looks at all that it
// declares: it handles tokens, or rows that people added are about it.
func IsModelled(path string) bool { return model.HandlesTokens(path) || model.IsOwn(path) }

// Models returns the rows that a text holds, each in one line, as the flag -models of every
// analyzer reads them.
func Models(text string) ([]string, error) {
	rows, err := model.ParseOwn(text)
	var out []string
	for _, r := range rows {
		out = append(out, r.Text)
	}
	return out, err
}

// Verbs returns the verbs of such rows.
func Verbs() []string {
	var out []string
	for _, v := range model.Verbs {
		out = append(out, string(v))
	}
	return out
}
