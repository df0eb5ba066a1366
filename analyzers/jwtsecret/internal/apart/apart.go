// Package apart asks whether anybody can tell access and refresh tokens apart:
//
//	jwt.MapClaims{"sub": id, "typ": "refresh"}   // typ separates them
//	if claims["typ"] != "access" { return err }  // where the verifier reads it
package apart

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

var separating = pattern.New(`(?i)^(typ|type|token_?type|token_?use|use|aud|audience|` +
	`purpose|scope|scopes|kind|usage|category|grant|grant_type|is_?refresh|refresh|` +
	`subject|sub_type|jti_type|token|class)$`)

// Reader compares the payloads of one package.
type Reader struct {
	calls.View
	Claims *claims.Reader
}

// Separation is how the payloads of two calls differ.
type Separation struct {
	Apart  bool   // a verifier can tell them apart, or that cannot be seen
	Unread string // the claim that would tell them apart and that no verifier reads, "" for none
	Less   bool   // the second has fewer claims: the first can be used as it
}

// Of returns whether the payloads of two calls differ in a claim that a verifier can tell
// them apart by, or whether that cannot be seen: each has a claim that the other lacks, or one of
// them names its use and what verifies here may read that. A payload with all claims of another is
// accepted in its place:
//
//	jwt.MapClaims{"sub": id, "email": email} // accepted as
//	jwt.MapClaims{"sub": id}
func (p *Reader) Of(a, b *calls.Call) Separation {
	x, y := p.Claims.Payload(a), p.Claims.Payload(b)
	if !x.Complete || !y.Complete {
		return Separation{Apart: true}
	}
	unread := ""
	for _, claim := range slices.Concat(x.Claims, y.Claims) {
		same, fixed := p.alike(x, y, claim.Name)
		if !same && (fixed && claim.Name != "iss" || separating().MatchString(claim.Name)) {
			if p.mayBeRead(claim) {
				return Separation{Apart: true}
			}
			unread = claim.Name
		}
	}
	less, more := lacks(x, y), lacks(y, x)
	return Separation{Apart: less && (more || !saysWho(y)), Unread: unread, Less: less}
}

// lacks reports whether a payload has a claim that another one lacks.
func lacks(x, y *claims.Payload) bool {
	return slices.ContainsFunc(x.Claims, func(c claims.Claim) bool {
		return len(y.Setters(c.Name)) == 0
	})
}

// saysWho reports whether a payload has a claim besides those that say by whom, for whom and until
// when a token is made (RFC 7519 section 4.1).
func saysWho(pay *claims.Payload) bool {
	return slices.ContainsFunc(pay.Claims, func(c claims.Claim) bool {
		return !slices.Contains([]string{"exp", "iat", "nbf", "iss", "aud"}, c.Name)
	})
}

// alike reports whether a claim has one constant value in both payloads, and whether all that it has
// in them is constant: a subject of "access" and one of "refresh" say what the tokens are for.
func (p *Reader) alike(x, y *claims.Payload, name string) (same, constants bool) {
	var values []ast.Expr
	for _, claim := range slices.Concat(x.Setters(name), y.Setters(name)) {
		values = append(values, claim.Value)
	}
	known, only := p.Origin.AllConstants(values)
	only = only && len(x.Setters(name)) > 0 && len(y.Setters(name)) > 0
	return only && !slices.ContainsFunc(known, func(v constant.Value) bool {
		return v.ExactString() != known[0].ExactString()
	}), only
}

// unread returns the name of the claim that gets a parameter of the function that holds a signing
// call, where no verifier reads it, "" where one may or where there is no such claim.
func (p *Reader) unread(c *calls.Call, param *types.Var) string {
	pay := p.Claims.Payload(c)
	if !pay.Complete {
		return ""
	}
	name := ""
	for _, claim := range pay.Claims {
		if tr := p.Origin.Local(claim.Value); slices.Contains(tr.Through, param) {
			if p.mayBeRead(claim) {
				return ""
			}
			name = claim.Name
		}
	}
	return name
}

// mayBeRead reports whether a claim of a token can decide anything: this package reads it
// somewhere, or does not verify all tokens with such claims itself.
func (p *Reader) mayBeRead(claim claims.Claim) bool {
	verifies := slices.ContainsFunc(p.Calls.All, func(k *calls.Call) bool {
		return k.Verb == model.Verify && k.Via == nil
	})
	if !verifies || p.Pkg.Name() != "main" && !p.ownStruct(claim.In) {
		return true
	}
	if claim.Name == "aud" && slices.ContainsFunc(p.Calls.All, func(k *calls.Call) bool {
		return k.Verb == model.Check && len(k.Args(model.Audience)) > 0
	}) {
		return true
	}
	x := p.Index.Forward()
	return slices.ContainsFunc(x.Indexes, func(e *ast.IndexExpr) bool {
		return p.Index.Text(e.Index) == claim.Name && !p.isWritten(e)
	}) || slices.ContainsFunc(x.Selectors, func(e *ast.SelectorExpr) bool {
		return p.mayRead(e, claim.Name) && !p.isWritten(e)
	})
}

// ownStruct reports whether a payload is a struct that other packages cannot name.
func (p *Reader) ownStruct(payload ast.Expr) bool {
	name := typing.TypeName(typing.Deref(typing.OrInvalid(p.Info.TypeOf(payload))))
	return name != nil && name.Pkg() == p.Pkg && !name.Exported()
}

// isWritten reports whether an expression is what an assignment writes to.
func (p *Reader) isWritten(e ast.Expr) bool {
	a, ok := p.Index.Outer(e).(*ast.AssignStmt)
	return ok && slices.ContainsFunc(a.Lhs, func(l ast.Expr) bool { return ast.Unparen(l) == e })
}

// mayRead reports whether a selector can read a claim: the field of that name, or any method of a
// library's token or claims.
func (p *Reader) mayRead(e *ast.SelectorExpr, name string) bool {
	sel := p.Info.Selections[e]
	if sel == nil {
		return false
	}
	if fn, ok := sel.Obj().(*types.Func); ok {
		return model.RegisteredClaim(fn.Name()) == name ||
			len(sel.Index()) == 1 && fn.Name() == "Get" && model.OfTokens(fn)
	}
	typ := sel.Recv()
	for _, i := range sel.Index() {
		st := typing.StructOf(typ)
		if st == nil {
			return false
		}
		if claim, _ := claims.ClaimName(st, i); claim == name {
			return true
		}
		typ = st.Field(i).Type()
	}
	return false
}
