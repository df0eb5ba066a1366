// Package report turns a finding into a diagnostic: category, address of the documentation, at
// most two related positions. It leaves out generated files and, unless asked, test files, and it
// honours ignore directives.
package report

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
)

// Docs is where the pages of the categories are.
const Docs = "https://github.com/jwtvet/jwtvet/blob/main/docs/"

// Settings are the flags that every analyzer has. Whether test files count is one setting of the
// whole run, see [files.Tests], as are names, see [names.Secret].
type Settings struct {
	Strict  bool       // report strict categories too
	Advice  bool       // report categories of advice too
	Disable categories // are not reported
	Nolint  bool       // honour //nolint:jwtvet; false where the driver does so itself
	Ignored bool       // report what directives ignore too, with the directive: see [Ignored]
}

// own are rows that people add to the model.
var own model.Own

// Flags returns the flags that set s.
func Flags(s *Settings) flag.FlagSet {
	var fs flag.FlagSet
	fs.BoolVar(&files.Tests, "tests", false, "report test files too; holds for all analyzers")
	fs.BoolVar(&s.Strict, "strict", false,
		"report deviations from good practice too, not only vulnerabilities")
	fs.BoolVar(&s.Advice, "advice", false,
		"report what the source suggests and the deployment may settle, too")
	fs.Var(&s.Disable, "disable", "comma-separated `categories` that are not reported")
	fs.Var(&names.Secret, "secret-names", "comma-separated `names` of settings that hold a JWT "+
		"key, * for any part of one; holds for all analyzers")
	fs.Var(&names.NotSecret, "not-secret-names",
		"comma-separated `names` of what is neither a key nor a token; holds for all analyzers")
	fs.Var(&own, "models",
		"`rows` of the model for libraries of your own, separated by semicolons; holds for all analyzers")
	fs.BoolVar(&s.Nolint, "nolint", true,
		"honour //nolint:jwtvet; =false for drivers that do so themselves")
	fs.BoolVar(&s.Ignored, "ignored", false,
		"report what directives ignore too, with the directive; for drivers that know the difference")
	return fs
}

// Reporter reports the findings of one analyzer in one package, each defect once.
type Reporter struct {
	pass     *analysis.Pass
	settings *Settings
	seen     map[seen]bool
	comments *Comments
	places   *places
	pages    []*directive // of files in other languages, which only one analyzer reads
}

type seen struct {
	category string
	at       any // a position, or the source of the finding
}

// New returns a reporter for the pass of an analyzer that requires [Directives].
func New(pass *analysis.Pass, s *Settings) *Reporter {
	c := pass.ResultOf[Directives].(*Comments)
	c.read()
	return &Reporter{pass: pass, settings: s, seen: map[seen]bool{}, comments: c,
		places: newPlaces(pass)}
}

// Report reports f unless its file is left out, a directive ignores it, its category is disabled,
// or the same defect was reported before. A directive stays needed while the category is disabled.
func (r *Reporter) Report(f Finding) {
	keys := []seen{{f.Category, f.Pos}}
	if f.Source != nil {
		keys = append(keys, seen{f.Category, f.Source})
	}
	file := r.pass.Fset.File(f.Pos)
	if file == nil || r.comments.mute[file] ||
		slices.ContainsFunc(keys, func(k seen) bool { return r.seen[k] }) {
		return
	}
	for _, k := range keys {
		r.seen[k] = true
	}
	by := r.ignoredBy(f)
	if by != nil && !r.settings.Ignored || slices.Contains(r.settings.Disable, f.Category) {
		return
	}
	d := analysis.Diagnostic{
		Category: f.Category, Pos: f.Pos, End: f.End, Message: f.Message, SuggestedFixes: f.Fixes,
		URL: Docs + r.pass.Analyzer.Name + ".md#" + f.Category,
	}
	if f.Related.IsValid() && f.Related != f.Pos && r.pass.Fset.File(f.Related) != nil {
		d.Related = []analysis.RelatedInformation{{Pos: f.Related, Message: f.Why}}
	}
	if pos := r.places.elsewhere(f.Made); pos.IsValid() {
		d.Related = append(d.Related, analysis.RelatedInformation{
			Pos: pos, Message: "the value comes from here",
		})
	}
	if by != nil {
		d.SuggestedFixes = nil
		d.Related = append(d.Related, analysis.RelatedInformation{
			Pos: by.pos, End: by.end, Message: byDirective + by.reason,
		})
	}
	r.places.settle(&d)
	r.pass.Report(d)
}

const byDirective = "ignored by this directive: "

// Ignored returns the reason that a directive gives, where the message of a related position says
// that it ignores the report. Drivers hand on nothing else that could tell.
func Ignored(message string) (reason string, ok bool) {
	return strings.CutPrefix(message, byDirective)
}

// Done ends the reports of an analyzer with the given categories: it reports ignore directives that
// are not needed, have expired or, if no other analyzer has done so, are not understood.
func (r *Reporter) Done(list []category.Category) {
	r.unresolved()
	if slices.Contains(r.settings.Disable, category.StaleIgnore) {
		return
	}
	var own []string
	for _, c := range list { // others may be needed where the flag is on
		if (r.settings.Strict || !c.Strict && !c.Stricter) && (r.settings.Advice || !c.Advice) {
			own = append(own, c.ID)
		}
	}
	for _, w := range r.comments.wrong(own, r.settings.Disable) {
		r.stale(w.directive, w.text)
	}
	for _, d := range r.pages {
		if text := d.misspelled(); text != "" {
			r.stale(d, text)
		} else if text := d.unneeded(own, r.settings.Disable); text != "" {
			r.stale(d, text)
		}
	}
}

// unresolved reports the rows that people added to the model for what the package imports and that
// name nothing there, unless another analyzer has done so.
func (r *Reporter) unresolved() {
	if !r.comments.first() {
		return
	}
	for _, imp := range r.pass.Pkg.Imports() {
		for _, text := range model.Unresolved(imp) {
			at := r.importOf(imp.Path())
			r.pass.Report(analysis.Diagnostic{
				Category: category.UnresolvedModel, Pos: at.Pos(), End: at.End(),
				Message: "models: " + text, URL: Docs + "models.md",
			})
		}
	}
}

// importOf returns where the package imports a path; the name of the package where cgo or a
// generator hides that.
func (r *Reporter) importOf(path string) ast.Node {
	for _, f := range r.pass.Files {
		for _, spec := range f.Imports {
			if spec.Path.Value == strconv.Quote(path) {
				return spec
			}
		}
	}
	return r.pass.Files[0].Name
}

// stale reports a directive with which something is wrong.
func (r *Reporter) stale(d *directive, text string) {
	out := analysis.Diagnostic{
		Category: category.StaleIgnore, Pos: d.pos, End: d.end, Message: text,
		URL: Docs + "README.md#ignoring-reports",
	}
	r.places.settle(&out)
	r.pass.Report(out)
}

// ignoredBy returns the directive on the finding's line or the line above, or there where Go ships
// its file, that takes the finding off; nil for none.
func (r *Reporter) ignoredBy(f Finding) (by *directive) {
	for _, pos := range []token.Pos{f.Pos, f.From} {
		if pos.IsValid() {
			p := lineOf(r.pass.Fset, pos)
			// A driver that honours //nolint itself looks for it where a line directive points.
			nolint := r.settings.Nolint || r.places.misplaced(pos, pos)
			if d := r.comments.ignore(p, f.Category, nolint); by == nil {
				by = d
			}
			for _, d := range r.pages {
				if d.matches(p, f.Category) && d.use(f.Category) && by == nil {
					by = d
				}
			}
		}
	}
	return by
}

// Muted returns whether a node of a package stands in a file that is never reported. The analyzer
// of the pass requires [Directives].
func Muted(pass *analysis.Pass) func(ast.Node) bool {
	c := pass.ResultOf[Directives].(*Comments)
	c.read()
	return func(n ast.Node) bool {
		file := pass.Fset.File(n.Pos())
		return file == nil || c.mute[file]
	}
}

// muted returns the files of a package that are never reported: generated ones and, unless asked
// for, tests.
func muted(pass *analysis.Pass) map[*token.File]bool {
	out := map[*token.File]bool{}
	for _, f := range pass.Files {
		out[pass.Fset.File(f.FileStart)] = generated(pass, f) || !files.Tests && files.Test(pass, f)
	}
	return out
}

// generated reports whether a program wrote a file. What cgo makes of a file with import "C" is as
// its author wrote it, at the places that its line directives name.
func generated(pass *analysis.Pass, f *ast.File) bool {
	written, name := files.Written(pass.Fset, f.Package), pass.Fset.File(f.FileStart).Name()
	if !ast.IsGenerated(f) || written == name {
		return ast.IsGenerated(f)
	}
	src, err := files.Read(pass, written)
	if err != nil {
		return !strings.HasSuffix(name, ".cgo1.go")
	}
	own, err := parser.ParseFile(token.NewFileSet(), written, src,
		parser.PackageClauseOnly|parser.ParseComments)
	return err == nil && ast.IsGenerated(own)
}
