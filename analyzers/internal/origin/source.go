package origin

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"
	"unicode"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// source is the origin of what a modelled source yields: the source itself and its fallback.
func (t *Tracer) source(e *ast.CallExpr, sig *model.Sig, k Kind) Trace {
	o := Origin{Kind: k, At: e, Size: cmp.Or(sig.Size, -1), Part: sig.Result(0)}
	for _, a := range Args(e, sig, model.Name) {
		if !t.Open(a).Has(Param) { // a helper's parameter is named by each of its calls
			o.Names = append(o.Names, t.Texts(a)...)
		}
	}
	if k == Config && len(o.Names) > 0 && !slices.ContainsFunc(o.Names, func(n string) bool { return !environment(n) }) {
		o.Kind = Env
	}
	if sizes := Args(e, sig, model.Bits); len(sizes) == 1 {
		if n := t.integer(sizes[0]); n > 0 {
			o.Bits = int(n)
		}
	}
	for _, a := range Args(e, sig, model.Curve) {
		o.Bits = t.curve(a)
	}
	out := birth(o)
	for _, a := range Args(e, sig, model.Fallback) {
		out.Add(t.Open(a))
	}
	for _, name := range o.Names {
		for _, d := range t.defaults()[strings.ToLower(name)] {
			out.Add(t.Open(d))
		}
	}
	return out
}

// curve returns the bits of an elliptic curve where exactly one can be told, 0 otherwise.
func (t *Tracer) curve(e ast.Expr) int {
	births := t.Of(e).Births
	if len(births) != 1 {
		return 0
	}
	c, ok := births[0].At.(*ast.CallExpr)
	if !ok {
		return 0
	}
	if sig, _ := t.row(c); sig != nil && sig.Result(0) == model.Curve {
		return sig.Size
	}
	return 0
}

// environment reports whether a setting has the name of an environment variable, whatever brings it: JWT_SECRET.
func environment(name string) bool {
	return len(name) > 1 && name == strings.ToUpper(name) && !strings.ContainsFunc(name, func(r rune) bool {
		return r != '_' && !unicode.IsDigit(r) && !unicode.IsUpper(r)
	})
}

// Texts returns the constant strings that e can be.
func (t *Tracer) Texts(e ast.Expr) []string {
	var out []string
	for _, o := range t.Of(e).Births {
		if o.Value != nil && o.Value.Kind() == constant.String {
			out = append(out, constant.StringVal(o.Value))
		}
	}
	return out
}

// output is the origin of what a call writes through its argument.
func (t *Tracer) output(e *ast.CallExpr, arg int) Trace {
	sig, _ := t.row(e)
	if sig == nil {
		return unknown(e)
	}
	switch role := sig.Arg(arg); {
	case role.Source():
		return t.source(e, sig, kinds[role])
	case role == model.Filled && sig.Verb == model.Pass:
		return t.made(e, sig)
	case role == model.Filled:
		return birth(Origin{Kind: Config, At: e, Size: -1})
	}
	return unknown(e)
}

// nameArg returns the names that a call hands to a helper that reads a source by its parameter.
func (t *Tracer) nameArg(o Origin, e *ast.CallExpr, fn ast.Node) []string {
	read, ok := o.At.(*ast.CallExpr)
	if !ok || t.FuncAt(read.Pos()) != fn {
		return nil
	}
	for _, a := range read.Args {
		id, _ := ast.Unparen(a).(*ast.Ident)
		if id == nil {
			continue
		}
		v, _ := t.info.ObjectOf(id).(*types.Var)
		if p := t.params[v]; v != nil && p.fn == fn && p.index >= 0 && p.index < len(e.Args) {
			return t.Texts(e.Args[p.index])
		}
	}
	return nil
}
