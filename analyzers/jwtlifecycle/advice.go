package jwtlifecycle

// This file says what no package of a program does:
//
//	unlimited-login   // passwords are compared, and nothing limits how often
//	refresh-reuse     // a refresh token is traded for another one and stays valid
//	logout-client-only // nothing but a cookie is deleted
//	silent-failure    // tokens are refused, and nothing logs it
//	no-revocation     // tokens live long, and nothing takes them back
//	missing-headers   // pages are written without header fields that protect them
//	missing-csrf      // cookies log in, and other sites may send them
//	missing-redirect  // port 80 answers as port 443 does

import (
	"fmt"
	"go/token"
	"slices"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/measures"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/survey"
)

// longLife is how long access tokens may live that nothing takes back: the longest of what is
// usually recommended, 15 to 60 minutes.
const longLife = time.Hour

// advise reports what the program lacks, in the package where it starts.
func (c *check) advise(s *survey.Survey) {
	if s == nil || !s.Answers {
		return
	}
	lacks := func(words survey.Words, kinds ...measures.Kind) bool {
		// a middleware of which nothing is known may take any measure
		return s.Mentions&words == 0 && !s.Takes(kinds...) && (len(kinds) == 0 || !s.Foreign)
	}
	if s.Issues && lacks(survey.Limits|survey.Proxy, measures.RateLimit, measures.FailureCount) {
		c.atFirst("unlimited-login", s.Logins, "passwords can be tried without a limit: no "+
			"package of the program limits requests or counts failed attempts")
	}
	c.atEach("refresh-reuse", s.Renews, "new refresh token is issued and the one that was "+
		"used stays valid: a stolen one can be renewed forever, and nobody notices")
	if s.Issues && !s.Asks && lacks(survey.Ages) && (s.Spread || s.Life > longLife) {
		c.atEach("logout-client-only", s.Logouts, "logout leaves the token valid: anyone with a "+
			"copy of it can go on using it until it expires")
	}
	c.silent(s)
	c.irrevocable(s, !s.Revokes && lacks(survey.Ages, measures.IssueTime))
	if len(s.Guards) > 0 && lacks(survey.Hardens|survey.Proxy, measures.HSTS, measures.Nosniff,
		measures.Frames, measures.Headers) {
		c.atFirst("missing-headers", c.site(s.Pages), "pages are sent without header fields that protect "+
			"them: no package of the program sets X-Frame-Options, X-Content-Type-Options or a "+
			"Content-Security-Policy")
	}
	if lacks(survey.Forges, measures.CSRF) && slices.ContainsFunc(s.Guards, byCookie) {
		c.atFirst("missing-csrf", s.Cookies, "cookie logs in, has no SameSite, and nothing in the "+
			"program keeps other sites from sending requests with it")
	}
	if len(s.TLS) > 0 && lacks(0, measures.Redirect, measures.HSTS) {
		c.atFirst("missing-redirect", s.Plain, "port 80 answers as the encrypted one does: "+
			"nothing redirects to HTTPS")
	}
}

// excuse notes that directives at what a package contributes may be needed: the programs that import
// it report that.
func (c *check) excuse(s *survey.Survey) {
	if s == nil || c.Pkg.Name() == "main" {
		return
	}
	var guards []survey.Spot
	for _, g := range s.Guards {
		guards = append(guards, g.Spot)
	}
	renews, logouts, logins := slices.Clone(s.Renews), slices.Clone(s.Logouts), slices.Clone(s.Logins)
	for _, w := range s.Waits {
		switch w.Kind {
		case survey.Logout:
			logouts = append(logouts, w.Spot)
		case survey.Login:
			logins = append(logins, w.Spot)
		default:
			renews = append(renews, w.Spot)
		}
	}
	for category, at := range map[string][]survey.Spot{
		"unlimited-login": logins, "silent-failure": guards, "no-revocation": guards,
		"refresh-reuse": renews, "logout-client-only": logouts, "missing-headers": s.Pages,
		"missing-csrf": s.Cookies, "missing-redirect": s.Plain,
	} {
		for _, spot := range at {
			if pos := c.position(spot.Place); pos.IsValid() {
				c.Excuse(report.Found(category, syntax.Span(pos, pos), ""))
			}
		}
	}
}

// site returns the places where pages are written, nil where that is one function of another package
// only: it may be an example that nothing routes to.
func (c *check) site(pages []survey.Spot) []survey.Spot {
	if slices.ContainsFunc(pages, func(s survey.Spot) bool {
		return s.Pkg == c.Pkg.Path() || s.Func != pages[0].Func || s.Pkg != pages[0].Pkg
	}) {
		return pages
	}
	return nil
}

// byCookie reports whether a middleware reads the token from a cookie.
func byCookie(g survey.Guard) bool { return g.Cookie }

// silent asks whether tokens are refused without a trace in a log (CWE-778).
func (c *check) silent(s *survey.Survey) {
	if len(s.Guards) == 0 || s.Tells || s.Loud || s.Foreign || s.Takes(measures.AccessLog, measures.FailureLog) {
		return
	}
	var at []survey.Spot
	for _, g := range s.Guards {
		at = append(at, g.Spot)
	}
	c.atFirst("silent-failure", at, "token is refused and nothing in the program logs or counts "+
		"it: attacks on tokens leave no trace")
}

// irrevocable asks whether nothing can take back tokens that live long (CWE-613).
func (c *check) irrevocable(s *survey.Survey, lacks bool) {
	if !lacks || !s.Issues || s.Asks || s.Spread || s.Life <= longLife {
		return
	}
	var at []survey.Spot
	for _, g := range s.Guards {
		at = append(at, g.Spot)
	}
	c.atFirst("no-revocation", at, fmt.Sprintf("tokens live %v and nothing asks whether they were "+
		"revoked: a stolen one is good until it expires", s.Life))
}

// atEach reports a category at each of some places.
func (c *check) atEach(category string, at []survey.Spot, message string) {
	for i := range at {
		c.atFirst(category, at[i:i+1], message)
	}
}

// atFirst reports a category at the first of some places, whichever package they belong to.
func (c *check) atFirst(category string, at []survey.Spot, message string) {
	if len(at) == 0 {
		return
	}
	first := at[0].Place
	if first.Pkg != c.Pkg.Path() {
		c.ReportElsewhere(category, first, 0, message, "the program starts here")
	} else if pos := c.position(first); pos.IsValid() {
		c.Report(report.Found(category, syntax.Span(pos, pos), message))
	}
}

// position returns the position of a place in this package.
func (c *check) position(p files.Place) token.Pos {
	for _, f := range c.pass.Files {
		file := c.pass.Fset.File(f.FileStart)
		if own := files.PlaceOf(c.pass, f); own.Pkg == p.Pkg && own.File == p.File && p.Line <= file.LineCount() {
			return file.LineStart(p.Line) + token.Pos(p.Col-1)
		}
	}
	return token.NoPos
}
