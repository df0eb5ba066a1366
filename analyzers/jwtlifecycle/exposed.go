package jwtlifecycle

// This file looks at deny lists in exported variables, where the program starts:
//
//	package utils // var TokenBlacklist = map[string]bool{}
//	package auth  // utils.TokenBlacklist[token] = true // revocation-ttl, where nothing deletes it
//	package main  // imports all that could

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/exposed"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/survey"
)

// exposedAnalyzer says to importing packages what each package does with deny lists in exported
// variables.
var exposedAnalyzer = &analysis.Analyzer{
	Name:       "jwtexposed",
	Doc:        "find what packages do with deny lists in exported variables",
	Run:        exposedPackage,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[*exposedLists](),
	FactTypes:  []analysis.Fact{(*exposed.Lists)(nil)},
}

// exposedLists are what a package does with such lists, and what all of its program does where it
// starts there.
type exposedLists struct{ own, whole exposed.Lists }

func exposedPackage(pass *analysis.Pass) (any, error) {
	own, all := exposed.Of(pass)
	if pass.Pkg.Name() != "main" {
		all = exposed.Lists{}
	}
	return &exposedLists{own, all}, nil
}

// ofProgram reports entries of such lists that no package of the program takes out.
func ofProgram(c *check, lists *exposedLists) {
	for _, put := range lists.whole.Kept() {
		c.atFirst("revocation-ttl", []survey.Spot{{Place: put.Place}}, neverTaken)
	}
	if c.Pkg.Name() == "main" {
		return
	}
	for _, put := range lists.own.Puts { // directives are needed here
		if pos := c.position(put.Place); pos.IsValid() {
			c.Excuse(report.Found("revocation-ttl", syntax.Span(pos, pos), ""))
		}
	}
}
