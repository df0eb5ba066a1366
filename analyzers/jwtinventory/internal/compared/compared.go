// Package compared finds comparisons of claims that protect tokens:
//
//	if claims.IssuedAt.Before(user.RevokedAt) {   // Whose: revoke-user
//	if claims.Version != user.TokenVersion {      // Tests: revoke-user
//	if confirmation.Action != "delete-account" {  // Tests: step-up
package compared

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// Measures that comparisons are.
const (
	RevokeUser = "revoke-user" // takes the tokens of one user back
	RevokeAll  = "revoke-all"  // takes all tokens back
	StepUp     = "step-up"     // asks for a confirmation of an operation
)

var (
	everybody = pattern.New(`global|everyone|everybody|all_?(token|user|session)|revoke_?all|` +
		`(token|session)s?_?(valid|revoked?)_?(after|before|since)$`)
	somebody = pattern.New(`user|account|member|password|passwd|subject|(^|_)u?id($|_)|profile`)
)

// Whose returns the measure that a comparison of the time at which a token was issued is: it
// revokes the tokens of all, or of one user; "" where nothing says so.
func Whose(p *denylist.Reader, at ast.Node) string {
	all, one := false, false
	see := func(name string) {
		n := names.Snake(name)
		if somebody().MatchString(n) {
			one = true
		} else if everybody().MatchString(n) {
			all = true
		}
	}
	e, ok := at.(ast.Expr)
	if !ok {
		return ""
	}
	p.Parts(e, func(e ast.Expr) {
		switch e := e.(type) {
		case *ast.Ident:
			see(e.Name)
		case *ast.BasicLit:
			if v := p.Info.Types[e].Value; v != nil && v.Kind() == constant.String {
				see(constant.StringVal(v))
			}
		}
	})
	switch {
	case one:
		return RevokeUser
	case all:
		return RevokeAll
	}
	return ""
}

var versionWord = pattern.New(`(token|session|auth|jwt|credential|key)_?(version|epoch|generation|` +
	`stamp)$|^(security_stamp|version|ver|epoch)$`)

// confirmed matches the names of claims that say which operation a token confirms.
var confirmed = pattern.New(`^(action|operation|intent|confirms)$`)

// A Test is a comparison that is a measure.
type Test struct {
	At      ast.Node
	Measure string
	Claim   string // that is compared
}

// Tests returns the comparisons of a claim with the version of the tokens of a user, or with the
// operation that a token has to confirm.
func Tests(p *denylist.Reader) []Test {
	var out []Test
	for _, t := range p.Index.Tests {
		for _, sides := range [][2]ast.Expr{{t.X, t.Y}, {t.Y, t.X}} {
			name := claimIn(p, sides[0])
			switch n := names.Snake(name); {
			case name == "":
			case versionWord().MatchString(n) && p.Info.Types[sides[1]].Value == nil:
				out = append(out, Test{t, RevokeUser, name})
			case confirmed().MatchString(n) && (t.Op == token.EQL || t.Op == token.NEQ):
				out = append(out, Test{t, StepUp, name})
			}
		}
	}
	return out
}

// claimIn returns the name of the claim that an expression is, behind conversions and type
// assertions, "" for none: claims.Version, int(claims["ver"].(float64)).
func claimIn(p *denylist.Reader, e ast.Expr) string {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			if len(x.Args) != 1 || !p.Info.Types[x.Fun].IsType() {
				return ""
			}
			e = x.Args[0]
		case *ast.TypeAssertExpr:
			e = x.X
		case *ast.IndexExpr:
			if !p.IsToken(x) {
				return ""
			}
			return p.Index.Text(x.Index)
		case *ast.SelectorExpr:
			if !isClaim(p, x) {
				return ""
			}
			return x.Sel.Name
		default:
			return ""
		}
	}
}

// isClaim reports whether a selector is a field of claims.
func isClaim(p *denylist.Reader, e *ast.SelectorExpr) bool {
	sel := p.Info.Selections[e]
	if sel == nil {
		return false
	}
	_, field := sel.Obj().(*types.Var)
	return field && p.IsToken(e)
}
