package calls

import (
	"go/ast"
	"go/constant"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// atom turns an origin into what a fact can hold. ok is false where nothing useful is left.
func (p *exporter) atom(o origin.Origin, in origin.Trace, fn ast.Node) (a origin.Atom, ok bool) {
	a = origin.Atom{Kind: o.Kind, Size: int32(max(o.Size, -1)), Hashed: o.Hashed, Checked: o.Checked, Reported: o.Reported}
	switch o.Kind {
	case origin.Param:
		param, known := p.Index.Params[o.Param]
		if !known || param.Func != fn || param.Index > 100 {
			return origin.Atom{Kind: origin.Unknown, Size: -1}, true
		}
		a.Arg = int8(param.Index)
	case origin.Object, origin.Func:
		return origin.Atom{Kind: origin.Unknown, Size: -1}, true
	case origin.Env, origin.Config, origin.Flag:
		a.Checked = a.Checked || p.Guards.Tested(o, in)
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

// atoms summarises a trace; fn is the function whose parameters may stay open, nil for variables and fields.
func (p *exporter) atoms(tr origin.Trace, fn ast.Node) origin.Atoms {
	var out origin.Atoms
	for _, o := range tr.Origins {
		if a, ok := p.atom(o, tr, fn); ok && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}
