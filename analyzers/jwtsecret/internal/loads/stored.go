package loads

// This file follows keys that a package reads from a store of settings which another one fills:
//
//	package config // viper.SetDefault("JWT_SECRET", "dev"); viper.AutomaticEnv()
//	package auth   // token.SignedString([]byte(viper.GetString("JWT_SECRET")))
//	package main   // imports both: there is a default
//
// That nobody gives such a setting a default or tests it, only main knows.

import (
	"go/ast"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Stored reports whether a package leaves it to main to say that a setting is never checked, as it
// reads it from a store; for main itself, whether a package that it imports fills or tests it. A
// package of another module tells no main.
func Stored(k *Known, o *origin.Origin) bool {
	return k.view.Index != nil && isStored(k.view, o) && (!k.main || isSettled(o.Names, k.all().Settled))
}

// isStored reports whether a call of this package reads an origin from a store of settings.
func isStored(v calls.View, o *origin.Origin) bool {
	call, ok := o.At.(*ast.CallExpr)
	if !ok || o.Kind != origin.Env || o.Via != nil || len(o.Names) == 0 {
		return false
	}
	sig, _ := v.Index.Row(call)
	return sig != nil && sig.Result(0) == model.Config
}

// ReportedBefore reports whether a package that this one imports reads an origin and reports that read.
func ReportedBefore(k *Known, o *origin.Origin) bool {
	if o.Via == nil || o.Via.Pkg() == nil || o.Place == nil {
		return false
	}
	at := files.Place{
		Pkg: o.Via.Pkg().Path(), File: filepath.Base(o.Place.File), Line: o.Place.Line, Col: o.Place.Col,
	}
	return slices.ContainsFunc(k.all().Exposed, func(e Exposed) bool { return e.Reported && e.Place == at })
}

// stored returns what main has to know of a setting that this package reads by its name.
func stored(pass *analysis.Pass, v calls.View, o *origin.Origin) (Exposed, bool) {
	if pass.Pkg.Name() == "main" || o.Kind != origin.Env || OfVariable(o) != nil || o.Read() == nil ||
		len(o.Names) == 0 {
		return Exposed{}, false
	}
	return Exposed{
		Place: files.PlaceOf(pass, o.Read()), Setting: setting(o), Reported: !isStored(v, o),
	}, true
}

// Settled returns the settings that packages of a program have reported as unchecked, and that another
// package tests under the same name, where the package is its main.
//
//	package config // if os.Getenv("JWT_SECRET") == "" { return errNoSecret }
//	package auth   // token.SignedString([]byte(os.Getenv("JWT_SECRET")))
func Settled(k *Known) []Exposed {
	if !k.main {
		return nil
	}
	all := k.all()
	return slices.DeleteFunc(all.Exposed, func(e Exposed) bool {
		return !e.Reported || !slices.ContainsFunc(strings.Split(e.Setting, "\n"), func(n string) bool {
			return slices.Contains(all.Settled, asTested(n))
		})
	})
}

// findSettled collects the settings in stores that this package gives a default or tests.
func findSettled(k *Known, p *calls.Package) {
	defaults := p.Origin.Settings().Defaults()
	for _, name := range slices.Sorted(maps.Keys(defaults)) {
		if names.Key(name) && !p.Origin.Blank(defaults[name]) {
			k.own.settle(inStore(name))
		}
	}
	for _, tr := range p.NamedKeys {
		if !tr.Has(origin.Const) {
			continue
		}
		for _, o := range tr.Origins {
			for _, name := range o.Names {
				k.own.settle(inStore(name))
			}
		}
	}
	for _, name := range p.Guards.TestedNames() {
		if names.Key(name) {
			k.own.settle(inStore(name))
			k.own.settle(asTested(name))
		}
	}
	for _, name := range mustHave(p) {
		k.own.settle(asTested(name))
	}
}

// mustHave returns the settings that a package reads by a helper of its own which tests what it reads:
//
//	cfg.Secret = mustGetenv("JWT_SECRET")
func mustHave(p *calls.Package) (out []string) {
	for _, c := range p.Index.Calls {
		if !slices.ContainsFunc(c.Args, func(a ast.Expr) bool { return names.Key(p.Index.Text(a)) }) {
			continue
		}
		if tr := p.Origin.Trace(c); tr.Only(origin.Env, origin.Config) {
			for _, o := range tr.Origins {
				if o.By != nil && p.Guards.Tested(o, tr) {
					out = append(out, o.Names...)
				}
			}
		}
	}
	return out
}

// isSettled reports whether one of the names of a setting is among what packages settle.
func isSettled(named, settled []string) bool {
	return slices.ContainsFunc(named, func(n string) bool { return slices.Contains(settled, inStore(n)) })
}

// asTested returns the name of a setting that a package tests as no variable is called.
func asTested(name string) string { return "!" + strings.ToLower(name) }

// inStore returns the name of a setting as no variable is called. Stores read names in any case.
func inStore(name string) string { return "=" + strings.ToLower(name) }
