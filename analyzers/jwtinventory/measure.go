package jwtinventory

// This file lists what protects tokens, keys and those who use them:
//
//	r.Use(httprate.LimitByIP(100, time.Minute))   // rate-limit
//	if len(key) < 32 { log.Fatal("too short") }   // key-length
//	http.ListenAndServeTLS(":443", crt, key, mux) // tls-listener
//	if claims.IssuedAt.Before(user.RevokedAt) {   // revoke-user, see compared
//	failures.WithLabelValues("token").Inc()       // metric, see counters

import (
	"fmt"
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/measures"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/compared"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/counters"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/listeners"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// guard lists measures.
type guard struct{ *lister }

// list lists the measures of the package.
func (l guard) list() {
	for _, m := range measures.New(l.Calls, sinks.New(l.pass, l.Calls)).All() {
		name, what := string(m.Kind), m.What
		switch {
		case m.Kind == measures.IssueTime:
			name, what = compared.Whose(l.lists, m.At), ""
		case m.Kind == measures.FailureLog && measures.IsCounter(l.Index, m.At):
			name = "metric"
		case m.Kind == measures.FailureLog && counters.ForDebugging(m.At):
			continue
		}
		if name != "" {
			l.measure(m.At, name, what)
		}
	}
	for _, c := range l.Calls.All {
		if c.UsesKey() {
			if alg := l.Calls.Alg(c); alg != "" && alg.MinKey() == 0 {
				continue // the text of a private or public key: its length says nothing
			}
			for _, tr := range l.Calls.Keys(c) {
				l.strength(tr)
			}
		}
	}
	for _, tr := range l.Calls.NamedKeys {
		l.strength(tr)
	}
	for _, t := range listeners.All(l.Calls) {
		name := "tls-listener"
		if t.Optional {
			name = "tls-optional"
		}
		l.measure(naming.At(t.Call), name, t.Call.Label())
	}
	for _, t := range compared.Tests(l.lists) {
		l.measure(t.At, t.Measure, t.Claim)
	}
	for _, c := range counters.All(l.Index) {
		l.measure(c.Call, "metric", c.Name)
	}
}

// measure lists one measure, once in each function.
func (l guard) measure(at ast.Node, name, what string) {
	in := naming.FunctionAt(l.Index, at)
	if slices.ContainsFunc(l.listed, func(o listed) bool {
		return o.Kind == inventory.Measure && o.Name == name && o.Function == in &&
			(in != "" || o.Detail == what)
	}) {
		return
	}
	l.add(at, inventory.Entry{Kind: inventory.Measure, Name: name, Detail: what})
}

// enough is how many bytes 256 bits are.
const enough = 32

// strength lists what makes sure that a key is long enough.
func (l guard) strength(tr origin.Trace) {
	for _, o := range tr.Origins {
		switch b := l.Guards.MinLength(o); {
		case o.Kind == origin.Token || o.Kind == origin.Request: // a public key of those who ask
		case b != nil && b.Min >= enough:
			l.measure(b.At, "key-length", fmt.Sprintf("%d bytes or more", b.Min))
		case o.Kind == origin.Random && o.Size >= enough && o.At != nil:
			l.measure(o.At, "key-length", fmt.Sprintf("%d random bytes", o.Size))
		}
	}
}
