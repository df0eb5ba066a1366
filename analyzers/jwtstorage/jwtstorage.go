package jwtstorage

// This file looks at the files that a package ships:
//
//	//go:embed static/*
//	var static embed.FS // static/app.js: localStorage.setItem("token", t)

import (
	"fmt"
	"go/token"
	"path/filepath"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/script"
	"github.com/jwtvet/jwtvet/analyzers/internal/shipped"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Analyzer reports tokens that a page keeps where every script of it can read them.
var Analyzer = &analysis.Analyzer{
	Name:     "jwtstorage",
	Doc:      doc,
	URL:      report.Docs + "jwtstorage.md",
	Run:      run,
	Requires: []*analysis.Analyzer{calls.Analyzer, report.Directives},
	Flags:    report.Flags(&settings),
}

var settings report.Settings

// check is one run over one package.
type check struct {
	*report.Reporter
	pass *analysis.Pass
}

func run(pass *analysis.Pass) (any, error) {
	own := files.Of(pass)
	c := &check{report.New(pass, &settings), pass}
	for _, f := range shipped.Files(pass, own) {
		c.file(f)
	}
	for _, l := range shipped.Literals(pass, own, script.Mentions) {
		for _, w := range writes(l.Kind, l.Text) {
			if keepsToken(w) {
				c.Report(report.Found("web-storage", syntax.Span(l.Pos(w.Offset), l.Pos(w.End)),
					message("page", w)))
			}
		}
	}
	calls.Inspect(pass, func(p *calls.Package) {
		for _, s := range (&browser{p.View}).storing() {
			w := script.Write{Where: s.Where, Name: s.Name}
			c.Report(report.Found("web-storage", s, message("program", w)))
		}
	})
	c.Done(category.Storage)
	return nil, nil
}

// writes reads a file, or a text, of a kind.
func writes(kind shipped.Kind, src []byte) []script.Write {
	switch kind {
	case shipped.Page:
		return script.Page(src)
	case shipped.Templ:
		return script.Templ(src)
	}
	return script.Script(src)
}

// file asks about one file that the package ships. Reports stand in that file.
func (c *check) file(f shipped.File) {
	if f.Data == nil {
		c.skipped(f)
		return
	}
	if !script.Mentions(f.Data) {
		return
	}
	file := c.pass.Fset.AddFile(f.Path, -1, len(f.Data))
	file.SetLinesForContent(f.Data)
	c.Read(file, f.Data)
	for _, w := range writes(f.Kind, f.Data) {
		if !keepsToken(w) {
			continue
		}
		finding := report.Found("web-storage", syntax.Span(file.Pos(w.Offset), file.Pos(w.End)),
			message("page", w))
		finding.From = f.From
		if bundled(file, w.Offset) {
			finding.Source, finding.Message = bundle{f.Path, w.Where, w.Name + w.Called},
				message("bundle", w)
		}
		c.Report(finding)
	}
}

// bundle is what is reported once of a bundle: it is fixed in its source, which has one place for
// all of them.
type bundle struct{ path, where, name string }

// bundled reports whether the line of an offset is so long that a program must have written it.
func bundled(file *token.File, offset int) bool {
	const long = 1000
	line := file.Line(file.Pos(offset))
	end := file.Size()
	if line < file.LineCount() {
		end = file.Offset(file.LineStart(line + 1))
	}
	return end-file.Offset(file.LineStart(line)) > long
}

// skipped reports, with -strict, that a file is too large to be analysed.
func (c *check) skipped(f shipped.File) {
	if settings.Strict {
		finding := report.Found("web-storage", syntax.Span(f.From, f.From),
			fmt.Sprintf("%q is larger than %d MB, or the package ships too much: not analysed",
				filepath.Base(f.Path), shipped.Limit>>20))
		finding.Source = f.Path
		c.Report(finding)
	}
}

// message says what is kept where, by a page, a bundle of scripts or a program in the browser.
func message(who string, w script.Write) string {
	what := "a token"
	switch {
	case w.Name != "" && names.Token(w.Name):
		what = fmt.Sprintf("the token %q", w.Name)
	case w.Name != "":
		what = fmt.Sprintf("a token under %q", w.Name)
	}
	return who + " stores " + what + " in " + w.Where +
		": any script that runs there can read it (XSS)"
}

// keepsToken reports whether what is written is a token: the name it is put under says so or, where
// that says nothing, what the code calls the value does.
func keepsToken(w script.Write) bool {
	key := w.Name
	if key == "" {
		key = w.Called
	}
	switch {
	case w.Constant || names.OtherToken(key):
		return false
	case names.Token(key):
		return true
	}
	for _, name := range w.Value {
		if names.Token(name) {
			return true
		}
	}
	return false
}
