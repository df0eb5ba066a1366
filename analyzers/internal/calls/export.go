package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// exporter says to importing packages what a package's functions, variables and fields mean.
type exporter struct {
	*Package
	facts map[types.Object]*Fact
	keys  map[ast.Node]bool // where keys that are used here are written
}

func (p *exporter) export() {
	p.uses()
	p.sources()
	for obj, f := range p.facts {
		if len(f.Uses) > 0 || slices.ContainsFunc(f.From, informative) {
			p.pass.ExportObjectFact(obj, f)
		}
	}
}

// at returns what is to be said of an object.
func (p *exporter) at(obj types.Object) *Fact {
	if p.facts[obj] == nil {
		p.facts[obj] = &Fact{}
	}
	return p.facts[obj]
}

// informative reports whether atoms say more than that nothing is known.
func informative(as origin.Atoms) bool {
	return slices.ContainsFunc(as, func(a origin.Atom) bool {
		return a.Kind != origin.Unknown && a.Kind != origin.Nothing && a.Kind != origin.Param
	}) &&
		!slices.ContainsFunc(as, func(a origin.Atom) bool { return a.Kind == origin.Unknown && len(as) == 1 })
}

// uses notes the parameters, variables and fields of this package through which a role is reached.
func (p *exporter) uses() {
	for _, c := range p.All {
		if c.Verb == model.Verify || c.Verb == model.Decode {
			for _, e := range c.args[model.Token] {
				p.reach(p.Origin.Trace(e), origin.Use{Verb: c.Verb, Role: model.Token})
			}
		}
		if !c.UsesKey() {
			continue
		}
		for _, o := range p.Key(c).Origins {
			if o.At != nil {
				p.keys[o.At] = true
			}
		}
		alg := p.Alg(c)
		for _, r := range []model.Role{model.Key, model.Keyfunc, model.Claims, model.Life, model.Refresh} {
			args, _ := p.Resolve(c, r)
			for _, e := range args {
				tr := p.Origin.Trace(e)
				p.reach(tr, origin.Use{Verb: c.Verb, Role: r, Alg: alg, RejectsEmpty: c.RejectsEmpty})
				if r == model.Keyfunc {
					p.reach(p.Origin.ResolveParams(p.returned(tr)), origin.Use{Verb: c.Verb, Role: model.Key, Alg: alg, RejectsEmpty: c.RejectsEmpty})
				}
			}
		}
	}
}

// reach notes a use on every place that others can give a value to.
func (p *exporter) reach(tr origin.Trace, u origin.Use) {
	firm := u.RejectsEmpty
	for _, v := range tr.Through {
		if v.Pkg() != p.Pkg || !p.Visible(v) {
			continue
		}
		u.RejectsEmpty = firm || p.Guards.TestedVar(v)
		if f := p.at(v); !slices.Contains(f.Uses, u) {
			f.Uses = append(f.Uses, u)
		}
	}
}

// Visible reports whether another package can give the variable a value: an exported one, an exported field, or a
// parameter of an exported function or method.
func (p *Package) Visible(v *types.Var) bool {
	if v.IsField() || v.Parent() == p.Pkg.Scope() {
		return v.Exported()
	}
	d, ok := p.Index.Params[v].Func.(*ast.FuncDecl)
	return ok && d.Name.IsExported()
}

// sources notes where the results of exported functions and the values of exported variables and fields come from.
func (p *exporter) sources() {
	scope := p.Pkg.Scope()
	for _, name := range scope.Names() {
		obj := scope.Lookup(name)
		switch obj := obj.(type) {
		case *types.Const:
			if p.keys[p.Index.Literal(obj)] {
				p.at(obj).From = []origin.Atoms{{{Kind: origin.Const, Size: -1, Reported: true}}}
			}
		case *types.Var:
			if obj.Exported() && names.MayHoldSecret(name) && holds(obj.Type()) {
				p.at(obj).From = []origin.Atoms{p.summarize(p.Origin.ResolveParams(p.Origin.Var(obj)), nil)}
			}
		case *types.Func:
			p.function(obj)
		case *types.TypeName:
			p.typ(obj)
		}
	}
}

func (p *exporter) typ(obj *types.TypeName) {
	n, ok := obj.Type().(*types.Named)
	if !ok || obj.IsAlias() {
		return
	}
	if i, ok := n.Underlying().(*types.Interface); ok {
		p.interfaceMethods(i)
	}
	for m := range n.Methods() {
		p.function(m)
	}
	st, ok := n.Underlying().(*types.Struct)
	for i := 0; ok && i < st.NumFields(); i++ {
		if f := st.Field(i); f.Pkg() == p.Pkg && f.Exported() && holds(f.Type()) && (names.MayHoldSecret(f.Name()) || names.MayHoldSecret(obj.Name())) {
			p.at(f).From = []origin.Atoms{p.summarize(p.Origin.ResolveParams(p.Origin.Var(f)), nil)}
		}
	}
}

// function notes the results of an exported function or method that can carry a key or a duration.
func (p *exporter) function(fn *types.Func) {
	d := p.Index.Decls[fn]
	if d == nil || !fn.Exported() || !names.MayHoldSecret(fn.Name()) {
		return
	}
	res := fn.Signature().Results()
	var from []origin.Atoms
	for i := range res.Len() {
		var as origin.Atoms
		if holds(res.At(i).Type()) {
			as = p.summarize(p.Origin.Results(d, i), d)
		}
		from = append(from, as)
	}
	if slices.ContainsFunc(from, informative) {
		p.at(fn).From = from
	}
}

// summarize summarises a trace; constants that are reported here, because they are keys here or stand under the name of a
// setting, are marked.
func (p *exporter) summarize(tr origin.Trace, fn ast.Node) origin.Atoms {
	named := slices.ContainsFunc(tr.Origins, func(o origin.Origin) bool { return slices.ContainsFunc(o.Names, names.Key) })
	tr.Origins = slices.Clone(tr.Origins)
	for i := range tr.Origins {
		o := &tr.Origins[i]
		o.Reported = o.Reported || o.Kind == origin.Const && (named || p.keys[o.At])
	}
	return p.atoms(tr, fn)
}

// holds reports whether a type can carry a key, a duration or a number of seconds.
func holds(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger) != 0
	case *types.Slice:
		return typing.IsByteSlice(u)
	case *types.Pointer:
		return typing.IsString(u.Elem())
	case *types.Interface:
		return u.Empty()
	}
	return false
}

// interfaceMethods notes which methods of an interface return a token or take one to verify: those that do so in the one type of
// this package which implements it.
func (p *exporter) interfaceMethods(i *types.Interface) {
	for m := range i.ExplicitMethods() {
		impls := p.Origin.Implementations(m)
		if !m.Exported() || len(impls) != 1 {
			continue
		}
		d := p.Index.Decls[impls[0]]
		var from []origin.Atoms
		for i := range m.Signature().Results().Len() {
			var as origin.Atoms
			if holds(m.Signature().Results().At(i).Type()) {
				as = slices.DeleteFunc(p.atoms(p.Origin.Results(d, i), d), func(a origin.Atom) bool { return a.Kind != origin.Token })
			}
			from = append(from, as)
		}
		if slices.ContainsFunc(from, informative) {
			p.at(m).From = from
		}
		for i := range m.Signature().Params().Len() {
			u := slices.IndexFunc(p.at(impls[0].Signature().Params().At(i)).Uses, func(u origin.Use) bool { return u.Role == model.Token })
			if u >= 0 {
				f := p.at(m.Signature().Params().At(i))
				f.Uses = append(f.Uses, p.at(impls[0].Signature().Params().At(i)).Uses[u])
			}
		}
	}
}
