package calls

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Keys returns the origins of the key of a call, one trace for each way in which callers in this package lead to it: of
// its key arguments, and of what its keyfunc returns.
func (p *Package) Keys(c *Call) []origin.Trace {
	var out []origin.Trace
	for _, e := range c.args[model.Key] {
		out = append(out, p.Cases(p.Open(e))...)
	}
	for _, e := range c.args[model.Keyfunc] {
		for _, fns := range p.Cases(p.Open(e)) {
			out = append(out, p.Cases(p.returned(fns))...)
		}
	}
	return out
}

// Key is all that [Package.Keys] returns in one.
func (p *Package) Key(c *Call) origin.Trace {
	var out origin.Trace
	for _, tr := range p.Keys(c) {
		out.Add(tr)
	}
	return out
}

// returned is the origin of what the keyfuncs among the births return.
func (p *Package) returned(fns origin.Trace) origin.Trace {
	var out origin.Trace
	for _, o := range fns.Births {
		if o.Kind == origin.Func && o.Fn != nil {
			out.Add(p.Results(o.Fn, 0))
		} else if b := p.built(o); b != nil && len(b.args[model.Key]) > 0 {
			out.Add(p.Key(b))
		} else {
			out.Add(origin.Trace{Births: []origin.Origin{{Kind: origin.Unknown, At: o.At, Size: -1}}})
		}
	}
	return out
}

// built returns the constructor call that made an object, nil when it was made otherwise.
func (p *Package) built(o origin.Origin) *Call {
	i := slices.IndexFunc(p.Calls, func(c *Call) bool { return c.Verb == model.Build && c.Node == o.At })
	if i < 0 {
		return nil
	}
	return p.Calls[i]
}

// Resolve returns the arguments of a call in a role: its own, or those of the constructor calls which made the object it
// is called on and of assignments to that object's fields. seen is false when some such object was made where it cannot
// be seen.
func (p *Package) Resolve(c *Call, r model.Role) (args []ast.Expr, seen bool) {
	if own := c.args[r]; len(own) > 0 {
		return own, true
	}
	objects := c.args[model.Object]
	if len(objects) == 0 {
		return nil, false
	}
	seen = true
	for _, e := range objects {
		for _, o := range p.Of(e).Births {
			b := p.built(o)
			if b == nil {
				seen = false
				continue
			}
			args = append(args, b.args[r]...)
			args = append(args, p.stored(b, r)...)
		}
	}
	return args, seen
}

// stored returns what is assigned to the fields of a constructor's object that have the role.
func (p *Package) stored(b *Call, r model.Role) []ast.Expr {
	var out []ast.Expr
	for _, s := range p.Stores {
		if s.Field == nil || s.Field.Pkg() == p.pass.Pkg {
			continue
		}
		obj := typeName(deref(p.pass.TypesInfo.TypeOf(s.Base)))
		if obj == nil {
			continue
		}
		if sig := model.Of(s.Field, obj.Name()); sig == nil || sig.Result(0) != r {
			continue
		}
		if slices.ContainsFunc(p.Of(s.Base).Births, func(o origin.Origin) bool { return o.At == b.Node }) {
			out = append(out, s.Value)
		}
	}
	return out
}

// Alg returns the algorithm of a call where exactly one can be told, "" otherwise.
func (p *Package) Alg(c *Call) model.Role {
	alg := c.alg
	args, _ := p.Resolve(c, model.Method)
	for _, e := range args {
		for _, o := range p.Of(e).Births {
			sig := model.Of(o.Obj, "")
			if sig == nil || sig.Verb != model.Alg || alg != "" && alg != sig.Result(0) {
				return ""
			}
			alg = sig.Result(0)
		}
	}
	return alg
}
