// Package survey answers what one package contributes to the security of its program: what it
// issues and verifies, which measures it takes, what only the whole program can settle. main joins
// the surveys of the packages that it imports:
//
//	package auth     // Guards: a middleware that verifies tokens; Logins: a password is compared
//	package limits   // Measures: a rate limit
//	package main     // joins them, and knows what no package of the program does
package survey

import (
	"cmp"
	"go/ast"
	"reflect"
	"slices"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/measures"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/effects"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/linked"
)

// Survey is what a package, or several of one program, contribute.
type Survey struct {
	Measures []measures.Kind
	Mentions Words // words in the text of the package, of measures that other code may take
	Serves   bool  // it listens for requests
	Answers  bool  // it answers requests over HTTP
	Foreign  bool  // it has a middleware of others, about which nothing is known
	Loud     bool  // a framework that it uses may log requests by itself

	Issues bool          // it signs tokens
	Life   time.Duration // how long access tokens live, the shortest; 0 where that is not known
	Spread bool          // some live for a time that is not known

	Guards  []Guard
	Tells   bool   // one of them may log or count the tokens that it refuses
	Asks    bool   // what verifies tokens also asks a store, or something that may ask one
	Revokes bool   // something takes tokens back, or asks what was taken back
	Renews  []Spot // a refresh token is traded for another one, and nothing is kept
	Logouts []Spot // nothing but a cookie is deleted where somebody logs out
	Logins  []Spot // passwords are compared, and tokens issued
	Pages   []Spot // pages are written
	Cookies []Spot // tokens are sent as cookies that other sites may use
	TLS     []Spot // encrypted connections are answered
	Plain   []Spot // so are those to port 80, without encryption

	Table linked.Table // what the functions of the package do
	Waits []Wait       // what only the whole program can decide
}

// Spot is a place, and the function around it.
type Spot struct {
	files.Place
	Func string
}

// Guard is a middleware that lets in who has a token.
type Guard struct {
	Spot
	Silent bool // nothing is logged or counted where a token is refused
	Cookie bool // the token is one of a cookie
}

// most is how many places of one kind are kept of a program: a report stands at the first of them.
const most = 16

// Add adds what another package of the program contributes. What is added twice counts once.
func (s *Survey) Add(o *Survey) {
	s.Measures = slices.Concat(s.Measures, o.Measures)
	slices.Sort(s.Measures)
	s.Measures = slices.Compact(s.Measures)
	s.Mentions |= o.Mentions
	s.Serves = s.Serves || o.Serves
	s.Answers, s.Foreign = s.Answers || o.Answers, s.Foreign || o.Foreign
	s.Loud, s.Issues = s.Loud || o.Loud, s.Issues || o.Issues
	s.Spread, s.Asks = s.Spread || o.Spread, s.Asks || o.Asks
	s.Tells, s.Revokes = s.Tells || o.Tells, s.Revokes || o.Revokes
	if o.Life > 0 && (s.Life == 0 || o.Life < s.Life) {
		s.Life = o.Life
	}
	s.Guards = merge(s.Guards, o.Guards, func(g Guard) Spot { return g.Spot })
	for to, from := range map[*[]Spot][]Spot{
		&s.Logins: o.Logins, &s.Renews: o.Renews, &s.Logouts: o.Logouts, &s.Pages: o.Pages,
		&s.Cookies: o.Cookies, &s.TLS: o.TLS, &s.Plain: o.Plain,
	} {
		*to = merge(*to, from, func(p Spot) Spot { return p })
	}
	s.Waits = merge(s.Waits, o.Waits, func(w Wait) Spot { return w.Spot })
	s.Table.Add(o.Table)
}

// merge returns the first of two lists of places in one order, each once.
func merge[T any](a, b []T, of func(T) Spot) []T {
	out := slices.Concat(a, b)
	compare := func(a, b T) int {
		p, q := of(a), of(b)
		return cmp.Or(cmp.Compare(p.Pkg, q.Pkg), cmp.Compare(p.File, q.File),
			cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
	}
	slices.SortStableFunc(out, compare)
	out = slices.CompactFunc(out, func(a, b T) bool { return compare(a, b) == 0 })
	return out[:min(len(out), most)]
}

// Empty reports whether there is nothing to say.
func (s *Survey) Empty() bool { return reflect.ValueOf(*s).IsZero() }

// Takes reports whether one of the measures is taken.
func (s *Survey) Takes(kinds ...measures.Kind) bool {
	return slices.ContainsFunc(s.Measures, func(k measures.Kind) bool {
		return slices.Contains(kinds, k)
	})
}

// surveyor looks at one package.
type surveyor struct {
	calls.View
	pass     *analysis.Pass
	out      *Survey
	measures *measures.Reader
	claims   *claims.Reader
	cookies  *cookies.Reader
	effects  *effects.Reader
	verified []*ast.CallExpr   // calls that verify tokens
	compares map[ast.Node]bool // functions that compare a password, and issue no token
}

// Of returns the survey of a package. known says which functions of other packages compare
// passwords.
func Of(pass *analysis.Pass, p *calls.Package, known Comparers) *Survey {
	known.pass = pass
	s := &surveyor{
		View: p.View, pass: pass, out: &Survey{},
		measures: measures.New(p, sinks.New(pass, p)), claims: claims.New(pass, p),
		cookies: cookies.New(p, sinks.New(pass, p)), effects: effects.New(pass, p),
		compares: map[ast.Node]bool{},
	}
	for _, m := range s.measures.All() {
		if !slices.Contains(s.out.Measures, m.Kind) {
			s.out.Measures = append(s.out.Measures, m.Kind)
		}
	}
	s.verified = s.measures.Verifications()
	s.out.Mentions, s.out.Revokes = mentions(pass, measures.Responders(s.measures)), denials{s.View}.any()
	s.answers()
	s.issues()
	s.guards()
	s.logins(known)
	s.listens()
	s.renewals()
	s.logouts()
	s.tabulate()
	s.effects.Export()
	return s.out
}

// spot returns the place of a node.
func (s *surveyor) spot(n ast.Node) Spot {
	out := Spot{Place: files.PlaceOf(s.pass, n)}
	if d := syntax.DeclAt(s.Index, n.Pos()); d != nil {
		out.Func = d.Name.Name
	}
	return out
}

// issues looks at the tokens that the package signs.
func (s *surveyor) issues() {
	for _, c := range s.Calls.All {
		if c.Verb != model.Sign {
			continue
		}
		s.out.Issues = true
		if c.Via != nil { // the package of the wrapper knows its claims
			continue
		}
		for _, pay := range s.claims.Payloads(c) {
			ends := pay.Setters(string(model.Exp))
			if len(ends) == 0 {
				s.out.Spread = true
			}
			for _, claim := range ends {
				s.life(c, claim)
			}
		}
	}
	for _, h := range s.claims.Lifetimes() {
		for _, q := range h.Ends {
			if s.claims.Purpose(h.Call, claims.Way{Path: q.Path, Known: h.Purpose}) ==
				claims.AccessToken {
				s.lives(q.Life())
			}
		}
	}
}

// life notes how long the tokens of a call live.
func (s *surveyor) life(c *calls.Call, claim claims.Claim) {
	ends := s.Quantity.Of(claim.Value)
	if len(ends) == 0 {
		s.out.Spread = true
	}
	for _, q := range ends {
		way := claims.Way{Path: q.Path, Claim: &claim}
		if s.claims.Purpose(c, way) == claims.AccessToken {
			if q.Param != nil { // others say how long
				continue
			}
			s.lives(q.Life())
		}
	}
}

// lives notes how long an access token lives, where that is known.
func (s *surveyor) lives(life time.Duration, known bool) {
	switch {
	case !known:
		s.out.Spread = true
	case s.out.Life == 0 || life < s.out.Life:
		s.out.Life = life
	}
}
