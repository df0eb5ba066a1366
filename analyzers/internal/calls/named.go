package calls

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// named collects the settings whose name says that they are the key of tokens: reads by a constant name, defaults set
// under one, and fields whose tag holds one.
func (p *finder) named() {
	for _, c := range p.Index.Calls {
		i := slices.IndexFunc(c.Args, func(a ast.Expr) bool { return p.Index.Text(a) != "" }) // a name stands before its default
		if i < 0 || !names.Key(p.Index.Text(c.Args[i])) {
			continue
		}
		sig := model.Of(p.Index.Callee(c), "")
		if sig != nil && sig.Verb == model.Default {
			for _, e := range syntax.Args(c, sig, model.Fallback) {
				p.Named = append(p.Named, Named{p.Index.Text(c.Args[i]), p.Origin.Trace(e)})
			}
		} else if tr := p.Origin.Trace(c); carries(p.Info.TypeOf(c)) && tr.Has(origin.Env, origin.Config, origin.Flag) {
			p.Named = append(p.Named, Named{p.Index.Text(c.Args[i]), tr})
		}
	}
	for _, lit := range p.Index.Literals {
		fields := p.Index.Fields(lit, model.Default)
		for _, e := range slices.Concat(fields[model.Name], fields[model.Env]) {
			if !names.Key(p.Index.Text(e)) {
				continue
			}
			for _, v := range fields[model.Fallback] {
				p.Named = append(p.Named, Named{p.Index.Text(e), p.Origin.Trace(v)})
			}
		}
	}
	for v, lit := range p.Index.Tags() {
		raw, _ := strconv.Unquote(lit.Value)
		if tag := model.ReadTag(raw); tag.Source != model.None && names.Key(tag.Name) && carries(v.Type()) {
			p.Named = append(p.Named, Named{tag.Name, p.Origin.ResolveParams(p.Origin.Var(v))})
		}
	}
	slices.SortFunc(p.Named, func(a, b Named) int { return int(first(a) - first(b)) })
}

// first is the position of the first birth that has one.
func first(n Named) int {
	for _, o := range n.Trace.Origins {
		if o.At != nil {
			return int(o.At.Pos())
		}
	}
	return 0
}

// carries reports whether a value of the type can be a key.
func carries(t types.Type) bool {
	if t == nil {
		return false
	}
	if tuple, ok := t.(*types.Tuple); ok {
		return tuple.Len() > 0 && carries(tuple.At(0).Type())
	}
	b, ok := t.Underlying().(*types.Basic)
	return holds(t) && !(ok && b.Info()&types.IsInteger != 0)
}
