package report

// This file is about what only main knows of its program, and reports where it is to be fixed, in
// another package:
//
//	package config // var Secret = os.Getenv("JWT_SECRET")
//	package main   // imports all that uses it, and nobody tests it

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// Elsewhere returns the position of a place in another package of the module, token.NoPos where
// there is none. Directives there take off reports of the category.
func (r *Reporter) Elsewhere(p files.Place, category string) token.Pos {
	pos := r.at(p)
	if !pos.IsValid() {
		return pos
	}
	if text, err := regular.Read(p.Path(r.pass), regular.Limit); err == nil {
		known := r.pages
		r.pages = nil
		r.Read(r.pass.Fset.File(pos), text)
		at := lineOf(r.pass.Fset, pos)
		r.pages = append(known, slices.DeleteFunc(r.pages, func(d *directive) bool {
			return !d.matches(at, category)
		})...)
	}
	return pos
}

// at returns the position of a place in another package of the module, token.NoPos where there is none.
func (r *Reporter) at(p files.Place) token.Pos {
	return r.places.elsewhere(token.Position{Filename: p.Path(r.pass), Line: p.Line, Column: p.Col})
}

// ReportElsewhere reports a category at a place in another package of the module, over a number of
// bytes there. why is what is true of the program as a whole: that stands at its func main, where
// directives hold too.
func (r *Reporter) ReportElsewhere(category string, p files.Place, length int, message, why string) {
	at := r.Elsewhere(p, category)
	if !at.IsValid() {
		return
	}
	main := start(r.pass)
	r.Report(Finding{
		Category: category, Pos: at, End: at + token.Pos(length), Message: message, From: main.Pos(),
	}.At(main, why))
}

// start returns where a program starts: the name of its func main, or of the package where that has
// none.
func start(pass *analysis.Pass) *ast.Ident {
	for _, f := range pass.Files {
		for _, decl := range f.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "main" {
				return fn.Name
			}
		}
	}
	return pass.Files[0].Name
}

// Withdraw takes back what another package of the module has reported at a place, as the program as a
// whole shows that it is right. Only a driver that sees the reports of all packages can do so: it asks
// for it as for what directives ignore. A directive at the place stays needed there.
func (r *Reporter) Withdraw(category string, p files.Place, why string) {
	at := r.at(p)
	if !r.settings.Ignored || !at.IsValid() {
		return
	}
	main := start(r.pass)
	r.pass.Report(analysis.Diagnostic{
		Category: category, Pos: at, Message: why,
		Related: []analysis.RelatedInformation{{Pos: main.Pos(), Message: withdrawn}},
	})
}

const withdrawn = "withdrawn by this program"

// Withdrawn reports whether the message of a related position says that a report is one of
// [Reporter.Withdraw].
func Withdrawn(message string) bool { return message == withdrawn }

// Read is the message of a related position where a setting is read.
const Read = "is read here"

// Excuse notes that the directives that would take a finding off are needed: another package
// reports it.
func (r *Reporter) Excuse(f Finding) { r.ignoredBy(f) }
