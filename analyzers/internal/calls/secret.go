package calls

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Secret says what a value is that others should not read.
type Secret struct {
	Role  model.Role // Key, Token or Headers; "" for anything else
	Field *types.Var // the field that is it, where the value as a whole is no more than a struct that holds it
	Born  bool       // a token that is signed here
}

// known are the keys and tokens of a package, by where they are born and what they come through.
type known struct {
	keys, tokens held
}

// held are the places of values.
type held struct {
	nodes map[spot]bool
	vars  map[*types.Var]bool
}

// spot is the place of a birth: where it is, and the call of the helper that finds it there.
type spot struct{ at, by ast.Node }

func (h held) add(tr origin.Trace) {
	for _, o := range tr.Births {
		switch {
		case o.Kind == origin.Public || o.Kind == origin.Nothing:
		case o.Param != nil:
			h.vars[o.Param] = true
		case o.At != nil && o.Via == nil:
			h.nodes[spot{o.At, o.By}] = true
		}
	}
	for _, v := range tr.Through {
		if v.IsField() || v.Parent() != nil && v.Parent() == v.Pkg().Scope() {
			h.vars[v] = true
		}
	}
}

// has reports whether a birth is one of the places.
func (h held) has(o origin.Origin) bool {
	return o.At != nil && h.nodes[spot{o.At, o.By}] || o.Param != nil && h.vars[o.Param]
}

// secrets collects the keys and tokens of the package once: what reaches a key parameter, and what is verified or read as
// a token.
func (p *Package) secrets() *known {
	if p.known != nil {
		return p.known
	}
	empty := func() held { return held{map[spot]bool{}, map[*types.Var]bool{}} }
	p.known = &known{empty(), empty()}
	for _, c := range p.Calls {
		switch c.Verb {
		case model.Sign, model.Verify:
			if alg := p.Alg(c); c.Verb == model.Sign || alg == "" || alg.MinKey() > 0 {
				for _, tr := range p.Keys(c) {
					if c.Verb == model.Sign || !tr.Has(origin.Public) {
						p.known.keys.add(tr)
					}
				}
			}
		}
		if c.Verb == model.Verify || c.Verb == model.Decode {
			for _, e := range c.args[model.Token] {
				p.known.tokens.add(p.Of(e))
				p.known.tokens.add(p.Open(e))
			}
		}
	}
	return p.known
}

// Secret says what others can read of an ingredient of a text.
func (p *Package) Secret(in origin.Ingredient) Secret {
	t := p.pass.TypesInfo.TypeOf(in.Expr)
	if t == nil || dull(t) {
		return Secret{}
	}
	if s := p.structured(t, in.Encoded, 0); s.Role != "" {
		return s
	}
	if !textual(t) && !isKey(t) && !spells(t) || masks(t) {
		return Secret{}
	}
	k := p.secrets()
	tr := p.Open(in.Expr)
	tr.Add(p.Close(tr))
	for _, o := range tr.Births {
		switch {
		case o.Hashed || o.Cut || o.Kind == origin.Nothing || o.Kind == origin.Public:
		case o.Kind == origin.Token:
			return Secret{Role: model.Token, Born: o.Via == nil}
		case o.Part == model.Headers && len(o.Names) == 0:
			return Secret{Role: model.Headers}
		case o.Kind == origin.Request && slices.ContainsFunc(o.Names, credential), k.tokens.has(o):
			return Secret{Role: model.Token}
		case k.keys.has(o), (o.Kind == origin.Env || o.Kind == origin.Config || o.Kind == origin.Flag) && slices.ContainsFunc(o.Names, Qualified):
			return Secret{Role: model.Key}
		}
	}
	return p.through(k, tr)
}

// through says what a value is that comes through a field or package variable which holds keys or tokens.
func (p *Package) through(k *known, tr origin.Trace) Secret {
	if slices.ContainsFunc(tr.Births, func(o origin.Origin) bool { return o.Hashed || o.Cut }) {
		return Secret{}
	}
	for _, v := range tr.Through {
		switch {
		case !v.IsField() && v.Parent() != v.Pkg().Scope():
		case k.tokens.vars[v] || p.bringsToken(v):
			return Secret{Role: model.Token}
		case k.keys.vars[v] || p.usedAs(v, model.Key):
			return Secret{Role: model.Key}
		}
	}
	return Secret{}
}

// usedAs reports whether a fact says that a variable or field of another package has a role.
func (p *Package) usedAs(v *types.Var, r model.Role) bool {
	var f Fact
	return v.Pkg() != p.pass.Pkg && p.pass.ImportObjectFact(v, &f) &&
		slices.ContainsFunc(f.Uses, func(u origin.Use) bool { return u.Role == r })
}

// credential reports whether a header, cookie or parameter of a request has the name of one that proves who sends it.
func credential(name string) bool {
	n := strings.ToLower(name)
	return n == "authorization" || n == "x-api-key" || n == "cookie" || NamesToken(name)
}

// structured says what shows of a value that is printed as a whole: a request, a token, a struct with a field for a key.
func (p *Package) structured(t types.Type, encoded bool, depth int) Secret {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		if depth > 0 && !encoded {
			return Secret{} // an address
		}
		t = ptr.Elem()
	}
	switch r := carried(t); r {
	case model.None, model.Answered, model.Key: // a key of this type need not be one of tokens
	default:
		return Secret{Role: r}
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || isKey(t) || depth > 3 || origin.Redacts(t) || origin.Redacts(types.NewPointer(t)) {
		return Secret{}
	}
	for i := range st.NumFields() {
		f, tag := st.Field(i), reflect.StructTag(st.Tag(i))
		if encoded && (!f.Exported() || tag.Get("json") == "-") {
			continue
		}
		if (textual(f.Type()) || encoded && isKey(f.Type())) && !masks(f.Type()) {
			if p.keyField(f, tag) {
				return Secret{Role: model.Key, Field: f}
			}
			if p.tokenField(f) {
				return Secret{Role: model.Token, Field: f}
			}
		}
		if s := p.structured(f.Type(), encoded, depth+1); s.Field != nil {
			return s
		}
	}
	return Secret{}
}

// keyField reports whether a field holds a key: keys are seen to come through it, or its names say both what it is and for
// whom.
func (p *Package) keyField(f *types.Var, tag reflect.StructTag) bool {
	if p.secrets().keys.vars[f.Origin()] || p.usedAs(f.Origin(), model.Key) || Qualified(f.Name()) {
		return true
	}
	return slices.ContainsFunc([]string{"env", "json", "yaml", "mapstructure", "envconfig", "toml"}, func(k string) bool {
		name, _, _ := strings.Cut(tag.Get(k), ",")
		return Qualified(name)
	})
}

// tokenField reports whether a field holds a token: one is seen to come through it.
func (p *Package) tokenField(f *types.Var) bool {
	return p.secrets().tokens.vars[f.Origin()] || p.bringsToken(f.Origin()) ||
		f.Pkg() == p.pass.Pkg && slices.ContainsFunc(p.Close(p.Var(f.Origin())).Births, func(o origin.Origin) bool { return o.Kind == origin.Token && !o.Hashed && !o.Cut })
}

// bringsToken reports whether a fact says that a variable or field of another package holds a token.
func (p *Package) bringsToken(v *types.Var) bool {
	var f Fact
	return v.Pkg() != p.pass.Pkg && p.pass.ImportObjectFact(v, &f) && len(f.From) > 0 &&
		slices.ContainsFunc(f.From[0], func(a origin.Atom) bool { return a.Kind == origin.Token && !a.Hashed })
}

// carried returns the role that values of a type have as a whole, None for most.
func carried(t types.Type) model.Role {
	if obj := typeName(deref(t)); obj != nil {
		if sig := model.Of(obj, ""); sig != nil && sig.Verb == model.Carry {
			return sig.Result(0)
		}
	}
	return model.None
}

// isKey reports whether values of a type are private keys, of tokens or of something else.
func isKey(t types.Type) bool { return carried(t) == model.Key }

// spells reports whether a library says that a type is printed as the text it was made of, as a cookie is.
func spells(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "String")
	sig := model.Of(obj, "")
	return sig != nil && sig.Verb == model.Pass && sig.Recv == model.From
}

// masks reports whether a named text says itself what shows of it.
func masks(t types.Type) bool {
	obj := typeName(deref(t))
	return obj != nil && !types.IsInterface(t) && origin.Redacts(t) && !spells(t)
}

// textual reports whether a value of the type can be the text of a key or token.
func textual(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && (b.Kind() == types.Byte || b.Info()&types.IsString != 0)
	case *types.Interface:
		return u.Empty()
	case *types.Map:
		return textual(u.Elem())
	}
	return false
}

// dull reports whether values of the type never hold text.
func dull(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsNumeric|types.IsBoolean) != 0
}

// Program reports whether a file is that of a program run from a command line, rather than of a server: what it prints is
// what its user asked for. alone says that the program answers no requests either, unless at the command of its user.
func (p *Package) Program(at ast.Node) (program, alone bool) {
	for _, f := range p.pass.Files {
		if f.FileStart > at.Pos() || at.Pos() >= f.FileEnd {
			continue
		}
		command, one := p.pass.Pkg.Name() == "main", false
		for _, imp := range f.Imports {
			path := strings.Trim(imp.Path.Value, `"`)
			if model.Serves(path) {
				return false, false
			}
			command = command || model.Flags(path)
			one = one || model.Commands(path)
		}
		return command, command && (one || !p.serves())
	}
	return false, false
}
