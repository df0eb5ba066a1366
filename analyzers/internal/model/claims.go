package model

import (
	"go/types"
	"slices"
)

// registeredClaims holds the claims of RFC 7519 section 4.1 by the names of the struct fields and
// getters that libraries give them:
//
//	claims.ExpiresAt           // golang-jwt, "exp"
//	claims.GetExpirationTime() // golang-jwt v5
//	token.Expiration()         // jwx
var registeredClaims = map[string]Role{
	"Issuer": Iss, "GetIssuer": Iss,
	"Subject": Sub, "GetSubject": Sub,
	"Audience": Aud, "GetAudience": Aud,
	"Expiration": Exp, "ExpirationTime": Exp, "GetExpirationTime": Exp,
	"Expires": Exp, "ExpiresAt": Exp, "Expiry": Exp,
	"NotBefore": Nbf, "GetNotBefore": Nbf,
	"IssuedAt": Iat, "GetIssuedAt": Iat,
	"JwtID": Jti, "ID": Jti,
}

// RegisteredClaim returns the name of the registered claim (RFC 7519 section 4.1) that a struct
// field or getter is named after, "" for any other.
func RegisteredClaim(member string) string { return string(registeredClaims[member]) }

// Methods by which a type of claims checks itself. The golang-jwt family calls the first one on
// whatever it decodes up to v4, the second one from v5 on.
const (
	ValidMethod    = "Valid"
	ValidateMethod = "Validate"
)

// ControlsExpiry reports whether a type of claims with a method of this name decides by itself
// when it expires: the method checks the claims, encodes them or returns their exp.
func ControlsExpiry(method string) bool {
	return slices.Contains([]string{
		ValidMethod, ValidateMethod, "MarshalJSON", "GetExpirationTime",
	}, method)
}

// IsKeyID reports whether a field is the id of a key, in a library that handles tokens (kid, RFC 7517
// section 4.5).
func IsKeyID(v *types.Var) bool { return v.IsField() && v.Name() == "KeyID" && OfTokens(v) }
