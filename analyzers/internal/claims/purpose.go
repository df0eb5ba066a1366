package claims

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Purpose is what a token is for, judged by what is signed, by what it is signed with, by where it
// goes and by the names on the way:
//
//	jwt.MapClaims{"typ": "refresh", "exp": end}
//	sign(user, cfg.RefreshTTL, refreshKey)
//	resetToken, err := token.SignedString(key)
//	func newRefreshToken(user User) (string, error) { ... SignedString(key) }
type Purpose int

// Purposes. A token of which nothing says what it is for is an access token, unless its claims are
// about a thing.
const (
	AccessToken Purpose = iota
	RefreshToken
	OtherToken // mail links, API keys, invitations, sessions between services
)

var (
	refreshWord = pattern.New(`(?i)refresh|remember`)
	otherWord   = pattern.New(`(?i)reset|verif|confirm|activat|mail|magic|otp|device|webhook|` +
		`setup|assertion|logout|vapid|s2s|(2fa|mfa|two_?factor)_?(token|jwt|challenge)|` +
		`^(sse|ws|stream)$|web_?socket|ticket|` + grants)
	accessWord = pattern.New(`(?i)access|login|signin|session|auth`)
)

// grants are the words for tokens that somebody asks for to hand them on, or to give them to a
// machine.
const grants = `invit|share|download|upload|api_?(key|token)|unsub|licen[cs]e|agent|node|cluster|` +
	`machine|robot|enroll|client_?secret|personal|(service|internal)_?(token|account)`

// Way is one way in which a call signs: for which callers, and which value of a claim is in
// question. The zero value is all of them.
type Way struct {
	Path  *origin.Path // the calls that lead to the signing call, nil where that is not known
	Claim *Claim       // the claim in question, nil for none
	At    ast.Node     // what gives the claim its value, nil where that is not known
	Known Purpose      // what another package says of the token, AccessToken where it says nothing
}

// Purpose returns what the token of a signing call is for. The nearest evidence decides: a claim
// that names the kind, the names around the claim in question, what callers hand over, the
// variable that the token is assigned to, the token object and its key, the function around it.
func (p *Reader) Purpose(c *calls.Call, way Way) Purpose {
	purpose, _ := Evidence(p, c, way)
	return purpose
}

// Evidence returns the same; ok is false where nothing says it.
func Evidence(p *Reader, c *calls.Call, way Way) (purpose Purpose, ok bool) {
	return (&judge{p}).purpose(c, way)
}

// judge finds what says the purpose of a token.
type judge struct{ *Reader }

func (p *judge) purpose(c *calls.Call, way Way) (Purpose, bool) {
	if way.Known != AccessToken {
		return way.Known, true
	}
	if purpose, ok := p.kindInClaims(c, way.Path); ok {
		return purpose, true
	}
	list := p.namesAbove(way.At)
	if way.Claim != nil {
		list = append(list, p.namesInClaim(*way.Claim, c)...)
	}
	for _, call := range way.Path.Calls() {
		list = append(list, p.namesAtCall(call)...)
	}
	for _, name := range append(list, p.namesAround(c)...) {
		if purpose, ok := purposeOf(name); ok {
			return purpose, true
		}
	}
	if aboutThing(p.Payload(c)) {
		return OtherToken, true
	}
	return AccessToken, false
}

// purposeOf returns what a name says of the purpose of a token; ok is false where it says nothing.
func purposeOf(name string) (purpose Purpose, ok bool) {
	switch {
	case refreshWord().MatchString(name):
		return RefreshToken, true
	case otherWord().MatchString(name), strings.Contains(name, "SSE"): // server-sent events
		return OtherToken, true
	}
	return AccessToken, accessWord().MatchString(name)
}

// kindInClaims returns the purpose that the claims name: their kind, or an audience or a subject of
// refresh tokens. ok is false where they name none, or several, as what one helper makes for both
// kinds does.
func (p *judge) kindInClaims(c *calls.Call, path *origin.Path) (purpose Purpose, ok bool) {
	access := false // an audience or a subject names access tokens
	for _, claim := range p.Payload(c).Claims {
		isKind := names.KindClaim(claim.Name)
		if !isKind && claim.Name != "aud" && claim.Name != "sub" {
			continue
		}
		for _, text := range p.texts(claim.Value, path) {
			named, says := purposeOf(text)
			if !says || !isKind && named != RefreshToken {
				access = access || says && named == AccessToken
				continue
			}
			if ok && named != purpose {
				return AccessToken, false
			}
			purpose, ok = named, true
		}
	}
	return purpose, ok && !(access && purpose == RefreshToken)
}

// texts returns the constant texts that a value, or an element of a list, can be on a path.
func (p *judge) texts(e ast.Expr, path *origin.Path) []string {
	var out []string
	items := []ast.Expr{e}
	if _, list := p.Info.TypeOf(e).Underlying().(*types.Slice); list {
		items, _ = p.Origin.Items(e)
	}
	for _, item := range items {
		for _, c := range p.Origin.Cases(p.Origin.Local(item)) {
			if _, agree := p.Origin.Paths.Join(path, c.Path); agree {
				out = append(out, c.Texts()...)
			}
		}
	}
	return out
}

// namesInClaim returns the names in the value of a claim as it is written, those of what it is set
// in, and that of the function that sets it where another signs.
func (p *judge) namesInClaim(claim Claim, c *calls.Call) []string {
	names := append(identsIn(claim.Value), p.Index.NamesOf(claim.In)...)
	names = append(names, p.namesOf(claim.In)...)
	if d := syntax.DeclAt(p.Index, claim.Value.Pos()); d != nil && d != syntax.DeclAt(p.Index, c.Node.Pos()) {
		names = append(names, tokenName(d.Name.Name))
	}
	return names
}

// namesAtCall returns the names by which a call of a function that signs says what it wants: of
// kinds, keys and times that it hands over, of what it assigns the result to, of what it calls.
func (p *judge) namesAtCall(call *ast.CallExpr) []string {
	var out []string
	for _, a := range call.Args {
		if text := p.Index.Text(a); text != "" {
			out = append(out, text)
		}
		if t := p.Info.TypeOf(a); t != nil && (p.Info.Types[a].Value != nil ||
			typing.NeverText(t) || typing.IsByteSlice(t) ||
			keyName().MatchString(syntax.NameOf(a))) {
			out = append(out, identsIn(a)...)
		}
	}
	out = append(append(out, p.namesAbove(call)...), p.namesBelow(call)...)
	if fn := p.Index.Callee(call); fn != nil {
		out = append(out, tokenName(fn.Name()))
	}
	return append(out, p.namesOfFunc(call)...)
}

var keyName = pattern.New(`(?i)key|secret|signer`)

// namesAround returns the names around a call, nearest first.
func (p *judge) namesAround(c *calls.Call) []string {
	if call, ok := c.Node.(*ast.CallExpr); ok && c.Via != nil {
		return p.namesAtCall(call)
	}
	names := append(p.namesAbove(c.Node), p.namesBelow(c.Node)...)
	for _, r := range []model.Role{model.Object, model.Claims, model.Key, model.Life} {
		args, _ := p.Calls.Resolve(c, r)
		for _, e := range append(c.Args(r)[:len(c.Args(r)):len(c.Args(r))], args...) {
			names = append(names, p.namesOf(e)...)
		}
	}
	if c.Via != nil {
		names = append(names, c.Via.Name())
	}
	return append(names, p.namesOfFunc(c.Node)...)
}

// namesOf returns the name of an expression and that of its type, where this package declares it.
func (p *judge) namesOf(e ast.Expr) []string {
	names := []string{syntax.NameOf(e)}
	n, ok := types.Unalias(typing.Deref(p.Info.TypeOf(e))).(*types.Named)
	if ok && n.Obj().Pkg() == p.Pkg {
		names = append(names, n.Obj().Name())
	}
	return names
}

// identsIn returns the names in an expression.
func identsIn(e ast.Expr) []string {
	var out []string
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			out = append(out, id.Name)
		}
		return true
	})
	return out
}
