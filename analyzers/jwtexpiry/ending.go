package jwtexpiry

// This file knows claims other than exp that people choose for the end of a token:
//
//	jwt.MapClaims{"sub": id, "expires": time.Now().Add(time.Hour).Unix()} // ownEnd
//	Claims{Until: end} // with `json:"valid_until"`

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claimnames"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// ending matches claim names that people choose for the end of a token.
var ending = pattern.New(`(?i)^(e[ax]p\w*|expir\w*|\w+_?expires?(_?(at|in|on))?|` +
	`ttl|valid_?(until|to)|eat)$`)

// isEnding reports whether a claim other than exp can be the end of a token by its name.
func isEnding(claim string) bool { return claim != "exp" && ending().MatchString(claim) }

// mentionsEnding reports whether the package writes such a name where it may set a claim.
func mentionsEnding(p *calls.Package) bool {
	return claimnames.Set(p, isEnding) || slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
		return slices.ContainsFunc(c.Args, func(e ast.Expr) bool { return isEnding(p.Index.Text(e)) })
	})
}

// ended reports whether a token has an end that verifiers read, or that its claims check; whether it
// needs none, as those do that anybody can write with any end; or whether that is not known.
func ended(v calls.View, call *calls.Call, pay *claims.Payload) bool {
	return len(pay.Setters("exp")) > 0 || len(pay.Setters("events")) > 0 ||
		v.Calls.Alg(call) == "none" ||
		slices.ContainsFunc(pay.Types, func(t types.Type) bool {
			return claims.OwnEnd(t) || embedsInterface(t) // the latter is reported as a shadowed claim
		})
}

// ownEnd returns the claim that holds the end of a token by its name and its value.
func ownEnd(v calls.View, pay *claims.Payload) (claims.Claim, bool) {
	i := slices.IndexFunc(pay.Claims, func(c claims.Claim) bool {
		return isEnding(c.Name) && isTimely(v, c)
	})
	if i < 0 {
		return claims.Claim{}, false
	}
	return pay.Claims[i], true
}

// isTimely reports whether a claim's value has to do with time.
func isTimely(v calls.View, claim claims.Claim) bool {
	for _, q := range v.Quantity.Of(claim.Value) {
		if q.FromNow || q.Unit == model.Duration {
			return true
		}
	}
	return false
}

// namesOf returns the names by which others may compare a claim: its own, and that of the field.
func namesOf(p *calls.Package, claim claims.Claim) []string {
	names := []string{claim.Name}
	if id, ok := claim.Key.(*ast.Ident); ok {
		if f, ok := p.Info.ObjectOf(id).(*types.Var); ok && f.IsField() {
			if field := p.Fields.Name(f.Origin()); field != "" {
				names = append(names, field)
			}
		}
	}
	return names
}
