package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/fields"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// exporter exports facts about the functions, variables and fields of a package:
//
//	func NewMaker(secret string) *Maker { return &Maker{key: []byte(secret)} }
//	func (m *Maker) Token(c jwt.Claims) (string, error) { ... SignedString(m.key) }
//	func DefaultSecret() string { return "development" }
//
// secret is used as a signing key, result 0 of Token is a token, and that of DefaultSecret is a
// constant.
type exporter struct {
	*Package
	facts map[types.Object]*Fact
	said  *fields.Said      // of fields of other packages
	keys  map[ast.Node]bool // the origins of keys that are used in this package, or read as one
	signs map[ast.Node]bool // the functions that sign
}

func (p *exporter) export() {
	for _, tr := range p.NamedKeys {
		p.addKey(tr)
	}
	p.addUses()
	p.addSettings()
	p.addSources()
	p.addFields()
	for obj, f := range p.facts {
		if len(f.Uses) > 0 || len(f.Into) > 0 || f.Tested ||
			slices.ContainsFunc(f.From, origin.Atoms.Tell) {
			p.pass.ExportObjectFact(obj, f)
		}
	}
	p.said.Export(p.pass, p.joined)
}

// addKey notes where a key comes from.
func (p *exporter) addKey(tr origin.Trace) {
	for _, o := range tr.Origins {
		p.keys[o.At] = o.At != nil
	}
}

// fact returns the fact of an object, a new one at first.
func (p *exporter) fact(obj types.Object) *Fact {
	if p.facts[obj] == nil {
		p.facts[obj] = &Fact{}
	}
	return p.facts[obj]
}

// addUses adds the roles that parameters, variables and fields of this package reach.
func (p *exporter) addUses() {
	for _, c := range p.All {
		if c.Verb == model.Verify || c.Verb == model.Decode {
			for _, e := range c.args[model.Token] {
				u := origin.Use{Verb: c.Verb, Role: model.Token, Message: c.Message}
				p.addUse(p.Origin.Trace(e), u)
			}
		}
		if c.UsesKey() {
			fn := p.Index.FuncAt(c.Node.Pos())
			p.signs[fn] = p.signs[fn] || c.Verb == model.Sign
			p.addKeyUses(c)
		}
	}
	for _, tr := range p.Sent() {
		p.addUse(tr, origin.Use{Verb: model.SetCredentials, Role: model.Token})
	}
}

// addSettings adds the uses of parameters and variables that name settings files, and of those that
// are filled with settings.
func (p *exporter) addSettings() {
	add := func(verb model.Verb, of map[*types.Var]model.Role) {
		for v, role := range of {
			if p.Visible(v) {
				p.addUseOf(v, origin.Use{Verb: verb, Role: role})
			}
		}
	}
	add(model.Locate, p.Origin.Settings().Located())
	add(model.Fill, p.Origin.Settings().Handed())
}

// addKeyUses adds the uses of a call with a key: of its key, its claims and its lifetimes.
func (p *exporter) addKeyUses(c *Call) {
	p.addKey(p.Key(c))
	use := origin.Use{
		Verb: c.Verb, Alg: p.Alg(c), RejectsEmpty: c.RejectsEmpty, Message: c.Message,
	}
	roles := []model.Role{model.Key, model.Keyfunc, model.Claims, model.Life, model.Refresh}
	for _, r := range roles {
		args, _ := p.Resolve(c, r)
		for _, e := range args {
			tr := p.Origin.Trace(e)
			use.Role = r
			p.addUse(tr, use)
			if r == model.Keyfunc {
				use.Role = model.Key
				for _, keys := range p.returnedKeys(tr) {
					p.addUse(p.Origin.ResolveParams(keys), use)
				}
			}
		}
	}
}

// addUse adds a use to every parameter, variable and field on the way that other packages can set.
func (p *exporter) addUse(tr origin.Trace, u origin.Use) {
	rejects := u.RejectsEmpty
	for _, v := range tr.Way() {
		u.RejectsEmpty = rejects || p.Guards.TestedVar(v)
		switch {
		case v.Pkg() != p.Pkg:
			p.addFieldUse(v, u)
		case p.Visible(v):
			p.addUseOf(v, u)
		}
	}
}

// addUseOf adds a use to a variable of this package.
func (p *exporter) addUseOf(v *types.Var, u origin.Use) {
	if f := p.fact(v); !slices.Contains(f.Uses, u) {
		f.Uses = append(f.Uses, u)
	}
}

// Visible reports whether another package can set the variable: an exported one, an exported
// field, or a parameter of an exported function or method.
func (p *Package) Visible(v *types.Var) bool {
	if v.IsField() || v.Parent() == p.Pkg.Scope() {
		return v.Exported()
	}
	d, ok := p.Index.Params[v].Func.(*ast.FuncDecl)
	return ok && d.Name.IsExported()
}

// addSources adds the origins of the results of exported functions and of the values of exported
// constants, variables and fields.
func (p *exporter) addSources() {
	scope := p.Pkg.Scope()
	for _, name := range scope.Names() {
		obj := scope.Lookup(name)
		switch obj := obj.(type) {
		case *types.Const:
			if p.keys[p.Index.Literal(obj)] {
				atom := origin.Atom{Kind: origin.Const, Size: -1, Reported: true}
				p.fact(obj).From = []origin.Atoms{{atom}}
			}
		case *types.Var:
			if obj.Exported() && names.MayHoldSecret(name) && typing.MayHoldSetting(obj.Type()) {
				p.addVar(obj)
			}
		case *types.Func:
			p.addResults(obj)
		case *types.TypeName:
			p.addType(obj)
		}
	}
}

// addVar adds the origins of the value of a variable or field.
func (p *exporter) addVar(v *types.Var) {
	tr := p.Origin.ResolveParams(p.Origin.Var(v))
	p.fact(v).From = []origin.Atoms{p.summarize(tr, nil)}
}

// addType adds the origins that the methods and fields of a type of this package have.
func (p *exporter) addType(obj *types.TypeName) {
	n, ok := obj.Type().(*types.Named)
	if !ok || obj.IsAlias() {
		return
	}
	if i, ok := n.Underlying().(*types.Interface); ok {
		p.addInterface(i)
	}
	for m := range n.Methods() {
		p.addResults(m)
	}
	if st, ok := n.Underlying().(*types.Struct); ok {
		p.addStruct(st, names.MayHoldSecret(obj.Name()))
	}
}

// addStruct adds the origins of the exported fields of a struct, and of those of the structs
// without a name in it. named tells that what is around it has the name of a secret.
func (p *exporter) addStruct(st *types.Struct, named bool) {
	for f := range st.Fields() {
		if f.Pkg() != p.Pkg || !f.Exported() {
			continue
		}
		named := named || names.MayHoldSecret(f.Name())
		if part, ok := f.Type().(*types.Struct); ok {
			p.addStruct(part, named)
		} else if named && typing.MayHoldSetting(f.Type()) {
			p.addVar(f)
		}
	}
}

// addResults adds the origins of the results of an exported function or method that can hold a
// key, a duration or a number: by its name or that of a result.
//
//	func (s *Service) Start(user string) (accessToken string, err error)
func (p *exporter) addResults(fn *types.Func) {
	d := p.Index.Decls[fn]
	res := fn.Signature().Results()
	if d == nil || !fn.Exported() || !p.signs[d] && !names.MayHoldSecret(fn.Name()) &&
		!slices.ContainsFunc(slices.Collect(res.Variables()), func(v *types.Var) bool {
			return v.Name() != "" && names.MayHoldSecret(v.Name())
		}) {
		return
	}
	var from []origin.Atoms
	for i := range res.Len() {
		var as origin.Atoms
		if typing.MayHoldSetting(res.At(i).Type()) {
			as = p.summarize(p.Origin.Results(d, i), d)
		}
		from = append(from, as)
	}
	if slices.ContainsFunc(from, origin.Atoms.Tell) {
		p.fact(fn).From = from
	}
}
