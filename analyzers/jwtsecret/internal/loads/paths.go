package loads

// This file knows the paths of settings files that other packages give:
//
//	package options // flag.StringVar(&All.File, "c", "config/config.yaml", "...")
//	package config  // os.Open(options.All.File)
//
//	package config  // var Path string; os.ReadFile(Path)
//	package main    // config.Path = "config/config.yaml"

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Named is the path of a settings file in an exported variable or field.
type Named struct{ Name, Path string }

// findPaths collects the exported variables and fields of this package that hold the path of a
// settings file, and the files whose paths it gives to those of other packages which read them.
func (k *Known) findPaths(p *calls.Package) {
	named := map[*types.Var]bool{}
	for v, writes := range p.Index.Writes {
		named[v] = typing.IsString(v.Type()) && slices.ContainsFunc(writes, func(w syntax.Write) bool {
			return mayBeSettings(p.Index, w)
		})
	}
	for _, v := range syntax.InOrder(p.Index, named) {
		switch {
		case !named[v]:
		case v.Pkg() != p.Pkg:
			if locates(p.Summary(v)) {
				k.addTexts(v, origin.Given(p.Origin, v).Texts())
			}
		case p.Visible(v):
			for _, text := range p.Origin.Var(v).Texts() {
				n := Named{k.nameOf(v), text}
				if n.Name != "" && isSettings(text) && len(k.own.Paths) < maxPaths {
					k.own.Paths = append(k.own.Paths, n)
				}
			}
		}
	}
}

// addTexts adds the settings files whose paths a variable of another package is given.
func (k *Known) addTexts(v *types.Var, texts []string) {
	for _, w := range k.view.Index.Writes[v] {
		at := ast.Node(w.Value)
		if w.Value == nil {
			at = w.Call
		}
		for _, text := range texts {
			if isSettings(text) {
				k.add(at, text, false)
			}
		}
		return
	}
}

// locates reports whether a package says of a variable that it reads the file whose path that has.
func locates(s *origin.Summary) bool {
	return s != nil && slices.ContainsFunc(s.Uses, func(u origin.Use) bool {
		return u.Verb == model.Locate && u.Role == model.Settings
	})
}

// mayBeSettings reports whether a write gives a variable the path of a settings file: a constant,
// or that of the call of a flag.
func mayBeSettings(x *syntax.Index, w syntax.Write) bool {
	isPath := func(e ast.Expr) bool {
		return e != nil && isSettings(x.Text(e))
	}
	if w.Call != nil {
		return slices.ContainsFunc(w.Call.Args, isPath)
	}
	return isPath(w.Value)
}

// nameOf returns the name of an exported package variable or field that no other has, "" for
// others.
func (k *Known) nameOf(v *types.Var) string {
	if v.IsField() {
		return k.view.Calls.Fields.Name(v)
	}
	if v.Pkg() != nil && v.Parent() == v.Pkg().Scope() {
		return v.Pkg().Path() + "." + v.Name()
	}
	return ""
}

// named returns the paths that the variables and fields of other packages hold which an expression
// comes from.
func (k *Known) named(e ast.Expr) []string {
	var out []string
	for _, v := range k.view.Origin.Trace(e).Way() {
		name := ""
		if v.Pkg() != k.view.Pkg {
			name = k.nameOf(v)
		}
		for _, fact := range k.imported {
			for _, n := range fact.Paths {
				if name != "" && n.Name == name && !slices.Contains(out, n.Path) {
					out = append(out, n.Path)
				}
			}
		}
	}
	return out
}
