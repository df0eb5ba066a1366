package origin

// This file turns origins into facts for other packages, and back:
//
//	package config
//	func Secret(def string) []byte { ... } // From[0]: Env, or argument 0
//
//	package main
//	key := config.Secret("dev")            // trace: Env or Const, Via config.Secret

import (
	"go/ast"
	"go/constant"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Summary is what one package says of a function, variable or field to those that import it:
// kinds, places, small numbers and the names of settings, never their values, so that no secret
// gets into a build cache. A package's facts are made anew when its files change, so that places
// are never stale.
type Summary struct {
	From   []Atoms  // a function's results; one for a variable or field
	Uses   []Use    // what a parameter, variable or field is used as
	Into   []string // the fields that a parameter is kept in, by their names
	Tested bool     // an empty parameter, variable or field is noticed
}

// Atoms is the set of origins of one value.
type Atoms []Atom

// Atom is an [Origin] without its place.
type Atom struct {
	Kind     Kind
	Arg      int8  // Param: which argument of the call
	By       int8  // Env, Config: the argument that is the name of the setting, from 1; 0 for none
	Size     int32 // length in bytes, -1 where it is not known
	Number   int64 // Const: the value of a number
	IsNum    bool  // Number is set
	Hashed   bool
	Joined   bool
	Masked   bool
	Checked  bool
	Reported bool
	Names    string // Env, Config, Request: the names of the setting or credential, one a line
	Place    Place  // of the literal or the read, in the package of the fact
}

// Place is a place in a file of another package.
type Place struct {
	File      string // base name in a fact, else the path; "" where the place is not known
	Found     bool   // File is a path: where this package found what a fact says; never in a fact
	Line, Col int    // from 1, the column in bytes
}

// in returns the place with the path of its file, where it stands beside the file at.
func (p Place) in(at string) Place {
	if p.File != "" && !p.Found {
		p.File, p.Found = filepath.Join(filepath.Dir(at), p.File), true
	}
	return p
}

// Tell reports whether the atoms say more than that nothing is known.
func (as Atoms) Tell() bool {
	return slices.ContainsFunc(as, func(a Atom) bool {
		return a.Kind != Unknown && a.Kind != Nothing && a.Kind != Param
	})
}

// OfTokens returns those of the atoms that are tokens, all where each is random: a text that is a
// token by its name.
func (as Atoms) OfTokens() Atoms {
	if !slices.ContainsFunc(as, func(a Atom) bool { return a.Kind != Random }) {
		return as
	}
	return slices.DeleteFunc(as, func(a Atom) bool { return a.Kind != Token })
}

// Same reports whether two atoms say the same of different places.
func (a Atom) Same(b Atom) bool {
	a.Place, b.Place = Place{}, Place{}
	return a == b
}

// In returns the atoms with the paths of their files, which stand beside the file at.
func (as Atoms) In(at string) Atoms {
	out := slices.Clone(as)
	for i := range out {
		out[i].Place = out[i].Place.in(at)
	}
	return out
}

// Use says that a value reaches a modelled role.
type Use struct {
	Verb         model.Verb
	Role         model.Role
	Alg          model.Role // the algorithm, where one is known
	RejectsEmpty bool       // an empty value is refused before it gets there
	Message      bool       // the token of the call need not be one, see calls.Call
}

// Add adds what another package says of the same object: its origins are alternatives.
func (s *Summary) Add(u *Summary) {
	if len(u.From) > 0 {
		var from Atoms
		if len(s.From) > 0 {
			from = slices.Clone(s.From[0])
		}
		for _, a := range u.From[0] {
			if !slices.ContainsFunc(from, a.Same) {
				from = append(from, a)
			}
		}
		s.From = []Atoms{from}
	}
	s.Uses = slices.Clip(s.Uses)
	for _, use := range u.Uses {
		if !slices.Contains(s.Uses, use) {
			s.Uses = append(s.Uses, use)
		}
	}
	s.Tested = s.Tested || u.Tested
}

// trace turns the atoms into origins at the node where this package uses via, an object of another
// package that is declared in the file; arg returns the origin of an argument, and is nil for
// variables.
func (as Atoms) trace(at ast.Node, via types.Object, file string, arg func(int) Trace) Trace {
	var out Trace
	for _, a := range as {
		if a.Kind == Param {
			if arg != nil {
				result := Origin{Hashed: a.Hashed, Joined: a.Joined, Masked: a.Masked}
				out.Add(result.handOn(arg(int(a.Arg))))
			}
			continue
		}
		o := Origin{
			Kind:     a.Kind,
			At:       at,
			Via:      via,
			Size:     int(a.Size),
			Hashed:   a.Hashed,
			Joined:   a.Joined,
			Masked:   a.Masked,
			Checked:  a.Checked,
			Reported: a.Reported,
		}
		if a.Place.File != "" {
			place := a.Place.in(file)
			o.Place = &place
		}
		if a.IsNum {
			o.Value = constant.MakeInt64(a.Number)
		}
		if a.Names != "" {
			o.Names = strings.Split(a.Names, "\n")
		} else if a.By > 0 && arg != nil {
			o.Names = arg(int(a.By) - 1).Texts()
			o.named()
		}
		same := func(in *Origin) bool { return in.same(&o) }
		// read by one of several names
		if i := slices.IndexFunc(out.Origins, same); i >= 0 && o.Names != nil {
			all := *out.Origins[i]
			all.Names = slices.Concat(all.Names, o.Names)
			out.Origins = slices.Clone(out.Origins)
			out.Origins[i] = &all
		}
		out.Add(one(o))
	}
	return out
}

// fileOf returns the path of the file that declares an object.
func fileOf(t *Tracer, obj types.Object) string {
	return t.pass.Fset.Position(obj.Pos()).Filename
}

// Results returns the origins of a result of a function declared in this package by its index.
// Parameters stay as they are, and what comes with an error is left out.
func (t *Tracer) Results(fn ast.Node, result int) Trace { return t.results(fn, result, nil) }

// Var returns the origins of a package variable or field of this package, wherever it is used.
func (t *Tracer) Var(v *types.Var) Trace {
	if v.IsField() {
		return t.once(v, 0, func() Trace { return ofEveryField(t, v) })
	}
	return t.once(v, 0, func() Trace { return ofGlobal(t, v) })
}
