package claims

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Purpose is what a token is for, as the names around the call that signs it say.
type Purpose int

// Purposes. A token of which nothing is said is an access token.
const (
	AccessToken Purpose = iota
	RefreshToken
	OtherToken // mail links, API keys, invitations, sessions between services
)

var (
	refreshing = regexp.MustCompile(`(?i)refresh|remember`)
	otherwise  = regexp.MustCompile(`(?i)reset|verif|confirm|invit|activat|mail|magic|otp|share|download|upload|api_?key|device|webhook|unsub|licen[cs]e|agent|node|cluster|machine|robot|enroll|setup|client_?secret|assertion|logout|vapid|s2s|(service|internal)_?(token|account)|personal`)
	accessing  = regexp.MustCompile(`(?i)access|login|signin|session|auth`)
)

// Purpose tells what the token of a signing call is for: by the names around the claim that is asked about, if any, by
// the variable the token is assigned to, by the token object's name, by the function around it. The nearest name that
// says something decides.
func (p *Reader) Purpose(c *calls.Call, claim *Claim) Purpose {
	var names []string
	if claim != nil {
		names = p.near(*claim)
	}
	for _, name := range append(names, p.around(c)...) {
		switch {
		case refreshing.MatchString(name):
			return RefreshToken
		case otherwise.MatchString(name):
			return OtherToken
		case accessing.MatchString(name):
			return AccessToken
		}
	}
	return AccessToken
}

// near returns the names in a claim's value, of what it is set in, and of the function that sets it.
func (p *Reader) near(claim Claim) []string {
	var names []string
	ast.Inspect(claim.Value, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			names = append(names, id.Name)
		}
		return true
	})
	names = append(names, p.Index.NamesOf(claim.In)...)
	return append(append(names, p.labels(claim.In)...), p.outer(claim.Value)...)
}

// around returns the names near a call, nearest first.
func (p *Reader) around(c *calls.Call) []string {
	var names []string
	if e, ok := c.Node.(ast.Expr); ok {
		names = append(names, p.Index.NamesOf(e)...)
	}
	for _, r := range []model.Role{model.Object, model.Claims, model.Key, model.Life} {
		args, _ := p.Calls.Resolve(c, r)
		for _, e := range append(slices.Clone(c.Args(r)), args...) {
			names = append(names, p.labels(e)...)
		}
	}
	if c.Via != nil {
		names = append(names, c.Via.Name(), c.Callee.Name())
	}
	return append(names, p.outer(c.Node)...)
}

// labels returns the name of an expression and of its type, where that is declared in this package.
func (p *Reader) labels(e ast.Expr) []string {
	names := []string{syntax.NameOf(e)}
	if n, ok := types.Unalias(typing.Deref(p.Info.TypeOf(e))).(*types.Named); ok && n.Obj().Pkg() == p.Pkg {
		names = append(names, n.Obj().Name())
	}
	return names
}

// outer returns the name of the declared function that holds a node.
func (p *Reader) outer(n ast.Node) []string {
	for fn := p.Index.FuncAt(n.Pos()); fn != nil; fn = p.Index.FuncAt(fn.Pos() - 1) {
		if d, ok := fn.(*ast.FuncDecl); ok {
			return []string{d.Name.Name}
		}
	}
	return nil
}
