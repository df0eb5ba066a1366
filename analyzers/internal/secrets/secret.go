// Package secrets answers whether a value is a JWT key, a token or a request that holds one, so
// that others must not read it. jwtleak, jwttransport and jwtverify ask it:
//
//	log.Println(os.Getenv("JWT_SECRET")) // a key
//	log.Printf("%v", cfg)                // a struct with a field for a key
//	fmt.Sprintf("?token=%s", signed)     // a token
package secrets

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
	"sync"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/emptiness"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// IsIDTokenHint reports whether an origin is the id_token_hint of a request. It may be expired
// (OpenID Connect Core section 3.1.2.1) and stands in the query of a URL by its definition (OpenID
// Connect RP-Initiated Logout section 2).
func IsIDTokenHint(o *origin.Origin) bool { return slices.Contains(o.Names, "id_token_hint") }

// Reader finds which values of one package are keys and tokens.
type Reader struct {
	calls.View
	known *knownSecrets // see secrets
}

// New returns the reader of a package.
func New(p *calls.Package) *Reader { return &Reader{View: p.View} }

// Secret is what others can read of a value.
type Secret struct {
	Role  model.Role // Key, Token or Headers; "" for anything else
	Field *types.Var // the field of a struct that holds the secret, nil where the value is it
}

// knownSecrets are the keys and tokens of a package, by their origins and the variables that they
// come through.
type knownSecrets struct {
	keys, tokens origin.Set
}

// secrets collects the keys and tokens of the package once: what calls use as keys, what they verify
// or decode as tokens, and what requests are sent with.
func (p *Reader) secrets() *knownSecrets {
	if p.known != nil {
		return p.known
	}
	p.known = &knownSecrets{origin.NewSet(), origin.NewSet()}
	for _, c := range p.Calls.All {
		if c.UsesKey() {
			p.addKeys(c)
		}
		if (c.Verb == model.Verify || c.Verb == model.Decode) && !c.Message {
			for _, e := range c.Args(model.Token) {
				p.known.tokens.Add(p.Origin.Trace(e))
				p.known.tokens.Add(p.Origin.Local(e))
			}
		}
	}
	for _, tr := range p.Calls.Sent() {
		p.known.tokens.Add(tr)
	}
	return p.known
}

// addKeys adds the keys of a call that are secret: a key that verifies need not be. One that signs other
// bytes than claims, as that of an account with a certificate authority does (RFC 8555 section 7.3.4),
// makes no tokens.
func (p *Reader) addKeys(c *calls.Call) {
	if c.Message {
		return
	}
	signs := c.Verb == model.Sign
	if alg := p.Calls.Alg(c); !signs && alg != "" && alg.MinKey() == 0 {
		return // a public key
	}
	inSet := p.inSet(c)
	for _, tr := range p.Calls.Keys(c) {
		if signs || !tr.Has(origin.Public) && !(inSet && tr.Only(origin.Unknown)) {
			p.known.keys.Add(tr)
		}
	}
}

// inSet reports whether a call verifies with a value of a library, such as a set of keys. One of
// which nothing else is known holds public keys as a rule (RFC 7517 section 5).
//
//	set, err := cache.Get(ctx, "https://id.example.com/jwks.json")
//	jws.Verify(raw, jws.WithKeySet(set))
func (p *Reader) inSet(c *calls.Call) bool {
	keys, _ := p.Calls.Resolve(c, model.Key)
	return len(keys) > 0 && !slices.ContainsFunc(keys, func(e ast.Expr) bool {
		return !model.OfTokens(typing.TypeName(typing.Deref(typing.OrInvalid(p.Info.TypeOf(e)))))
	})
}

// Secret returns what others can read of an ingredient of a text (CWE-532, CWE-598).
func (p *Reader) Secret(in spelling.Ingredient) Secret {
	t := p.Info.TypeOf(in.Expr)
	if t == nil || typing.NeverText(t) || emptiness.Found(p.Index, in.Expr) {
		return Secret{}
	}
	without := sync.OnceValue(func() blanks { return p.blanked(in.Expr, map[ast.Node]bool{}) })
	if s := p.ofType(t, in.Encoded, without, 0); s.Role == model.Headers &&
		p.Origin.Stripped(in.Expr) {
		return Secret{}
	} else if s.Role != "" {
		return s
	}
	if !typing.MayHoldText(t) && !isKey(t) && !printsText(t) || redacts(t) {
		return Secret{}
	}
	tr := p.Origin.Local(in.Expr)
	tr.Add(p.Origin.ResolveParams(tr))
	if tr.Crowd() {
		return Secret{}
	}
	for _, o := range tr.Origins {
		if r := p.roleOf(o); r != "" {
			return Secret{Role: r}
		}
	}
	if p.isTokenResponse(in.Expr) || p.isOpaque(in.Expr, tr) {
		return Secret{Role: model.Token}
	}
	return p.ofVariables(tr)
}

// roleOf returns what a value of one origin is: Token, Headers, Key or "".
func (p *Reader) roleOf(o *origin.Origin) model.Role {
	k := p.secrets()
	isSetting := o.Kind == origin.Env || o.Kind == origin.Config || o.Kind == origin.Flag
	switch {
	case o.Hashed || o.Masked || o.Kind == origin.Nothing || o.Kind == origin.Public:
	case o.Piece.IsPart():
		return p.roleOfPiece(o)
	case o.Kind == origin.Token:
		return model.Token
	case o.Part == model.Headers && len(o.Names) == 0:
		return model.Headers
	case k.tokens.Has(o):
		return model.Token
	case isMember(o) && all(o.Names, names.Bearer):
		return model.Token
	case o.Part == model.Posted: // a member named token can be one of a device or a page
	case o.Kind == origin.Request && all(o.Names, names.Credential):
		return model.Token
	case k.keys.Has(o), isSetting && slices.ContainsFunc(o.Names, names.Key):
		return model.Key
	}
	return ""
}

// isMember reports whether a value is filled in by its name: from the body of a request, from that
// of a response, from a file.
//
//	json.NewDecoder(res.Body).Decode(&out) // out.AccessToken, of "access_token"
func isMember(o *origin.Origin) bool {
	return o.Part == model.Posted || o.Kind == origin.Config
}

// roleOfPiece returns what a piece of a text is. The whole may be a token or a key, and so may a
// piece that is used as one, but no other piece of it is:
//
//	scheme, token, ok := strings.Cut(r.Header.Get("Authorization"), " ")
//	id, key, ok := strings.Cut(os.Getenv("JWT_KEY"), ":")
//	parts := strings.Split(token, ".")
func (p *Reader) roleOfPiece(o *origin.Origin) model.Role {
	k := p.secrets()
	switch {
	case k.tokens.Has(o), o.Kind == origin.Request && o.Piece.Index != 0 && !p.isInner(o.Piece) &&
		all(o.Names, names.Credential):
		return model.Token
	case k.keys.Has(o):
		return model.Key
	}
	return ""
}

// all reports whether a value has names and each of them is one of a kind. A helper that reads any
// name it is given reads no credential where one of them is:
//
//	func param(q url.Values, name string) string { return q[name][0] }
func all(list []string, is func(string) bool) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(n string) bool { return !is(n) })
}

// isInner reports whether a piece is one of those that a mark within a token parts, as dots do in a
// JWT (RFC 7515 section 3.1) and colons in what a program makes itself: none of them is a token.
func (p *Reader) isInner(piece origin.Piece) bool {
	sig, _ := p.Index.Row(piece.Of)
	return sig != nil && slices.ContainsFunc(syntax.Args(piece.Of, sig, model.Between),
		func(e ast.Expr) bool {
			mark := p.Index.Text(e)
			return mark != "" && strings.Trim(mark, ".:|_-~$#/") == ""
		})
}

// ofVariables returns what a value is that comes through a field or package variable which holds
// keys or tokens.
func (p *Reader) ofVariables(tr origin.Trace) Secret {
	k := p.secrets()
	if slices.ContainsFunc(tr.Origins, func(o *origin.Origin) bool {
		return o.Hashed || o.Masked || o.Piece.IsPart()
	}) {
		return Secret{}
	}
	for _, v := range tr.Through {
		switch {
		case !v.IsField() && v.Parent() != v.Pkg().Scope():
		case k.tokens.HasVar(v) || p.holdsToken(v) || p.usedAs(v, model.Token):
			return Secret{Role: model.Token}
		case k.keys.HasVar(v) || p.usedAs(v, model.Key):
			return Secret{Role: model.Key}
		}
	}
	return Secret{}
}

// usedAs reports whether a fact says that a variable or field of another package is used in a
// role.
func (p *Reader) usedAs(v *types.Var, r model.Role) bool {
	s := p.Calls.Summary(v)
	return s != nil && slices.ContainsFunc(s.Uses, func(u origin.Use) bool {
		return u.Role == r && !u.Message
	})
}
