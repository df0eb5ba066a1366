package calls

import (
	"go/ast"
	"go/types"
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

// spot is the place of a birth: where it is, the call of the helper that finds it there, and which part of a struct it is.
type spot struct {
	at, by ast.Node
	field  *types.Var
}

func spotOf(o origin.Origin) spot { return spot{o.At, o.By, o.Field} }

func (h held) add(tr origin.Trace) {
	for _, o := range tr.Births {
		switch {
		case o.Kind == origin.Public || o.Kind == origin.Nothing:
		case o.Param != nil:
			h.vars[o.Param] = true
		case o.At != nil && o.Via == nil:
			h.nodes[spotOf(o)] = true
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
	return o.At != nil && h.nodes[spotOf(o)] || o.Param != nil && h.vars[o.Param]
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
		if c.Keyed() {
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
		case k.tokens.vars[v] || p.bringsToken(v) || p.usedAs(v, model.Token):
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

// Presented reports whether a value is, or can be, the credential that a request brings: whoever sent it knows that, and
// nobody else. What another package reads of a request is not seen.
func Presented(o origin.Origin) bool {
	return o.Kind == origin.Request && (o.Via != nil || slices.ContainsFunc(o.Names, credential))
}

// credential reports whether a header, cookie or parameter of a request has the name of one that proves who sends it.
func credential(name string) bool {
	n := strings.ToLower(name)
	return n == "authorization" || n == "x-api-key" || n == "cookie" || NamesToken(name)
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
