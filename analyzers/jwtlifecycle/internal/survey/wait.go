package survey

// This file leaves to the whole program what a package cannot know: what stands behind functions of
// other packages, and behind interfaces.
//
//	claims, err := s.tokens.Parse(in.RefreshToken) // Verify: does it verify a token?
//	pair, err := s.tokens.NewPair(claims.Subject)  // Sign: does it sign one?
//	s.audit.Renewed(ctx, claims.Subject)           // Calls: does it keep anything?

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/effects"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/linked"
)

// Wait is a place that is one of Renews, Logouts or Logins where the whole program says so.
type Wait struct {
	Spot
	Kind         WaitKind
	Verify, Sign linked.Key   // has to do so; 0 where that is known
	Compare      linked.Key   // has to compare a password, for Login
	Calls        []linked.Key // may change nothing; nor ask anything, for Logout
	Asks         []linked.Key // change nothing by their names, and may do so all the same
	Of           []linked.Key // the function around it, whose callers may change nothing either
}

// WaitKind is what a place waits to be.
type WaitKind uint8

// Kinds of places that wait.
const (
	Renew WaitKind = iota
	Logout
	Login
)

// wait notes a place in a function.
func (s *surveyor) wait(w Wait, fn ast.Node) {
	if d, ok := fn.(*ast.FuncDecl); ok {
		if of, ok := s.Info.Defs[d.Name].(*types.Func); ok {
			name, form := linked.Keys(of)
			w.Of = append(w.Of, name)
			if form != 0 {
				w.Of = append(w.Of, form)
			}
		}
	}
	s.out.Waits = append(s.out.Waits, w)
}

// Settle decides about the places that wait for the whole program, which s is then the survey of.
func (s *Survey) Settle() {
	p := linked.Link(s.Table)
	for _, w := range s.Waits {
		most, to := effects.Reads, &s.Renews
		switch w.Kind {
		case Login:
			if p.Compare(w.Compare) {
				s.Logins = merge(s.Logins, []Spot{w.Spot}, func(s Spot) Spot { return s })
			}
			continue
		case Logout:
			most, to = effects.None, &s.Logouts
		}
		if (w.Verify == 0 || p.Verify(w.Verify)) && (w.Sign == 0 || p.Sign(w.Sign)) &&
			p.Effect(w.Calls...) <= most && !p.Changes(append(w.Asks, w.Verify, w.Sign)...) &&
			p.Callers(w.Of...) <= effects.Reads {
			*to = append(*to, w.Spot)
		}
	}
	s.Waits = nil
}

// mostFuncs is how many functions a package may have that says what they do.
const mostFuncs = 1024

// tabulate says what the functions of the package do, for those that call them from elsewhere.
func (s *surveyor) tabulate() {
	if len(s.Index.Decls) > mostFuncs {
		s.out.Table.Full = true
		return
	}
	verifying := map[*ast.CallExpr]bool{}
	for _, c := range s.verified {
		verifying[c] = true
	}
	for _, fn := range syntax.InOrder(s.Index, s.Index.Decls) {
		d := s.Index.Decls[fn]
		effect, calls, asks := s.effects.Known(d)
		f := linked.Func{
			Effect: effect, Calls: keysOf(calls), Asks: keysOf(asks), Compares: s.compares[d],
		}
		f.Name, f.Form = linked.Keys(fn)
		for _, c := range s.effects.Within(d) {
			f.Verifies = f.Verifies || verifying[c]
			f.Signs = f.Signs || s.Index.Verb(c) == model.Sign
		}
		if f.Verifies || f.Signs || f.Compares || len(f.Calls) > 0 || effect > effects.Reads ||
			!effects.ReadsByName(fn.Name()) {
			s.out.Table.Funcs = append(s.out.Table.Funcs, f)
		}
	}
}

// keysOf returns the keys of some functions, each once.
func keysOf(fns []*types.Func) (out []linked.Key) {
	for _, fn := range fns {
		out = append(out, linked.KeyOf(fn))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
