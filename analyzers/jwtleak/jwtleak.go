package jwtleak

// This file asks what calls let others read:
//
//	log.Printf("secret: %s", key)  // leaked: secret-log
//	slog.Info("login", "t", token) // leaked: token-log
//	w.Write(key)                   // leaked: secret-response

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/edit"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/program"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/secrets"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/jwtleak/internal/redaction"
)

// Analyzer reports keys and tokens that others get to see.
var Analyzer = &analysis.Analyzer{
	Name: "jwtleak",
	Doc:  doc,
	URL:  report.Docs + "jwtleak.md",
	Run:  run,
	Requires: []*analysis.Analyzer{
		calls.Analyzer, report.Directives, sinks.Analyzer, claims.Analyzer, program.Analyzer,
		redaction.Analyzer,
	},
	Flags: report.Flags(&settings),
}

var settings report.Settings

// check is one run over one package.
type check struct {
	calls.View
	*report.Reporter
	pass    *analysis.Pass
	claims  *claims.Reader
	sinks   *sinks.Reader
	secrets *secrets.Reader
	program *program.Reader
	redacts *redaction.Result

	queries []ast.Expr // see encoded
	lasting *uses      // see isUnused
	reads   map[read]bool
}

func run(pass *analysis.Pass) (any, error) {
	calls.Inspect(pass, func(p *calls.Package) {
		known := sinks.New(pass, p)
		c := &check{
			View: p.View, Reporter: report.New(pass, &settings), pass: pass,
			claims: claims.New(pass, p), sinks: known, secrets: secrets.New(p),
			program: program.Of(pass), redacts: pass.ResultOf[redaction.Analyzer].(*redaction.Result),
			reads: map[read]bool{},
		}
		for _, s := range known.Sinks() {
			c.leaked(s)
		}
		for _, call := range p.All {
			switch call.Verb {
			case model.Sign:
				c.sensitive(call)
			case model.Verify, model.Decode:
				c.queried(call)
			}
		}
		for _, key := range c.loaded() {
			c.Report(report.Found("secret-response", key,
				"JWT key is part of a program that runs in browsers: "+
					"anyone who loads the page can forge tokens"))
		}
		c.instead()
		c.addressed()
		c.parameters()
		c.Done(category.Leak)
	})
	return nil, nil
}

// leaked asks what a sink lets others read. One argument is one report.
func (c *check) leaked(s sinks.Sink) {
	redacted := false // so is what gives a redacted value, which comes after it
	ingredients := c.Spelling.Ingredients
	if s.To == model.Encoded || s.To == model.Response {
		ingredients = c.Spelling.Encoded
	}
	for _, in := range ingredients(s.Arg) {
		if within(s.Arg, in.Expr) {
			redacted = c.redacts.IsRedacted(s, in.Expr)
		}
		secret := c.secrets.Secret(in)
		if secret.Role == "" || redacted || s.Template && secret.Field != nil {
			continue
		}
		category, message := describe(s, secret, in.Expr)
		if category == "" || s.To != model.Response && c.isRequested(s, secret) ||
			secret.Role == model.Token && isShown(c, s, in.Expr) || isAskedFor(c, s.Call) {
			continue
		}
		at := s.Arg
		if within(at, in.Expr) || in.Wrapped {
			at = in.Expr
		}
		f := report.Found(category, at, message).With(c.fix(s, secret, in)...)
		if in.Wrapped {
			f = f.At(s.Arg, "the error text is written here")
		}
		c.Report(f)
		return
	}
}

// within reports whether an expression is a part of another, or the other itself.
func within(outer, e ast.Expr) bool { return outer.Pos() <= e.Pos() && e.End() <= outer.End() }

// isRequested reports whether what is written was asked for on a command line. A server that shows
// its key when it starts was asked for that by nobody.
func (c *check) isRequested(s sinks.Sink, secret secrets.Secret) bool {
	program, alone := c.program.CommandLine(s.Call)
	return program && (alone || secret.Role != model.Key)
}

// fix returns the fix of a leak: the field is kept out of JSON, or the argument is left out.
func (c *check) fix(
	s sinks.Sink, secret secrets.Secret, in spelling.Ingredient,
) []analysis.SuggestedFix {
	what, edits := "remove it from the log", []analysis.TextEdit(nil)
	switch {
	case secret.Field != nil && secret.Role == model.Key && in.Encoded:
		what = report.Conditional("omit the field from JSON", "nothing reads it there")
		edits = c.omitJSONField(secret.Field)
	case secret.Field == nil && !in.Wrapped && (s.To == model.Logged || s.To == model.Encoded):
		edits = c.removeLogArg(s, in.Expr)
	}
	if edits = edit.Tidy(c.pass, edits); edits == nil {
		return nil
	}
	return []analysis.SuggestedFix{{Message: what, TextEdits: edits}}
}

// describe words what a sink lets others read; an empty category is nothing.
func describe(s sinks.Sink, secret secrets.Secret, e ast.Expr) (category, message string) {
	where := map[model.Role]string{
		model.Logged: "is written to the log", model.Encoded: "is written to the log",
		model.Wrapped:  "is part of the text of an error",
		model.Response: "is written to the HTTP response",
	}[s.To]
	if s.Via != nil {
		where += ", via " + s.Via.Pkg().Name() + "." + s.Via.Name()
	}
	what, category := "JWT key", "secret-log"
	if s.To == model.Response {
		category = "secret-response"
	}
	switch secret.Role {
	case model.Key:
		if secret.Field != nil {
			what = "struct with a JWT key in its field " + secret.Field.Name()
		}
		return category, what + " " + where + ": anyone who reads it can forge tokens"
	case model.Token, model.Headers:
		if s.To != model.Logged && s.To != model.Encoded {
			return "", ""
		}
		what = "token"
		switch {
		case secret.Role == model.Headers:
			what = "request with its credentials"
		case secret.Field != nil:
			what = "struct with a token in its field " + secret.Field.Name()
		}
		return "token-log", what + " " + where +
			": anyone who reads it can use the token until it expires"
	}
	return "", ""
}
