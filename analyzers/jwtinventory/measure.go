package jwtinventory

// This file lists what protects tokens, keys and those who use them:
//
//	r.Use(httprate.LimitByIP(100, time.Minute))   // rate-limit
//	if len(key) < 32 { log.Fatal("too short") }   // key-length
//	http.ListenAndServeTLS(":443", crt, key, mux) // tls-listener
//	if claims.IssuedAt.Before(user.RevokedAt) {   // revoke-user
//	if claims.Version != user.TokenVersion {      // revoke-user
//	if confirmation.Action != "delete-account" {  // step-up

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/measures"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// guard lists measures.
type guard struct{ *lister }

// list lists the measures of the package.
func (l guard) list() {
	for _, m := range measures.New(l.Calls, sinks.New(l.pass, l.Calls)).All() {
		name, what := string(m.Kind), m.What
		if m.Kind == measures.IssueTime {
			if name = l.whose(m.At); name == "" {
				continue
			}
			what = ""
		}
		l.measure(m.At, name, what)
	}
	for _, c := range l.Calls.All {
		switch {
		case c.Verb == model.Listen && model.Of(c.Callee, "").Means(model.Listen, model.TLS):
			l.measure(naming.At(c), "tls-listener", c.Label())
		case c.UsesKey():
			for _, tr := range l.Calls.Keys(c) {
				l.strength(tr)
			}
		}
	}
	for _, tr := range l.Calls.NamedKeys {
		l.strength(tr)
	}
	l.compared()
	l.counters()
}

// measure lists one measure, once in each function.
func (l guard) measure(at ast.Node, name, what string) {
	in := naming.FunctionAt(l.Index, at)
	if slices.ContainsFunc(l.listed, func(o listed) bool {
		return o.Kind == inventory.Measure && o.Name == name && o.Function == in &&
			(in != "" || o.Detail == what)
	}) {
		return
	}
	l.add(at, inventory.Entry{Kind: inventory.Measure, Name: name, Detail: what})
}

// enough is how many bytes 256 bits are.
const enough = 32

// strength lists what makes sure that a key is long enough.
func (l guard) strength(tr origin.Trace) {
	for _, o := range tr.Origins {
		switch b := l.Guards.MinLength(o); {
		case b != nil && b.Min >= enough:
			l.measure(b.At, "key-length", fmt.Sprintf("%d bytes or more", b.Min))
		case o.Kind == origin.Random && o.Size >= enough && o.At != nil:
			l.measure(o.At, "key-length", fmt.Sprintf("%d random bytes", o.Size))
		}
	}
}

var (
	everybody = pattern.New(`global|everyone|everybody|all_?(token|user|session)|revoke_?all|` +
		`(token|session)s?_?(valid|revoked?)_?(after|before|since)$`)
	somebody = pattern.New(`user|account|member|password|passwd|subject|(^|_)u?id($|_)|profile`)
)

// whose returns the measure that a comparison of the time at which a token was issued is: it
// revokes the tokens of all, or of one user; "" where nothing says so.
func (l guard) whose(at ast.Node) string {
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
	l.lists.Parts(e, func(e ast.Expr) {
		switch e := e.(type) {
		case *ast.Ident:
			see(e.Name)
		case *ast.BasicLit:
			if v := l.Info.Types[e].Value; v != nil && v.Kind() == constant.String {
				see(constant.StringVal(v))
			}
		}
	})
	switch {
	case one:
		return "revoke-user"
	case all:
		return "revoke-all"
	}
	return ""
}

var versionWord = pattern.New(`(token|session|auth|jwt|credential|key)_?(version|epoch|generation|` +
	`stamp)$|^(security_stamp|version|ver|epoch)$`)

// confirmed matches the names of claims that say which operation a token confirms.
var confirmed = pattern.New(`^(action|operation|intent|confirms)$`)

// compared lists comparisons of a claim with the version of the tokens of a user, or with the
// operation that a token has to confirm.
func (l guard) compared() {
	for _, t := range l.Index.Tests {
		for _, sides := range [][2]ast.Expr{{t.X, t.Y}, {t.Y, t.X}} {
			name := l.claimIn(sides[0])
			switch n := names.Snake(name); {
			case name == "":
			case versionWord().MatchString(n) && l.Info.Types[sides[1]].Value == nil:
				l.measure(t, "revoke-user", name)
			case confirmed().MatchString(n) && (t.Op == token.EQL || t.Op == token.NEQ):
				l.measure(t, "step-up", name)
			}
		}
	}
}

// claimIn returns the name of the claim that an expression is, behind conversions and type
// assertions, "" for none: claims.Version, int(claims["ver"].(float64)).
func (l guard) claimIn(e ast.Expr) string {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			if len(x.Args) != 1 || !l.Info.Types[x.Fun].IsType() {
				return ""
			}
			e = x.Args[0]
		case *ast.TypeAssertExpr:
			e = x.X
		case *ast.IndexExpr:
			if !l.lists.IsToken(x) {
				return ""
			}
			return l.Index.Text(x.Index)
		case *ast.SelectorExpr:
			if !l.isClaim(x) {
				return ""
			}
			return x.Sel.Name
		default:
			return ""
		}
	}
}

// isClaim reports whether a selector is a field of claims.
func (l guard) isClaim(e *ast.SelectorExpr) bool {
	sel := l.Info.Selections[e]
	if sel == nil {
		return false
	}
	_, field := sel.Obj().(*types.Var)
	return field && l.lists.IsToken(e)
}
