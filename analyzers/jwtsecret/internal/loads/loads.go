// Package loads finds which settings files a program reads, and which of its settings are JWT
// keys. One package reads the files, another reads the settings, and a third may be the only one
// that knows both:
//
//	package config // viper.SetConfigName("config"); viper.AddConfigPath("./config")
//	package auth   // token.SignedString([]byte(viper.GetString("jwt.secret")))
//	package main   // config.Init(); auth.New()
package loads

import (
	"cmp"
	"go/ast"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
)

// Fact is what a package, with those of its module that it imports, reads and uses.
type Fact struct {
	Loads   []Load
	Keys    []Key
	Exposed []Exposed
	Settled []string // the names of exposed variables that a package tests or sets
	Paths   []Named
	Refused []uint64 // digests of the constants that a package with settings rejects as values
}

// AFact marks the type as a fact.
func (*Fact) AFact() {}

// Load is a settings file that a package reads.
type Load struct {
	Module string // the path of its module
	Dir    string // the folder of the package, from that of the module, with slashes
	Path   string // relative to that folder or one above it; a star stands for what is not known
	Base   bool   // the end of the name is missing: yaml, json or another that libraries know
	Var    string // the environment variable with the path, "" where the path is known
}

// Key is a setting that is used as a JWT key.
type Key struct {
	Name string
	Env  bool // an environment variable
}

// Bounds of what one package says.
const (
	maxLoads   = 64
	maxKeys    = 64
	maxExposed = 64
	maxPaths   = 64
	maxRefused = 64
)

// Known is what is known where a package and its imports meet.
type Known struct {
	view     calls.View
	dir      string // of the package
	root     string // the folder of its module
	module   string
	main     bool
	imported []*Fact
	own      Fact
	at       map[any]ast.Node // where this package reads a file, or a setting
	runs     runner
	demanded map[string]bool // see demands; nil before the first key
}

// Find finds what the package of a pass reads and uses, and says so to importing packages. p is
// nil where the package itself has nothing to do with tokens: it may import those that have.
func Find(pass *analysis.Pass, p *calls.Package) *Known {
	k := &Known{main: pass.Pkg.Name() == "main", at: map[any]ast.Node{}}
	if pass.Module != nil && pass.Module.Version != "" || len(pass.Files) == 0 {
		return k
	}
	k.inherit(pass)
	if p == nil && len(k.imported) == 0 {
		return k
	}
	k.locate(pass)
	if p != nil {
		k.view = p.View
		k.findKeys(p)
		findExposed(k, pass, p)
		k.findPaths(p)
		k.find(p, files.Of(pass))
		if len(k.own.Loads) > 0 {
			refuse(k, p.Guards.Refusals())
		}
	}
	if fact := k.all(); fact.says() {
		pass.ExportPackageFact(&fact)
	}
	return k
}

// says reports whether a fact says anything.
func (f *Fact) says() bool {
	return len(f.Loads)+len(f.Keys)+len(f.Exposed)+len(f.Settled)+len(f.Paths)+len(f.Refused) > 0
}

// locate finds the module of the package.
func (k *Known) locate(pass *analysis.Pass) {
	k.dir = filepath.Dir(files.Written(pass.Fset, pass.Files[0].Package))
	above := files.Above(k.dir)
	k.root = above[len(above)-1]
	k.runs = runner{dir: k.dir, root: k.root}
	if pass.Module != nil {
		k.module = pass.Module.Path
	}
}

// inherit collects what the imports say.
func (k *Known) inherit(pass *analysis.Pass) {
	all := pass.AllPackageFacts()
	slices.SortFunc(all, func(a, b analysis.PackageFact) int {
		return cmp.Compare(a.Package.Path(), b.Package.Path())
	})
	for _, f := range all {
		if fact, ok := f.Fact.(*Fact); ok && f.Package != pass.Pkg {
			k.imported = append(k.imported, fact)
		}
	}
}

// all returns what is known here: importing packages that see this one need not see its imports.
func (k *Known) all() Fact {
	out := Fact{
		slices.Clone(k.own.Loads), slices.Clone(k.own.Keys),
		slices.Clone(k.own.Exposed), slices.Clone(k.own.Settled), slices.Clone(k.own.Paths),
		slices.Clone(k.own.Refused),
	}
	for _, fact := range k.imported {
		for _, l := range fact.Loads {
			if !slices.Contains(out.Loads, l) && len(out.Loads) < maxLoads {
				out.Loads = append(out.Loads, l)
			}
		}
		for _, key := range fact.Keys {
			if !slices.Contains(out.Keys, key) && len(out.Keys) < maxKeys {
				out.Keys = append(out.Keys, key)
			}
		}
		for _, n := range fact.Paths {
			if !slices.Contains(out.Paths, n) && len(out.Paths) < maxPaths {
				out.Paths = append(out.Paths, n)
			}
		}
		for _, digest := range fact.Refused {
			if !slices.Contains(out.Refused, digest) && len(out.Refused) < maxRefused {
				out.Refused = append(out.Refused, digest)
			}
		}
		out.inherit(fact)
	}
	return out
}

// Variables returns the environment variables that are JWT keys, as far as no import knows them.
func (k *Known) Variables() []Key {
	var out []Key
	for _, key := range k.own.Keys {
		if key.Env && !slices.ContainsFunc(k.imported, func(f *Fact) bool {
			return slices.Contains(f.Keys, key)
		}) {
			out = append(out, key)
		}
	}
	return out
}

// At returns where the package reads a setting or uses it as a key, nil where it does neither.
func (k *Known) At(key Key) ast.Node { return k.at[key] }

// Root returns the folder of the module.
func (k *Known) Root() string { return k.root }
