// Package jwtexpiry reports tokens that live too long, or whose end no verifier sees.
//
// A token cannot be called back: until its end, whoever has a copy is the user. The claims are followed from the signing
// call to everything that sets them: literals, structs, embedded structs, assignments, helpers, other packages.
//
// # missing-expiry
//
// A token is signed and nothing on any path sets its exp claim. The report stands at the signing call.
//
// Why: a stolen token works for ever; the only remedy is a new key, which ends every session at once.
//
//	bad:   jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": id})               // golang-jwt v5
//	       jwt.NewWithClaims(jwt.SigningMethodHS256, &jwt.StandardClaims{Subject: id})       // dgrijalva/jwt-go
//	       jwt.NewBuilder().Subject(id).Build()                                              // lestrrat-go/jwx
//	       jwt.Signed(signer).Claims(jwt.Claims{Subject: id}).Serialize()                    // go-jose
//	good:  jwt.MapClaims{"sub": id, "exp": time.Now().Add(15 * time.Minute).Unix()}
//	       jwt.StandardClaims{Subject: id, ExpiresAt: time.Now().Add(15 * time.Minute).Unix()}
//
// Silent: claims that come from elsewhere unseen; exp set in any branch, option or callee; claims types with a Valid or
// MarshalJSON of their own; logout tokens, which have an events claim; tokens of machines, mail links and API keys by
// the names around them.
//
// # long-expiry
//
// A constant life above 24 hours for an access token, above 90 days for a refresh token or another. The report stands
// at the duration.
//
// Why: the life of a token is how long a theft pays. RFC 6750 section 5.3 recommends an hour or less.
//
//	bad:   ExpiresAt: jwt.NewNumericDate(time.Now().AddDate(1, 0, 0))
//	       claims.ExpiresAt = time.Now().Add(time.Hour * 24 * 365).Unix()
//	       &ginjwt.GinJWTMiddleware{Timeout: 30 * 24 * time.Hour}
//	good:  ExpiresAt: jwt.NewNumericDate(time.Now().Add(15 * time.Minute))
//
// Silent: a life that is not constant; names that say what else it is.
//
// # expiry-unit
//
// The exp, nbf or iat claim is in milliseconds, microseconds or nanoseconds, is a Duration, a span instead of an
// instant, text, or moved by a number without a unit. The report stands at the value.
//
// Why: verifiers read seconds since 1970 (RFC 7519 section 2). A token in milliseconds ends in fifty thousand years, one
// with a bare span has been over since 1970.
//
//	bad:   "exp": time.Now().Add(time.Hour).UnixMilli()
//	       ExpiresAt: int64(15 * time.Minute)
//	good:  "exp": time.Now().Add(time.Hour).Unix()
//
// Silent: units that cannot be told; an instant given to jwx or jwtauth, which write it as seconds.
//
// # expiry-name
//
// The end of the token is in a claim that no verifier reads, such as expires, expiredAt, ttl or eat, and exp is not set.
// The report stands at the name.
//
// Why: the token never ends, although its author meant it to.
//
//	bad:   jwt.MapClaims{"sub": id, "expires": time.Now().Add(time.Hour).Unix()}
//	good:  jwt.MapClaims{"sub": id, "exp": time.Now().Add(time.Hour).Unix()}
//
// Silent: exp is set too; the value has nothing to do with time.
//
// # shadowed-claim
//
// A claims struct has a field of its own for a registered claim beside the embedded registered claims, embeds the
// interface of claims, or is handed to the parser by value. The report stands at the field or the argument.
//
// Why: the verifier looks at the embedded claim, which stays empty, so that an expired token passes.
//
//	bad:   type Claims struct {
//	           Exp int64 `json:"exp"`
//	           jwt.RegisteredClaims
//	       }
//	good:  type Claims struct {
//	           jwt.RegisteredClaims
//	       }
//
// Silent: the struct has a Valid, Validate, MarshalJSON or GetExpirationTime of its own.
//
// # frozen-claims
//
// The time in a claim is read once, at package level, in init or in main, and signed into every token. The report stands
// at the call that reads the clock.
//
// Why: once that time has come, every new token is expired when it is made, and the remedy people choose is a longer life.
//
//	bad:   var claims = jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
//	good:  func claims() jwt.MapClaims { return jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()} }
//
// Silent: programs that sign once and end.
package jwtexpiry

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
