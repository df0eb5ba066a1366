package jwtcookie

// This file asks which flags cookies with tokens lack:
//
//	http.SetCookie(w, &http.Cookie{Name: "token", Value: token})  // insecure: all three
//	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"}) // not reported: no token

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/edit"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
)

// Analyzer reports cookies that let a token out of the browser.
var Analyzer = &analysis.Analyzer{
	Name: "jwtcookie",
	Doc:  doc,
	URL:  report.Docs + "jwtcookie.md",
	Run:  run,
	Requires: []*analysis.Analyzer{
		calls.Analyzer, report.Directives, sinks.Analyzer, claims.Analyzer, cookies.Analyzer,
	},
	Flags: report.Flags(&settings),
}

var settings report.Settings

// check is one run over one package.
type check struct {
	calls.View
	*report.Reporter
	pass   *analysis.Pass
	claims *claims.Reader

	// unset says that the package is the main one of a program that sets no SameSite for the
	// cookies of a request.
	unset bool
}

func run(pass *analysis.Pass) (any, error) {
	imported, done := cookies.SameSiteOf(pass), false
	unset := pass.Pkg.Name() == "main" && !imported.Sets
	calls.Inspect(pass, func(p *calls.Package) {
		done = true
		known := sinks.New(pass, p)
		c := &check{p.View, report.New(pass, &settings), pass, claims.New(pass, p), unset}
		for _, k := range cookies.New(p, known).Importing(pass).Cookies() {
			c.insecure(k)
			c.lifetime(k)
		}
		c.crossSite(imported.Lacking)
		for _, call := range p.All {
			if call.Verb == model.Cors {
				c.cors(call)
			}
		}
		c.Done(category.Cookie)
	})
	if !done && unset && len(imported.Lacking) > 0 { // main itself has no word of tokens
		c := &check{Reporter: report.New(pass, &settings), pass: pass, unset: true}
		c.crossSite(imported.Lacking)
	}
	return nil, nil
}

// flags are what a cookie with a token needs, what happens without, and where it can be set.
var flags = []struct {
	role                 model.Role
	name, without, fixed string
}{
	{model.Secure, "Secure", "it is sent over plain HTTP", "the site is served over HTTPS"},
	{model.HTTPOnly, "HttpOnly", "scripts can read it", "no script reads the cookie"},
	{model.SameSite, "SameSite", "cross-site requests carry it", "no other site posts with it"},
}

// insecure asks which flags a cookie with a token lacks.
func (c *check) insecure(k *cookies.Cookie) {
	var lacks []model.Role
	var names, harms, fixed []string
	for _, f := range flags {
		switch state := k.Flag(f.role); {
		case state == cookies.FlagUnset || state == cookies.FlagOff ||
			state == cookies.FlagPerRequest && (len(lacks) > 0 || c.unset):
			names = append(names, f.name)
		case state == cookies.FlagTooLate:
			names = append(names, f.name+" in time")
		default:
			continue
		}
		lacks, harms, fixed = append(lacks, f.role), append(harms, f.without), append(fixed, f.fixed)
	}
	if len(lacks) == 0 || !k.Token() || k.IsDeletion() {
		if k.LacksOnlyRequest() { // a program that imports this package may report it
			c.Excuse(report.Found("insecure-cookie", k, ""))
		}
		return
	}
	c.Report(report.Found("insecure-cookie", k, k.Label()+" lacks "+and(names)+": "+and(harms)).
		Because(k.Sent.At(), "sent here").
		FixedIf("set "+and(names), and(fixed),
			edit.Tidy(c.pass, (&fixer{k, c.pass, c.Flow}).fix(lacks))))
}

// crossSite reports the cookies of other packages of the program that lack SameSite, which no
// package sets for the cookies of a request.
func (c *check) crossSite(lacking []cookies.Lacking) {
	if !c.unset {
		return
	}
	for _, l := range lacking {
		c.ReportElsewhere("insecure-cookie", l.Place, 0,
			l.Label+" lacks SameSite: cross-site requests carry it", "this program sends it")
	}
}

// and joins words to a list as it is read out.
func and(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return words[0]
}
