package jwtverify

// This file finds requests and errors that are handled wrongly:
//
//	http.Error(w, "denied", 401)                 // unenforced-auth: no return
//	next.ServeHTTP(w, r)
//	strings.Split(header, " ")[1]                // header-panic
//	if err.Error() == "token is expired" { ... } // error-string-match

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/edit"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/behind"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/header"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/outcome"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/rewritten"
)

// unenforced asks whether a middleware lets a request go on that it refuses.
func (c *check) unenforced() {
	for _, w := range c.refusal.Unenforced() {
		message := "request is rejected but passed on to the next handler"
		switch {
		case w.Abort != "":
			message += ": nothing calls " + w.Abort
		case w.Deferred:
			message += ": that is deferred, and a return does not stop it"
		default:
			message += ": a return is missing"
		}
		c.Report(report.Found("unenforced-auth", w.Response, message).
			At(w.Next, "passed on here").With(c.kept(w)...))
	}
}

// tolerant asks whether a middleware looks for a token and its result is never checked.
func (c *check) tolerant() {
	for _, g := range c.refusal.TolerantMiddlewares() {
		c.Report(report.Found("unenforced-auth", called(g),
			g.Label()+" lets every request pass and nothing here checks its result: requests are "+
				"not authenticated"))
	}
}

// ignoredErrors asks whether a middleware is told to ignore errors before handlers that ask for no
// token.
func (c *check) ignoredErrors() {
	for _, e := range c.refusal.IgnoredErrors() {
		c.Report(report.Found("unenforced-auth", e,
			"requests pass whose token was rejected, and no handler behind asks for whom: requests "+
				"are not authenticated"))
	}
}

// undecided asks whether a middleware passes on what it has rejected, while no handler can tell.
func (c *check) undecided() {
	for _, n := range c.refusal.Lenient() {
		c.Report(report.Found("unenforced-auth", n,
			"request is passed on although its token was rejected, and nothing reads whom a good "+
				"token belongs to: requests are not authenticated"))
	}
}

// panics asks whether the form of a request decides whether its handler panics.
func (c *check) panics() {
	for _, e := range c.header.UntestedIndexes() {
		if behind.Open(readings(c), e) {
			c.Excuse(report.Found("header-panic", e, "")) // main may report it
			continue
		}
		if behind.Guarded(readings(c), e) {
			continue
		}
		c.Report(report.Found("header-panic", e, headerOf(c, e)+neverMeasured).With(c.trimmed(e)...))
	}
	for _, e := range c.header.ImpossibleAssertions(rewritten.In(c.pass)) {
		c.Report(report.Found("header-panic", e,
			"claim is never of this type after JSON decoding: every token with the claim panics").
			With(c.converted(e)...))
	}
}

const neverMeasured = " header is indexed without a length check: a malformed request panics"

// headerOf names the header that is indexed, as far as it is known.
func headerOf(c *check, e header.CredentialIndex) string {
	for _, o := range c.Origin.Trace(e.Of).Origins {
		if o.Kind == origin.Request && len(o.Names) == 1 && ast.IsExported(o.Names[0]) {
			return o.Names[0] // no cookie, which is called session or so
		}
	}
	return "Authorization"
}

// errorTexts asks whether the text of an error decides.
func (c *check) errorTexts() {
	for _, w := range c.outcome.ErrorComparisons() {
		c.Report(report.Found("error-string-match", w.Expr,
			"error is matched by its text, which a new version of the library may change; "+
				tellsErrors(w.Call)).
			With(c.sentinel(w)...))
	}
}

// tellsErrors says how a program tells the errors of a verification apart: in old versions that have
// no error values, by the bits of the one type of error.
func tellsErrors(call *calls.Call) string {
	if call.Via != nil || call.Callee == nil || call.Callee.Pkg() == nil {
		return "use errors.Is"
	}
	scope, bits := call.Callee.Pkg().Scope(), false
	for _, name := range scope.Names() {
		obj := scope.Lookup(name)
		sig := model.Of(obj, "")
		if sig == nil || sig.Verb != model.ErrorVar {
			continue
		}
		if sig.Result(0) == model.Expired {
			return "use errors.Is"
		}
		_, isConst := obj.(*types.Const)
		bits = bits || isConst
	}
	if bits {
		return "use errors.As and the bits of the error"
	}
	return "use errors.Is"
}

// sentinel compares the error with the library's own, where the text means that the time of the
// token is over.
func (c *check) sentinel(w outcome.ErrorComparison) []analysis.SuggestedFix {
	name := c.sentinelName(w.Call, w.Expr.Pos(), model.Expired)
	if name == "" || !strings.Contains(strings.ToLower(w.Text), "expired") {
		return nil
	}
	pkg, edits := edit.Import(c.pass, w.Expr.Pos(), "errors")
	text := pkg + ".Is(" + types.ExprString(w.Err) + ", " + name + ")"
	if w.Not {
		text = "!" + text
	}
	edits = append(edits, edit.Unimport(c.pass, c.Index, w.Expr)...)
	return c.tidy("use errors.Is with "+name,
		append(edits, analysis.TextEdit{
			Pos:     w.Expr.Pos(),
			End:     w.Expr.End(),
			NewText: []byte(text),
		})...)
}
