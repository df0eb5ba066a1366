package calls

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Purpose is what a token is for, as the names around the call that signs it say.
type Purpose int

// Purposes. A token of which nothing is said is an access token.
const (
	Access Purpose = iota
	Refresh
	Other // mail links, API keys, invitations, sessions between services
)

var (
	refreshing = regexp.MustCompile(`(?i)refresh|remember`)
	otherwise  = regexp.MustCompile(`(?i)reset|verif|confirm|invit|activat|mail|magic|otp|share|download|upload|api_?key|device|webhook|unsub|licen[cs]e|agent|node|cluster|machine|robot|enroll|setup|client_?secret|assertion|logout|vapid|s2s|(service|internal)_?(token|account)|personal`)
	accessing  = regexp.MustCompile(`(?i)access|login|signin|session|auth`)
)

// Purpose tells what the token of a signing call is for: by the names around the claim that is asked about, if any, by
// the variable the token is assigned to, by the token object's name, by the function around it. The nearest name that
// says something decides.
func (p *Package) Purpose(c *Call, claim *Claim) Purpose {
	var names []string
	if claim != nil {
		names = p.near(*claim)
	}
	for _, name := range append(names, p.around(c)...) {
		switch {
		case refreshing.MatchString(name):
			return Refresh
		case otherwise.MatchString(name):
			return Other
		case accessing.MatchString(name):
			return Access
		}
	}
	return Access
}

// near returns the names in a claim's value, of what it is set in, and of the function that sets it.
func (p *Package) near(claim Claim) []string {
	var names []string
	ast.Inspect(claim.Value, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			names = append(names, id.Name)
		}
		return true
	})
	names = append(names, p.NamesOf(claim.In)...)
	return append(append(names, p.labels(claim.In)...), p.outer(claim.Value)...)
}

// around returns the names near a call, nearest first.
func (p *Package) around(c *Call) []string {
	var names []string
	if e, ok := c.Node.(ast.Expr); ok {
		names = append(names, p.NamesOf(e)...)
	}
	for _, r := range []model.Role{model.Object, model.Claims, model.Key, model.Life} {
		args, _ := p.Resolve(c, r)
		for _, e := range append(slices.Clone(c.args[r]), args...) {
			names = append(names, p.labels(e)...)
		}
	}
	if c.Via != nil {
		names = append(names, c.Via.Name(), c.Callee.Name())
	}
	return append(names, p.outer(c.Node)...)
}

// labels returns the name of an expression and of its type, where that is declared in this package.
func (p *Package) labels(e ast.Expr) []string {
	names := []string{nameOf(e)}
	if n, ok := types.Unalias(deref(p.pass.TypesInfo.TypeOf(e))).(*types.Named); ok && n.Obj().Pkg() == p.pass.Pkg {
		names = append(names, n.Obj().Name())
	}
	return names
}

// outer returns the name of the declared function that holds a node.
func (p *Package) outer(n ast.Node) []string {
	for fn := p.FuncAt(n.Pos()); fn != nil; fn = p.FuncAt(fn.Pos() - 1) {
		if d, ok := fn.(*ast.FuncDecl); ok {
			return []string{d.Name.Name}
		}
	}
	return nil
}

func deref(t types.Type) types.Type {
	if p, ok := t.(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// nameOf returns the last name of an expression, "" for none.
func nameOf(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.UnaryExpr:
		return nameOf(e.X)
	case *ast.CallExpr:
		if len(e.Args) == 1 {
			return nameOf(e.Args[0])
		}
		return nameOf(e.Fun)
	}
	return ""
}

var separating = regexp.MustCompile(`(?i)^(typ|type|token_?type|token_?use|use|aud|audience|purpose|scope|scopes|kind|usage|category|grant|grant_type|is_?refresh|refresh|subject|sub_type|jti_type|token|class)$`)

// Separated reports whether the payloads of two calls differ in a claim that a verifier can tell them apart by, or whether
// that cannot be seen: b lacks a claim that a has, or one of them names its use.
func (p *Package) Separated(a, b *Call) bool {
	x, y := p.Payload(a), p.Payload(b)
	if !x.Seen || !y.Seen {
		return true
	}
	for _, c := range slices.Concat(x.Claims, y.Claims) {
		if separating.MatchString(c.Name) {
			return true
		}
	}
	return slices.ContainsFunc(x.Claims, func(c Claim) bool { return len(y.All(c.Name)) == 0 })
}
