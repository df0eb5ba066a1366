package startup

// This file follows keys through variables of other packages, to those that have no value yet, or were
// given one too early:
//
//	package config
//	var Secret = os.Getenv("JWT_SECRET") // Early: before main loads the environment
//	var Key string                       // Unset: Init gives it a value, which main calls
//	func Init() { godotenv.Load(); Key = os.Getenv("JWT_KEY") }
//
//	package auth
//	token.SignedString([]byte(config.Secret)) // early
//	var key = []byte(config.Key)              // copied

import (
	"go/ast"
	"go/types"
	"path/filepath"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// addVariables says which variables of this package are set when it is initialised, and which later.
func (p *Reader) addVariables(s *Start) {
	scope := p.Pkg.Scope()
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok {
			continue
		}
		if o, early := p.ReadEarly(v); early && len(s.Early) < maxReads &&
			(names.MayHoldSecret(name) || slices.ContainsFunc(o.Names, names.Key)) {
			s.Early = append(s.Early, files.PlaceOf(p.pass, o.Read()))
		}
		if v.Exported() && names.MayHoldSecret(name) && p.isUnset(v) && len(s.Unset) < maxReads {
			s.Unset = append(s.Unset, name)
		}
	}
}

// isUnset reports whether only functions that run after the initialisation give a text a value.
func (p *Reader) isUnset(v *types.Var) bool {
	set := false
	for _, w := range p.Index.Writes[v] {
		d := syntax.DeclAt(p.Index, w.Pos)
		switch {
		case w.Decl != nil && w.Value == nil && w.Call == nil:
			continue
		case d == nil || p.initialises(d, map[ast.Node]bool{}):
			return false
		}
		set = true
	}
	return set && typing.IsText(v.Type())
}

// factOf returns what another package does when it is initialised.
func (p *Reader) factOf(pkg *types.Package) (s Start) {
	p.pass.ImportPackageFact(pkg, &s)
	return s
}

// early reports whether another package reads an origin when it is initialised.
func (p *Reader) early(o *origin.Origin) bool {
	if o.Via == nil || o.Via.Pkg() == nil || o.Place == nil || o.Checked {
		return false
	}
	return slices.Contains(p.factOf(o.Via.Pkg()).Early, files.Place{
		Pkg: o.Via.Pkg().Path(), File: filepath.Base(o.Place.File), Line: o.Place.Line, Col: o.Place.Col,
	})
}

// copied returns the origin of a package variable of which the initial value is a variable of another
// package that has none by then.
func (p *Reader) copied(v *types.Var) (*origin.Origin, bool) {
	if v.Pkg() != p.Pkg || v.Parent() != p.Pkg.Scope() {
		return nil, false
	}
	of := p.Origin.Var(v).Origins
	if len(of) == 0 || of[0].At == nil || p.Index.FuncAt(of[0].At.Pos()) != nil ||
		slices.ContainsFunc(of, func(o *origin.Origin) bool { return o.Via != of[0].Via }) {
		return nil, false
	}
	from, ok := of[0].Via.(*types.Var)
	return of[0], ok && !from.IsField() && slices.Contains(p.factOf(from.Pkg()).Unset, from.Name())
}
