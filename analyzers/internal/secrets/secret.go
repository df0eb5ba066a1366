package secrets

import (
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// IsIDTokenHint reports whether a value is such a hint. It may be over (OpenID Connect Core 3.1.2.1), and stands in the query of a
// URL by its definition (OpenID Connect RP-Initiated Logout section 2).
func IsIDTokenHint(o origin.Origin) bool { return slices.Contains(o.Names, "id_token_hint") }

// Reader tells which values of one package are keys and tokens.
type Reader struct {
	calls.View
	known *known
}

// New returns the reader of a package.
func New(p *calls.Package) *Reader { return &Reader{View: p.View} }

// Secret says what a value is that others should not read.
type Secret struct {
	Role  model.Role // Key, Token or Headers; "" for anything else
	Field *types.Var // the field that is it, where the value as a whole is no more than a struct that holds it
}

// known are the keys and tokens of a package, by where they are born and what they come through.
type known struct {
	keys, tokens origin.Set
}

// secrets collects the keys and tokens of the package once: what reaches a key parameter, and what is verified or read as
// a token.
func (p *Reader) secrets() *known {
	if p.known != nil {
		return p.known
	}
	p.known = &known{origin.NewSet(), origin.NewSet()}
	for _, c := range p.Calls.All {
		if c.UsesKey() {
			if alg := p.Calls.Alg(c); c.Verb == model.Sign || alg == "" || alg.MinKey() > 0 {
				for _, tr := range p.Calls.Keys(c) {
					if c.Verb == model.Sign || !tr.Has(origin.Public) {
						p.known.keys.Add(tr)
					}
				}
			}
		}
		if c.Verb == model.Verify || c.Verb == model.Decode {
			for _, e := range c.Args(model.Token) {
				p.known.tokens.Add(p.Origin.Trace(e))
				p.known.tokens.Add(p.Origin.Local(e))
			}
		}
	}
	return p.known
}

// Secret says what others can read of an ingredient of a text.
func (p *Reader) Secret(in spelling.Ingredient) Secret {
	t := p.Info.TypeOf(in.Expr)
	if t == nil || typing.NeverText(t) {
		return Secret{}
	}
	if s := p.ofType(t, in.Encoded, 0); s.Role != "" {
		return s
	}
	if !typing.MayHoldText(t) && !isKey(t) && !printsText(t) || redacts(t) {
		return Secret{}
	}
	k := p.secrets()
	tr := p.Origin.Local(in.Expr)
	tr.Add(p.Origin.ResolveParams(tr))
	for _, o := range tr.Origins {
		switch {
		case o.Hashed || o.Masked || o.Kind == origin.Nothing || o.Kind == origin.Public:
		case o.Kind == origin.Token:
			return Secret{Role: model.Token}
		case o.Part == model.Headers && len(o.Names) == 0:
			return Secret{Role: model.Headers}
		case o.Kind == origin.Request && slices.ContainsFunc(o.Names, names.Credential), k.tokens.Has(o):
			return Secret{Role: model.Token}
		case k.keys.Has(o), (o.Kind == origin.Env || o.Kind == origin.Config || o.Kind == origin.Flag) && slices.ContainsFunc(o.Names, names.Key):
			return Secret{Role: model.Key}
		}
	}
	return p.through(k, tr)
}

// through says what a value is that comes through a field or package variable which holds keys or tokens.
func (p *Reader) through(k *known, tr origin.Trace) Secret {
	if slices.ContainsFunc(tr.Origins, func(o origin.Origin) bool { return o.Hashed || o.Masked }) {
		return Secret{}
	}
	for _, v := range tr.Through {
		switch {
		case !v.IsField() && v.Parent() != v.Pkg().Scope():
		case k.tokens.HasVar(v) || p.bringsToken(v) || p.usedAs(v, model.Token):
			return Secret{Role: model.Token}
		case k.keys.HasVar(v) || p.usedAs(v, model.Key):
			return Secret{Role: model.Key}
		}
	}
	return Secret{}
}

// usedAs reports whether a fact says that a variable or field of another package has a role.
func (p *Reader) usedAs(v *types.Var, r model.Role) bool {
	s := p.Calls.Summary(v)
	return s != nil && slices.ContainsFunc(s.Uses, func(u origin.Use) bool { return u.Role == r })
}
