// Package report turns a finding into a diagnostic: category, documentation address, at most one related position. It
// leaves out generated files and, unless asked, test files, and it honours ignore directives.
package report

import (
	"flag"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
)

// Severity ranks what an attacker gains.
type Severity string

// Severities, from worst to mildest.
const (
	Critical Severity = "critical"
	High     Severity = "high"
	Medium   Severity = "medium"
	Low      Severity = "low"
)

// Category is one kind of report. Its ID never changes meaning once released: it is what a diagnostic carries, what a
// user writes to ignore it, the anchor of its documentation.
type Category struct {
	ID       string
	Severity Severity
	CWE      []int
	RFC      string // document and section of the rule: RFC 8725 3.5
	ASVS     string // requirement of OWASP ASVS 5.0
	Title    string // what it reports, in one line
	Strict   bool   // reported with the flag -strict only
	Stricter bool   // reported of more with the flag -strict
	Advice   bool   // reported with the flag -advice only
}

// Flag returns the flag without which the category is not reported, "" for most.
func (c Category) Flag() string {
	switch {
	case c.Strict:
		return "-strict"
	case c.Advice:
		return "-advice"
	}
	return ""
}

// Docs is where the pages of the categories are.
const Docs = "https://github.com/jwtvet/jwtvet/blob/main/docs/"

// Finding is one defect.
type Finding struct {
	Category string
	Pos, End token.Pos // where a person would mend it
	Message  string    // one line, lower case, never a secret
	At       token.Pos // related position, usually the sink; token.NoPos for none
	Why      string    // what happens at At
	Fixes    []analysis.SuggestedFix
	From     token.Pos // what in Go ships the file of Pos, where that is another language: directives there hold too
	Source   any       // what brings the defect here where it is made elsewhere: it is told once, wherever it is used; nil for none
}

// Settings are the flags that every analyzer has.
type Settings struct {
	Tests   bool       // report test files too
	Strict  bool       // report strict categories too
	Advice  bool       // report categories of advice too
	Disable categories // are not reported
	Nolint  bool       // honour //nolint:jwtvet; false where the driver does so itself
}

// Flags returns the flags that set s.
func Flags(s *Settings) flag.FlagSet {
	var fs flag.FlagSet
	fs.BoolVar(&s.Tests, "tests", false, "report test files too")
	fs.BoolVar(&s.Strict, "strict", false, "report what is good practice rather than a hole, too")
	fs.BoolVar(&s.Advice, "advice", false, "report what the source of a program suggests and what runs around it may settle, too")
	fs.Var(&s.Disable, "disable", "comma-separated `categories` that are not reported")
	fs.BoolVar(&s.Nolint, "nolint", true, "honour //nolint:jwtvet; =false for drivers that do so themselves")
	files.Include(&s.Tests)
	return fs
}

// Reporter reports the findings of one analyzer in one package, each defect once.
type Reporter struct {
	pass   *analysis.Pass
	off    categories
	strict bool
	advice bool
	mute   map[*token.File]bool
	seen   map[seen]bool
	dirs   directives
}

type seen struct {
	category string
	at       any // a position, or the source of the finding
}

// New returns a reporter for the pass.
func New(pass *analysis.Pass, s *Settings) *Reporter {
	r := &Reporter{pass: pass, off: s.Disable, strict: s.Strict, advice: s.Advice, mute: map[*token.File]bool{}, seen: map[seen]bool{}, dirs: directives{}}
	for _, f := range pass.Files {
		file := pass.Fset.File(f.FileStart)
		r.mute[file] = ast.IsGenerated(f) || !s.Tests && files.Test(pass.Fset, f)
		r.dirs.read(pass.Fset, f, s.Nolint)
	}
	return r
}

// Done ends the reports of an analyzer with the given categories: it reports ignore directives that are not needed, have
// expired or, where the analyzer is the first of the suite, are not understood.
func (r *Reporter) Done(categories []Category, first bool) {
	var own []string
	for _, c := range categories {
		if (r.strict || !c.Strict && !c.Stricter) && (r.advice || !c.Advice) { // else a directive may be needed where the flag is on
			own = append(own, c.ID)
		}
	}
	r.stale(own, first)
}

// Report reports f unless its file is left out, a directive ignores it, its category is disabled, or the same defect was
// reported before. A directive stays needed while the category is disabled.
func (r *Reporter) Report(f Finding) {
	keys := []seen{{f.Category, f.Pos}}
	if f.Source != nil {
		keys = append(keys, seen{f.Category, f.Source})
	}
	file := r.pass.Fset.File(f.Pos)
	if file == nil || r.mute[file] || slices.ContainsFunc(keys, func(k seen) bool { return r.seen[k] }) {
		return
	}
	for _, k := range keys {
		r.seen[k] = true
	}
	if r.dirs.ignore(r.pass, f) || slices.Contains(r.off, f.Category) {
		return
	}
	d := analysis.Diagnostic{
		Category: f.Category, Pos: f.Pos, End: f.End, Message: f.Message, SuggestedFixes: f.Fixes,
		URL: Docs + r.pass.Analyzer.Name + ".md#" + f.Category,
	}
	if f.At.IsValid() && f.At != f.Pos && r.pass.Fset.File(f.At) != nil {
		d.Related = []analysis.RelatedInformation{{Pos: f.At, Message: f.Why}}
	}
	r.pass.Report(d)
}
