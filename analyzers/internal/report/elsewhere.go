package report

// This file is about what only main knows of its program, and reports where it is to be fixed, in
// another package:
//
//	package config // var Secret = os.Getenv("JWT_SECRET")
//	package main   // imports all that uses it, and nobody tests it

import (
	"go/token"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// Elsewhere returns the position of a place in another package of the module, token.NoPos where
// there is none. Directives there take off reports of the category.
func (r *Reporter) Elsewhere(p files.Place, category string) token.Pos {
	name := p.Path(r.pass)
	pos := r.places.elsewhere(token.Position{Filename: name, Line: p.Line, Column: p.Col})
	if !pos.IsValid() {
		return pos
	}
	if text, err := regular.Read(name, regular.Limit); err == nil {
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

// Excuse notes that the directives that would take a finding off are needed: another package
// reports it.
func (r *Reporter) Excuse(f Finding) { r.ignoredBy(f) }
