package calls

import (
	"go/ast"
	"go/constant"
	"path/filepath"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// This file turns the origins of a value into the atoms that a fact holds:
//
//	func Key() string { return os.Getenv("JWT_SECRET") } // an environment variable
//	func Or(a string) string { return cmp.Or(a, "dev") } // parameter 0, or a constant
//
// An atom holds a kind, small constants and the name of a setting, never the text of a secret.

// summarize returns the atoms of a trace; fn is the function whose parameters may stay open, nil
// for variables and fields. Constants that this package reports, as keys or under the name of one,
// are marked; one that merely takes the place of a setting with such a name is not reported here:
//
//	if s := os.Getenv("JWT_SECRET"); s != "" {
//		return s
//	}
//	return "dev"
func (p *exporter) summarize(tr origin.Trace, fn ast.Node) origin.Atoms {
	return p.atoms(tr.Each(func(o *origin.Origin) {
		o.Reported = o.Reported || o.Kind == origin.Const && p.keys[o.At]
	}), fn)
}

// atoms returns the atoms of a trace without marks; fn is as for summarize.
func (p *exporter) atoms(tr origin.Trace, fn ast.Node) origin.Atoms {
	var out origin.Atoms
	for _, o := range tr.Origins {
		if a, ok := p.atom(o, tr, fn); ok && !slices.ContainsFunc(out, a.Same) {
			out = append(out, a)
		}
	}
	return out
}

// atom returns what a fact can hold of one origin of a trace. ok is false for a number that the
// package rejects.
func (p *exporter) atom(o *origin.Origin, in origin.Trace, fn ast.Node) (a origin.Atom, ok bool) {
	a = origin.Atom{
		Kind: o.Kind, Size: int32(max(o.Size, -1)),
		Hashed: o.Hashed, Joined: o.Joined, Masked: o.Masked, Checked: o.Checked, Reported: o.Reported,
		Place: p.place(o),
	}
	switch o.Kind {
	case origin.Param:
		param, known := p.Index.Params[o.Param]
		if !known || param.Func != fn || param.Index > 100 || o.Piece.IsPart() {
			return origin.Atom{Kind: origin.Unknown, Size: -1}, true
		}
		a.Arg = int8(param.Index)
	case origin.Object, origin.Func:
		return origin.Atom{Kind: origin.Unknown, Size: -1}, true
	case origin.Env, origin.Config, origin.Flag:
		a.Checked = a.Checked || p.Guards.Tested(o, in)
		if o.Kind != origin.Flag {
			a.Names = strings.Join(o.Names[:min(len(o.Names), 4)], "\n") // facts are small
			a.By = int8(min(origin.NamedBy(p.Index, o, fn), 100) + 1)
		}
	case origin.Request:
		isOther := func(name string) bool { return !names.Credential(name) }
		if !o.Piece.IsPart() && !slices.ContainsFunc(o.Names, isOther) {
			a.Names = strings.Join(o.Names[:min(len(o.Names), 4)], "\n")
		}
	case origin.Const:
		if o.Value != nil && o.Value.Kind() != constant.String {
			a.Number, a.IsNum = constant.Int64Val(constant.ToInt(o.Value))
		}
		if !a.IsNum && o.Value != nil && p.Guards.Rejected(o) {
			return a, false
		}
	}
	return a, true
}

// place returns where the source of an origin stands in this package.
func (p *exporter) place(o *origin.Origin) origin.Place {
	at := o.Read()
	if at == nil || !at.Pos().IsValid() || !o.Kind.External() && o.Kind != origin.Const {
		return origin.Place{}
	}
	pos := p.Fset.PositionFor(at.Pos(), false)
	return origin.Place{File: filepath.Base(pos.Filename), Line: pos.Line, Col: pos.Column}
}
