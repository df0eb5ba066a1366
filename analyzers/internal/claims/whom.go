package claims

import (
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// This file tells tokens for people and programs from those about a thing:
//
//	jwt.MapClaims{"uid": user.ID, "role": user.Role, "exp": end} // who has it is somebody
//	jwt.MapClaims{"mid": media.ID, "ua": media.Updated, "f": "mp3", "exp": end} // what may be played

// person matches the claims that say who somebody is, or what they may do.
var person = pattern.New(`(?i)^(_?id|u?uid|who)$|sub|user|usr|name|mail|role|account|login|member|` +
	`customer|client|owner|admin|scope|perm|group|tenant|phone|person|ident|profile|org|company|` +
	`player|session|sid|auth|access|grant|token|device|data|info|payload|claim`)

// aboutThing reports whether all claims of a token are seen, there are some besides the registered
// ones, and none of them says whom the token is for.
func aboutThing(pay *Payload) bool {
	own := 0
	for _, c := range pay.Claims {
		if !slices.Contains(registered, c.Name) {
			own++
		}
		if c.Name == "" || person().MatchString(c.Name) {
			return false
		}
	}
	return pay.Complete && own > 1
}

// registered are the claims of RFC 7519 section 4.1 that say nothing of what a token is for.
var registered = []string{"iss", "aud", "exp", "nbf", "iat", "jti"}
