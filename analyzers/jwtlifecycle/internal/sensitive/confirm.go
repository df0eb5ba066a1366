package sensitive

// This file asks whether a function has a user confirm what is going to happen:
//
//	bcrypt.CompareHashAndPassword(user.Hash, password) // the password once more
//	totp.Validate(code, secret)                        // a code, by the name of what is called
//	confirmed.Action != "delete-account"               // a token for one action
//	time.Since(claims.AuthTime) > 5*time.Minute        // a login that is young

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// Confirms is the fact about a function that has a user confirm what is going to happen, or makes a
// middleware that does.
type Confirms struct{}

// AFact marks the type as a fact.
func (*Confirms) AFact() {}

var (
	confirming = pattern.New(`confirm|step_?up|re_?auth|otp|mfa|(two|2|multi)_?f|sudo|elevat|` +
		`passkey|web_?authn|password|challenge|code`)
	confirmed = pattern.New(`^(action|operation|intent|confirms|auth_?time|acr|amr)$`)
)

// confirms reports whether a function, or one of this package that it calls, asks for a
// confirmation. What only looks like that is enough: it accuses nobody.
func (r *Reader) confirms(fn ast.Node) bool {
	if known, ok := r.known[fn]; ok {
		return known
	}
	out := slices.ContainsFunc(r.effects.Within(fn), r.asks) || r.looks(fn)
	r.known[fn] = out
	return out
}

// asks reports whether a call asks for a confirmation.
func (r *Reader) asks(c *ast.CallExpr) bool {
	if v := r.Index.Verb(c); v == model.Password || v == model.Derive {
		return true
	}
	fn, ok := r.Index.Callee(c).(*types.Func)
	return ok && r.confirmsBy(fn)
}

// confirmsBy reports whether calling a function asks for a confirmation.
func (r *Reader) confirmsBy(fn *types.Func) bool {
	if d := r.Index.Decls[fn]; d != nil && r.known[d] {
		return true
	}
	return confirming().MatchString(names.Snake(fn.Name())) ||
		fn.Pkg() != nil && fn.Pkg() != r.Pkg && r.pass.ImportObjectFact(fn, &Confirms{})
}

// looks reports whether a function reads what a token confirms, or when its user logged in.
func (r *Reader) looks(fn ast.Node) (found bool) {
	ast.Inspect(fn, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			found = found || confirmed().MatchString(names.Snake(n.Sel.Name))
		case *ast.IndexExpr:
			found = found || confirmed().MatchString(r.Index.Text(n.Index))
		}
		return !found
	})
	return found
}
