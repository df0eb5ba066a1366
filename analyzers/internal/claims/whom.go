package claims

import "github.com/jwtvet/jwtvet/analyzers/internal/names"

// This file tells tokens for people and programs from those about a thing:
//
//	jwt.MapClaims{"uid": user.ID, "role": user.Role, "exp": end} // who has it is somebody
//	jwt.MapClaims{"mid": media.ID, "ua": media.Updated, "f": "mp3", "exp": end} // what may be played

// aboutThing reports whether all claims of a token are seen, there are some besides the registered
// ones, and none of them says whom the token is for.
func aboutThing(pay *Payload) bool {
	own := 0
	for _, c := range pay.Claims {
		if !names.Registered(c.Name) {
			own++
		}
		if c.Name == "" || names.PersonClaim(c.Name) {
			return false
		}
	}
	return pay.Complete && own > 1
}
