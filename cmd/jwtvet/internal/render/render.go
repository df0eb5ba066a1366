// Package render writes what a run found, for people and for programs.
package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// Summary says in one line what a run found.
func Summary(run *Run) string {
	res, shown := run.Result, run.Shown()
	s := Count(res.Packages, "package") + ", " + importing(res.Handling) + " a token library: "
	if len(shown) == 0 {
		s += "no reports"
	} else {
		s += Count(len(shown), "report") + " (" + ranks(shown) + ")"
	}
	if hidden := concealed(run.Findings); hidden != "" {
		s += "; " + hidden
	}
	var out []string
	packages, modules := res.Unanalysed()
	if packages > 0 {
		out = append(out, Count(packages, "package"))
	}
	if modules > 0 {
		out = append(out, Count(modules, "module"))
	}
	partly := ""
	if slices.ContainsFunc(res.Failures,
		func(f load.Failure) bool { return len(f.Analyzers) > 0 }) {
		partly = "fully "
	}
	switch {
	case len(out) > 0:
		s += "; " + strings.Join(out, " and ") + " not " + partly + "analysed"
	case len(res.Failures) > 0: // the go command does not say which packages it is about
		s += "; not everything was analysed"
	}
	return s
}

// concealed counts what is hidden, by what hides it.
func concealed(findings []Finding) string {
	n := map[Kind]int{}
	for _, f := range findings {
		if f.Suppression != nil {
			n[f.Suppression.Kind]++
		}
	}
	var parts []string
	for _, k := range []struct {
		Kind
		where string
	}{{Listed, "in the baseline"}, {Older, "on lines that are not new"}, {InSource, "ignored in the source"}} {
		switch {
		case n[k.Kind] == 0:
		case len(parts) == 0:
			parts = append(parts, Count(n[k.Kind], "more report")+" "+k.where)
		default:
			parts = append(parts, fmt.Sprintf("%d %s", n[k.Kind], k.where))
		}
	}
	return strings.Join(parts, ", ")
}

// importing says how many packages import something. What they are reported for
// need not have to do with it.
func importing(n int) string {
	switch n {
	case 0:
		return "none imports"
	case 1:
		return "1 imports"
	}
	return fmt.Sprintf("%d import", n)
}

// ranks counts reports by severity.
func ranks(reports []Finding) string {
	n := map[string]int{}
	for _, r := range reports {
		n[r.Severity]++
	}
	var parts []string
	for _, s := range settings.Severities {
		if n[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[s], s))
		}
	}
	return strings.Join(parts, ", ")
}

// Failure says in one line what kept packages from being analysed, and what to do.
func Failure(f load.Failure) string {
	s, by := f.Message, ""
	if len(f.Analyzers) > 0 {
		by = " by " + strings.Join(f.Analyzers, ", ")
	}
	switch n := len(f.Packages); {
	case f.Module != "":
		s = "module " + f.Module + " was not analysed: " + s
	case n == 1:
		s = f.Packages[0] + " was not analysed" + by + ": " + s
	case n > 1:
		s = fmt.Sprintf("%s and %s were not analysed%s: %s",
			f.Packages[0], Count(n-1, "other package"), by, s)
	}
	if f.Advice != "" {
		s += "; " + f.Advice
	}
	if f.Importers > 0 {
		s += "; left out because they import it: " + Count(f.Importers, "package")
	}
	return s
}

// Placeholder says in one line what a package embeds and does not have.
func Placeholder(p load.Placeholder) string {
	s := p.Package + " embeds " + strings.Join(p.Patterns, " and ") + ", which matches no file yet"
	if p.Place != "" {
		s += " (" + p.Place + ")"
	}
	return s + ": analysed without, so reports about embedded files there are missing; build them first to get those"
}

// Count returns a number of things, in words.
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
