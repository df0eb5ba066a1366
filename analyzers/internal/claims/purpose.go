package claims

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Purpose is what a token is for, judged by the names around the call that signs it:
//
//	func newRefreshToken(user User) (string, error) { ... SignedString(key) }
//	resetToken, err := token.SignedString(key)
//	claims.ExpiresAt = time.Now().Add(refreshTTL).Unix()
type Purpose int

// Purposes. A token without any such name is an access token.
const (
	AccessToken Purpose = iota
	RefreshToken
	OtherToken // mail links, API keys, invitations, sessions between services
)

var (
	refreshWord = pattern.New(`(?i)refresh|remember`)
	otherWord   = pattern.New(`(?i)reset|verif|confirm|invit|activat|mail|magic|otp|share|` +
		`download|upload|api_?key|device|webhook|unsub|licen[cs]e|agent|node|cluster|machine|` +
		`robot|enroll|setup|client_?secret|assertion|logout|vapid|s2s|` +
		`(service|internal)_?(token|account)|personal`)
	accessWord = pattern.New(`(?i)access|login|signin|session|auth`)
)

// Purpose returns what the token of a signing call is for: by the names around the given claim, if
// any, by the variable that the token is assigned to, by the name of the token object, by the
// function around it. The nearest name that matches decides.
func (p *Reader) Purpose(c *calls.Call, claim *Claim) Purpose {
	var names []string
	if claim != nil {
		names = p.namesInClaim(*claim)
	}
	for _, name := range append(names, p.namesAround(c)...) {
		switch {
		case refreshWord().MatchString(name):
			return RefreshToken
		case otherWord().MatchString(name):
			return OtherToken
		case accessWord().MatchString(name):
			return AccessToken
		}
	}
	return AccessToken
}

// namesInClaim returns the names in the value of a claim, of what it is set in, and of the
// function that sets it.
func (p *Reader) namesInClaim(claim Claim) []string {
	var names []string
	ast.Inspect(claim.Value, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			names = append(names, id.Name)
		}
		return true
	})
	names = append(names, p.Index.NamesOf(claim.In)...)
	return append(append(names, p.namesOf(claim.In)...), p.funcName(claim.Value)...)
}

// namesAround returns the names around a call, nearest first.
func (p *Reader) namesAround(c *calls.Call) []string {
	var names []string
	if e, ok := c.Node.(ast.Expr); ok {
		names = append(names, p.Index.NamesOf(e)...)
	}
	for _, r := range []model.Role{model.Object, model.Claims, model.Key, model.Life} {
		args, _ := p.Calls.Resolve(c, r)
		for _, e := range append(slices.Clone(c.Args(r)), args...) {
			names = append(names, p.namesOf(e)...)
		}
	}
	if c.Via != nil {
		names = append(names, c.Via.Name(), c.Callee.Name())
	}
	return append(names, p.funcName(c.Node)...)
}

// namesOf returns the name of an expression and that of its type, where this package declares it.
func (p *Reader) namesOf(e ast.Expr) []string {
	names := []string{syntax.NameOf(e)}
	n, ok := types.Unalias(typing.Deref(p.Info.TypeOf(e))).(*types.Named)
	if ok && n.Obj().Pkg() == p.Pkg {
		names = append(names, n.Obj().Name())
	}
	return names
}

// funcName returns the name of the declared function that holds a node, nil for none.
func (p *Reader) funcName(n ast.Node) []string {
	for fn := p.Index.FuncAt(n.Pos()); fn != nil; fn = p.Index.FuncAt(fn.Pos() - 1) {
		if d, ok := fn.(*ast.FuncDecl); ok {
			return []string{d.Name.Name}
		}
	}
	return nil
}
