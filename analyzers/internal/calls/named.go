package calls

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// named collects the settings whose name says that they are the key of tokens: reads by a constant name, defaults set
// under one, and fields whose tag holds one.
func (p *Package) named() {
	for _, c := range p.Tracer.Calls {
		i := slices.IndexFunc(c.Args, func(a ast.Expr) bool { return p.text(a) != "" }) // a name stands before its default
		if i < 0 || !Qualified(p.text(c.Args[i])) {
			continue
		}
		sig := model.Of(p.callee(c), "")
		if sig != nil && sig.Verb == model.Default {
			for _, e := range origin.Args(c, sig, model.Fallback) {
				p.Named = append(p.Named, Named{p.text(c.Args[i]), p.Of(e)})
			}
		} else if tr := p.Of(c); carries(p.pass.TypesInfo.TypeOf(c)) && tr.Has(origin.Env, origin.Config, origin.Flag) {
			p.Named = append(p.Named, Named{p.text(c.Args[i]), tr})
		}
	}
	for _, lit := range p.Literals {
		fields := p.Fields(lit, model.Default)
		for _, e := range slices.Concat(fields[model.Name], fields[model.Env]) {
			if !Qualified(p.text(e)) {
				continue
			}
			for _, v := range fields[model.Fallback] {
				p.Named = append(p.Named, Named{p.text(e), p.Of(v)})
			}
		}
	}
	for v, lit := range p.Tags() {
		raw, _ := strconv.Unquote(lit.Value)
		if tag := model.ReadTag(raw); tag.Source != model.None && Qualified(tag.Name) && carries(v.Type()) {
			p.Named = append(p.Named, Named{tag.Name, p.Close(p.Var(v))})
		}
	}
	slices.SortFunc(p.Named, func(a, b Named) int { return int(first(a) - first(b)) })
}

// first is the position of the first birth that has one.
func first(n Named) int {
	for _, o := range n.Trace.Births {
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

// text returns the value of a constant string, "" for everything else.
func (p *Package) text(e ast.Expr) string {
	if v := p.pass.TypesInfo.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

// used returns the function that an expression calls or names, nil for everything else.
func (p *Package) used(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return p.callee(e)
	case *ast.SelectorExpr:
		return p.pass.TypesInfo.ObjectOf(e.Sel)
	case *ast.Ident:
		return p.pass.TypesInfo.ObjectOf(e)
	}
	return nil
}

func (p *Package) callee(c *ast.CallExpr) types.Object {
	obj := typeutil.Callee(p.pass.TypesInfo, c)
	if fn, ok := obj.(*types.Func); ok {
		return fn.Origin()
	}
	return obj
}
