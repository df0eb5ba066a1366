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
}

func run(pass *analysis.Pass) (any, error) {
	calls.Inspect(pass, func(p *calls.Package) {
		known := sinks.New(pass, p)
		c := &check{p.View, report.New(pass, &settings), pass, claims.New(pass, p)}
		for _, k := range cookies.New(p, known).Importing(pass).Cookies() {
			c.insecure(k)
			c.lifetime(k)
		}
		for _, call := range p.All {
			if call.Verb == model.Cors {
				c.cors(call)
			}
		}
		c.Done(category.Cookie)
	})
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
			state == cookies.FlagPerRequest && len(lacks) > 0:
			names = append(names, f.name)
		case state == cookies.FlagTooLate:
			names = append(names, f.name+" in time")
		default:
			continue
		}
		lacks, harms, fixed = append(lacks, f.role), append(harms, f.without), append(fixed, f.fixed)
	}
	if len(lacks) == 0 || !k.Token() || k.IsDeletion() {
		return
	}
	c.Report(report.Found("insecure-cookie", k, k.Label()+" lacks "+and(names)+": "+and(harms)).
		Because(k.Sent.At(), "sent here").
		FixedIf("set "+and(names), and(fixed),
			edit.Tidy(c.pass, (&fixer{k, c.pass, c.Flow}).fix(lacks))))
}

// and joins words to a list as it is read out.
func and(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return words[0]
}
