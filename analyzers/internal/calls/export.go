package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// export says to importing packages what this package's functions, variables and fields mean.
func (p *Package) export() {
	facts := map[types.Object]*Fact{}
	at := func(obj types.Object) *Fact {
		if facts[obj] == nil {
			facts[obj] = &Fact{}
		}
		return facts[obj]
	}
	p.uses(at)
	p.lenient(at)
	p.sources(at)
	p.logging(at)
	for obj, f := range facts {
		if len(f.Uses) > 0 || slices.ContainsFunc(f.From, telling) {
			p.pass.ExportObjectFact(obj, f)
		}
	}
}

// exportLogging says what a package that has nothing to do with tokens hands on to a log.
func (p *Package) exportLogging() {
	facts := map[types.Object]*Fact{}
	p.logging(func(obj types.Object) *Fact {
		if facts[obj] == nil {
			facts[obj] = &Fact{}
		}
		return facts[obj]
	})
	for obj, f := range facts {
		if len(f.Uses) > 0 {
			p.pass.ExportObjectFact(obj, f)
		}
	}
}

// telling reports whether atoms say more than that nothing is known.
func telling(as origin.Atoms) bool {
	return slices.ContainsFunc(as, func(a origin.Atom) bool {
		return a.Kind != origin.Unknown && a.Kind != origin.Nothing && a.Kind != origin.Param
	}) &&
		!slices.ContainsFunc(as, func(a origin.Atom) bool { return a.Kind == origin.Unknown && len(as) == 1 })
}

// uses notes the parameters, variables and fields of this package through which a role is reached.
func (p *Package) uses(at func(types.Object) *Fact) {
	for _, c := range p.Calls {
		if c.Verb == model.Verify || c.Verb == model.Decode {
			for _, e := range c.args[model.Token] {
				p.reach(p.Of(e), origin.Use{Verb: c.Verb, Role: model.Token}, at)
			}
		}
		if c.Verb == model.Listen && advised() {
			bound, _ := p.Resolve(c, model.Bound)
			for _, e := range bound {
				p.reach(p.Of(e), origin.Use{Verb: c.Verb, Role: model.Bound}, at)
			}
		}
		if !c.Keyed() {
			continue
		}
		for _, o := range p.Key(c).Births {
			if o.At != nil {
				p.keys[o.At] = true
			}
		}
		alg := p.Alg(c)
		for _, r := range []model.Role{model.Key, model.Keyfunc, model.Claims, model.Life, model.Refresh} {
			args, _ := p.Resolve(c, r)
			for _, e := range args {
				tr := p.Of(e)
				p.reach(tr, origin.Use{Verb: c.Verb, Role: r, Alg: alg, Firm: c.Firm}, at)
				if r == model.Keyfunc {
					p.reach(p.Close(p.returned(tr)), origin.Use{Verb: c.Verb, Role: model.Key, Alg: alg, Firm: c.Firm}, at)
				}
			}
		}
	}
}

// reach notes a use on every place that others can give a value to.
func (p *Package) reach(tr origin.Trace, u origin.Use, at func(types.Object) *Fact) {
	firm := u.Firm
	for _, v := range tr.Through {
		if v.Pkg() != p.pass.Pkg || !p.visible(v) {
			continue
		}
		u.Firm = firm || p.TestedVar(v)
		if f := at(v); !slices.Contains(f.Uses, u) {
			f.Uses = append(f.Uses, u)
		}
	}
}

// visible reports whether another package can give the variable a value: an exported one, an exported field, or a
// parameter of an exported function or method.
func (p *Package) visible(v *types.Var) bool {
	if v.IsField() || v.Parent() == p.pass.Pkg.Scope() {
		return v.Exported()
	}
	d, ok := p.Owner(v).(*ast.FuncDecl)
	return ok && d.Name.IsExported()
}

// sources notes where the results of exported functions and the values of exported variables and fields come from.
func (p *Package) sources(at func(types.Object) *Fact) {
	scope := p.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		obj := scope.Lookup(name)
		switch obj := obj.(type) {
		case *types.Const:
			if p.keys[p.Literal(obj)] {
				at(obj).From = []origin.Atoms{{{Kind: origin.Const, Size: -1, Told: true}}}
			}
		case *types.Var:
			if obj.Exported() && isSecretive(name) && holds(obj.Type()) {
				at(obj).From = []origin.Atoms{p.told(p.Close(p.Var(obj)), nil)}
			}
		case *types.Func:
			p.function(obj, at)
		case *types.TypeName:
			p.typ(obj, at)
		}
	}
}

func (p *Package) typ(obj *types.TypeName, at func(types.Object) *Fact) {
	n, ok := obj.Type().(*types.Named)
	if !ok || obj.IsAlias() {
		return
	}
	if i, ok := n.Underlying().(*types.Interface); ok {
		p.promises(i, at)
	}
	for m := range n.Methods() {
		p.function(m, at)
	}
	st, ok := n.Underlying().(*types.Struct)
	for i := 0; ok && i < st.NumFields(); i++ {
		if f := st.Field(i); f.Pkg() == p.pass.Pkg && f.Exported() && holds(f.Type()) && (isSecretive(f.Name()) || isSecretive(obj.Name())) {
			at(f).From = []origin.Atoms{p.told(p.Close(p.Var(f)), nil)}
		}
	}
}

// function notes the results of an exported function or method that can carry a key or a duration.
func (p *Package) function(fn *types.Func, at func(types.Object) *Fact) {
	d := p.Decl(fn)
	if d == nil || !fn.Exported() || !isSecretive(fn.Name()) {
		return
	}
	res := fn.Signature().Results()
	var from []origin.Atoms
	for i := range res.Len() {
		var as origin.Atoms
		if holds(res.At(i).Type()) {
			as = p.told(p.Results(d, i), d)
		}
		from = append(from, as)
	}
	if slices.ContainsFunc(from, telling) {
		at(fn).From = from
	}
}

// told summarises a trace; constants that are reported here, because they are keys here or stand under the name of a
// setting, are marked.
func (p *Package) told(tr origin.Trace, fn ast.Node) origin.Atoms {
	named := slices.ContainsFunc(tr.Births, func(o origin.Origin) bool { return slices.ContainsFunc(o.Names, Qualified) })
	tr.Births = slices.Clone(tr.Births)
	for i := range tr.Births {
		o := &tr.Births[i]
		o.Told = o.Told || o.Kind == origin.Const && (named || p.keys[o.At])
	}
	return p.Atoms(tr, fn)
}

// holds reports whether a type can carry a key, a duration or a number of seconds.
func holds(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger) != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	case *types.Pointer:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Info()&types.IsString != 0
	case *types.Interface:
		return u.Empty()
	}
	return false
}
