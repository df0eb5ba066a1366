package jwtsecret

// This file asks its questions of the key of each call:
//
//	jwt.NewWithClaims(m, claims).SignedString(key)                  // what signs
//	jwt.Parse(s, func(*jwt.Token) (any, error) { return key, nil }) // what verifies

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/loads"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/startup"
)

// Analyzer reports keys that an attacker can know or guess.
var Analyzer = &analysis.Analyzer{
	Name: "jwtsecret",
	Doc:  doc,
	URL:  report.Docs + "jwtsecret.md",
	Run:  run,
	Requires: []*analysis.Analyzer{calls.Analyzer, report.Directives, sinks.Analyzer,
		claims.Analyzer, startup.Analyzer},
	Flags: options(),
}

var flags report.Settings

// questions are what the analyzer asks of each key.
var questions = []func(*check, key){
	hardcoded, empty, embedded, short, predictable, unchecked, weak, mistyped,
}

// check is one run over one package.
type check struct {
	calls.View
	*report.Reporter
	pass    *analysis.Pass
	claims  *claims.Reader
	startup *startup.Reader

	// reported holds the constants that are reported as keys or as defaults, and the reads that are
	// reported as too early: one literal, or one read, is one defect.
	reported map[place]bool
}

// place is where a defect is reported: a node, or what brings it there from another package.
type place struct {
	at  ast.Node
	via types.Object
}

// key is the key of one call, with where it comes from.
type key struct {
	*calls.Call
	origin.Trace
	alg model.Role
}

func run(pass *analysis.Pass) (any, error) {
	start, done := pass.ResultOf[startup.Analyzer].(*startup.Reader), false
	calls.Inspect(pass, func(p *calls.Package) {
		done = true
		c := &check{
			p.View, report.New(pass, &flags), pass, claims.New(pass, p), start, map[place]bool{},
		}
		c.ask(unloaded) // the worst that can be said of a read
		c.ask(questions...)
		for _, keys := range p.NamedKeys {
			fallback(c, keys, nil)
		}
		shared(c)
		guessed(c)
		late(c)
		inSettings(c)
		exposed(c)
		settled(c)
		excused(c)
		c.Done(category.Secret)
	})
	// where packages meet that have to do with tokens
	if !done && (start.Index != nil || len(start.Known.Files())+len(start.Known.Open())+
		len(loads.Settled(start.Known)) > 0) {
		c := &check{Reporter: report.New(pass, &flags), pass: pass, startup: start, reported: map[place]bool{}}
		inSettings(c)
		exposed(c)
		settled(c)
		calls.InspectAny(pass, func(*calls.Package) { late(c) })
	}
	return nil, nil
}

// ask asks questions of the key of every call, for each way that leads to it. A defect is reported
// with its nearest use: a library's own call first. The key none, which stands for no signature, is
// no secret: jwtverify reports it.
func (c *check) ask(questions ...func(*check, key)) {
	for _, own := range []bool{true, false} {
		for _, call := range c.Calls.All {
			if !call.UsesKey() || own != (call.Via == nil) {
				continue
			}
			alg := c.Calls.Alg(call)
			for _, tr := range c.Calls.Keys(call) {
				if slices.ContainsFunc(tr.Origins, isNone) {
					continue
				}
				for _, question := range questions {
					question(c, key{call, tr, alg})
				}
			}
		}
	}
}

// isNone reports whether an origin is the key by which a library allows tokens without a signature
// (RFC 7518 section 3.6):
//
//	token.SignedString(jwt.UnsafeAllowNoneSignatureType)
func isNone(o *origin.Origin) bool {
	return slices.ContainsFunc([]types.Object{o.Obj, o.Via}, func(obj types.Object) bool {
		sig := model.Of(obj, "")
		return sig != nil && sig.Result(0) == "none"
	})
}

// label names a key in a message: what only verifies need not be a signing key; sink is nil for the
// key of a setting.
func label(sink *calls.Call) string {
	if sink != nil && sink.Verb == model.Sign {
		return "JWT signing key"
	}
	return "JWT key"
}

// found reports a defect at the origin of a key; sink is the call that uses it, nil when the name
// of a setting says so.
func (c *check) found(category string, at ast.Node, o *origin.Origin, message string,
	sink *calls.Call) {
	once := slices.Contains([]string{"hardcoded-secret", "default-secret", "unloaded-secret",
		"unchecked-secret", "empty-secret"}, category)
	here, source := place{at, o.Via}, place{o.At, o.Via}
	if at == nil || once && (c.reported[here] || o.At != nil && c.reported[source]) {
		return
	}
	c.reported[here], c.reported[source] = c.reported[here] || once, c.reported[source] || once
	if o.Via != nil {
		message += ", via " + o.Via.Pkg().Name() + "." + o.Via.Name()
	}
	f := report.Found(category, at, message)
	if fn, ok := o.Via.(*types.Func); o.Via != nil && (!ok || fn.Signature().Params().Len() == 0) {
		f.Source = o.Via
	}
	if sink != nil {
		f = f.Because(sink.At(), "reaches "+sink.Label()+" here")
	}
	if o.Via != nil && o.Place != nil {
		f.Made = token.Position{Filename: o.Place.File, Line: o.Place.Line, Column: o.Place.Col}
	}
	c.Report(f)
}
