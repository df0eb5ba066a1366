package loads

// This file follows keys in exported variables, which any package of the program can test or set:
//
//	package config // var Secret = os.Getenv("JWT_SECRET")
//	package auth   // token.SignedString([]byte(config.Secret))
//	package main   // if config.Secret == "" { log.Fatal(...) }
//
// The program as a whole has no test only where main, which sees all of them, knows of none.

import (
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/gate"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Exposed is an exported variable with a key that its own package and the one that uses it read
// from the environment and do not test, or a setting that a package reads from a store.
type Exposed struct {
	files.Place        // of the read
	Name        string // of the variable, "" for a setting
	Setting     string // the names of the environment variable, one a line
	Signs       bool
	Reported    bool // the package itself has reported it
}

// qualified returns the name that no other variable of the program has.
func (e Exposed) qualified() string { return e.Pkg + "." + e.Name }

// inherit adds what an import says of exposed variables.
func (f *Fact) inherit(of *Fact) {
	for _, e := range of.Exposed {
		f.expose(e)
	}
	for _, name := range of.Settled {
		f.settle(name)
	}
}

func (f *Fact) expose(e Exposed) {
	if len(f.Exposed) < maxExposed && !slices.ContainsFunc(f.Exposed, func(o Exposed) bool {
		return o.qualified() == e.qualified() && (e.Name != "" || o.Place == e.Place)
	}) {
		f.Exposed = append(f.Exposed, e)
	}
}

func (f *Fact) settle(name string) {
	if len(f.Settled) < maxExposed && !slices.Contains(f.Settled, name) {
		f.Settled = append(f.Settled, name)
	}
}

// OfVariable returns the variable of another package that brings an origin here, nil for none.
func OfVariable(o *origin.Origin) *types.Var {
	if v, ok := o.Via.(*types.Var); ok && !v.IsField() {
		return v
	}
	return nil
}

// findExposed collects the exposed variables that this package uses, and those of other packages
// that it tests or sets.
func findExposed(k *Known, pass *analysis.Pass, p *calls.Package) {
	for _, c := range p.All {
		if !c.UsesKey() {
			continue
		}
		for _, key := range p.Keys(c) {
			if !k.Unchecked(p, c, key) {
				continue
			}
			for _, o := range key.Origins {
				e, ok := exposed(o)
				if !ok {
					e, ok = stored(pass, k.view, o)
				}
				if ok {
					e.Signs = c.Verb == model.Sign
					k.own.expose(e)
				}
			}
		}
	}
	settled := map[*types.Var]bool{}
	for _, v := range p.Guards.TestedVars() {
		settled[v] = true
	}
	for v := range p.Index.Writes {
		settled[v] = true
	}
	for _, v := range syntax.InOrder(p.Index, settled) {
		if v.Pkg() != nil && v.Pkg() != p.Pkg && v.Parent() == v.Pkg().Scope() &&
			names.MayHoldSecret(v.Name()) {
			k.own.settle(v.Pkg().Path() + "." + v.Name())
		}
	}
	findSettled(k, p)
	for _, e := range k.all().Exposed {
		if e.Name != "" && p.Guards.Tested(&origin.Origin{Names: strings.Split(e.Setting, "\n")}, origin.Trace{}) {
			k.own.settle(e.qualified())
		}
	}
}

// exposed returns the exposed variable that an origin comes from. Packages that test one with a
// name that says nothing of keys may not be looked at.
func exposed(o *origin.Origin) (Exposed, bool) {
	v := OfVariable(o)
	if v == nil || o.Kind != origin.Env || o.Place == nil || !gate.MentionsTokens(v.Name()) {
		return Exposed{}, false
	}
	return Exposed{
		Place: files.Place{
			Pkg: v.Pkg().Path(), File: filepath.Base(o.Place.File),
			Line: o.Place.Line, Col: o.Place.Col,
		},
		Name: v.Name(), Setting: strings.Join(o.Names, "\n"),
	}, true
}

// Open returns the exposed variables that no package of a program tests or sets, where the package
// is its main. Another program of the module may: see [Known.Untouched].
func (k *Known) Open() []Exposed {
	if !k.main {
		return nil
	}
	all := k.all()
	return slices.DeleteFunc(all.Exposed, func(e Exposed) bool {
		if e.Reported {
			return true
		}
		if e.Name == "" {
			return isSettled(strings.Split(e.Setting, "\n"), all.Settled)
		}
		return slices.Contains(all.Settled, e.qualified())
	})
}
