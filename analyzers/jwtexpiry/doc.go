// Package jwtexpiry reports tokens that live too long or whose expiration no verifier enforces.
//
// A token cannot be recalled: until it expires, anyone who has a copy can act as the user. The
// claims are followed from the signing call to everything that sets them: literals, structs,
// embedded structs, assignments, helpers, other packages.
//
// # missing-expiry
//
// A token is signed and no path sets its expiration (exp). The report stands at the signing call,
// or at the call that hands such claims to a function that signs.
//
// Why: a stolen token works forever. The only fix is a new signing key, which ends every session
// at once.
//
// Bad (golang-jwt):
//
//	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": id}).SignedString(key)
//
// Bad (dgrijalva/jwt-go):
//
//	claims := &jwt.StandardClaims{Subject: id}
//	jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
//
// Bad (jwx):
//
//	token, err := jwt.NewBuilder().Subject(id).Build()
//	signed, err := jwt.Sign(token, jwt.WithKey(jwa.HS256(), key))
//
// Bad (go-jose):
//
//	jwt.Signed(signer).Claims(jwt.Claims{Subject: id}).Serialize()
//
// Good (golang-jwt):
//
//	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
//		"sub": id,
//		"exp": time.Now().Add(15 * time.Minute).Unix(),
//	}).SignedString(key)
//
// Good (jwx):
//
//	expiry := time.Now().Add(15 * time.Minute)
//	token, err := jwt.NewBuilder().Subject(id).Expiration(expiry).Build()
//	signed, err := jwt.Sign(token, jwt.WithKey(jwa.HS256(), key))
//
// Good (go-jose):
//
//	expiry := jwt.NewNumericDate(time.Now().Add(15 * time.Minute))
//	jwt.Signed(signer).Claims(jwt.Claims{Subject: id, Expiry: expiry}).Serialize()
//
// Silent:
//   - claims whose origin is not visible
//   - exp is set in any branch, option or callee
//   - claims types with their own Valid or MarshalJSON
//   - logout tokens, which have an events claim
//   - tokens that show a service of others that the program has a key, and that it bounds by iat
//     or a nonce: those whose claims name nobody else, and those that the program sends itself
//   - machine tokens, mail links and API keys, recognized by their claims and the names around them
//
// # long-expiry
//
// The token has a constant lifetime above 24 hours for an access token, above six months for the
// assertion of a client whose audience is an https address, or above 90 days for any other: also
// for one whose claims are about a thing, as which medium is played. The report stands at the
// duration.
//
// Why: a stolen token can be used until it expires. RFC 6750 section 5.3 recommends an hour or
// less.
//
// Bad (golang-jwt):
//
//	claims := jwt.RegisteredClaims{
//		Subject:   id,
//		ExpiresAt: jwt.NewNumericDate(time.Now().AddDate(1, 0, 0)),
//	}
//
// Bad (jwx):
//
//	token, err := jwt.NewBuilder().Subject(id).Expiration(time.Now().AddDate(1, 0, 0)).Build()
//
// Bad (gin-jwt):
//
//	middleware := &ginjwt.GinJWTMiddleware{Timeout: 30 * 24 * time.Hour}
//
// Good (golang-jwt):
//
//	claims := jwt.RegisteredClaims{
//		Subject:   id,
//		ExpiresAt: jwt.NewNumericDate(time.Now().Add(15 * time.Minute)),
//	}
//
// Good (gin-jwt):
//
//	middleware := &ginjwt.GinJWTMiddleware{Timeout: 15 * time.Minute}
//
// Silent:
//   - a lifetime that is not constant
//   - claims, audiences, keys, variables and fields that say that the token is of another kind; the
//     name of a handler says nothing
//
// # expiry-unit
//
// The exp, nbf or iat claim is in milliseconds, microseconds or nanoseconds, is a time.Duration,
// is a duration and not a Unix timestamp, is text, or is moved by a number without a unit or by an
// instant that is handed over as a number of minutes. The report stands at the value.
//
// Why: verifiers read seconds since 1970 (RFC 7519 section 2). A token with exp in milliseconds
// expires in fifty thousand years. One with a bare duration expired in 1970.
//
// Bad (golang-jwt):
//
//	claims := jwt.MapClaims{"sub": id, "exp": time.Now().Add(time.Hour).UnixMilli()}
//
// Bad (dgrijalva/jwt-go):
//
//	claims := jwt.StandardClaims{Subject: id, ExpiresAt: int64(15 * time.Minute)}
//
// Bad (jwx):
//
//	token.Set("exp", time.Now().Add(time.Hour).UnixMilli())
//
// Good (golang-jwt):
//
//	claims := jwt.MapClaims{"sub": id, "exp": time.Now().Add(time.Hour).Unix()}
//
// Good (dgrijalva/jwt-go):
//
//	expiry := time.Now().Add(15 * time.Minute)
//	claims := jwt.StandardClaims{Subject: id, ExpiresAt: expiry.Unix()}
//
// Good (jwx):
//
//	token.Set("exp", time.Now().Add(time.Hour))
//
// Silent:
//   - units that are not known
//   - a time.Time passed to jwx or jwtauth, which write it as seconds, or in a struct that checks its
//     end by itself
//   - tokens in a form that a service of others asks for: the header has a member of its own, a claim
//     of its own has a time in the same unit, and the package verifies no tokens
//
// # expiry-name
//
// The expiration is in a claim that no verifier reads, such as expires, expiredAt, ttl or eat,
// and exp is not set. The report stands at the name.
//
// Why: the token never expires, although its author set an expiration.
//
// Bad (golang-jwt):
//
//	claims := jwt.MapClaims{"sub": id, "expires": time.Now().Add(time.Hour).Unix()}
//
// Bad (jwx):
//
//	token.Set("expires_at", time.Now().Add(time.Hour))
//
// Good (golang-jwt):
//
//	claims := jwt.MapClaims{"sub": id, "exp": time.Now().Add(time.Hour).Unix()}
//
// Good (jwx):
//
//	token.Set(jwt.ExpirationKey, time.Now().Add(time.Hour))
//
// Silent:
//   - exp is set too
//   - the value has nothing to do with time
//   - the package, or another one of the program, compares the claim with the time by itself
//   - a program that reads no tokens or answers no requests, and a package that no program of the
//     module imports: another program verifies them
//
// # shadowed-claim
//
// A claims struct has its own field for a registered claim beside the embedded registered claims,
// embeds the claims interface, or is passed to the parser by value. The report stands at the
// field or the argument.
//
// Why: the verifier reads the embedded claim, which stays empty. Expired tokens are accepted.
//
// Bad (golang-jwt):
//
//	type Claims struct {
//		Exp int64 `json:"exp"`
//		jwt.RegisteredClaims
//	}
//
// Bad (golang-jwt, the interface):
//
//	type Claims struct {
//		UserID string
//		jwt.Claims
//	}
//
// Bad (golang-jwt, by value):
//
//	var claims jwt.RegisteredClaims
//	token, err := jwt.ParseWithClaims(raw, claims, keyfunc)
//
// Good (golang-jwt):
//
//	type Claims struct {
//		UserID string
//		jwt.RegisteredClaims
//	}
//
// Silent: the struct has its own Valid, Validate, MarshalJSON or GetExpirationTime, or it has its own
// field and its package verifies tokens and reads the claims into something else, such as a map.
//
// # frozen-claims
//
// The time in a claim is read once, at package level, in init or in main, and signed into every
// token. The report stands at the call that reads the clock.
//
// Why: once that time has passed, every new token is already expired when it is issued. The usual
// fix is a longer lifetime, which makes stolen tokens worth more.
//
// Bad (golang-jwt):
//
//	var claims = jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
//
// Bad (jwx):
//
//	var expires = time.Now().Add(time.Hour)
//
//	func build(id string) (jwt.Token, error) {
//		return jwt.NewBuilder().Subject(id).Expiration(expires).Build()
//	}
//
// Good (golang-jwt):
//
//	func claims() jwt.MapClaims {
//		return jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
//	}
//
// Good (jwx):
//
//	func build(id string) (jwt.Token, error) {
//		return jwt.NewBuilder().Subject(id).Expiration(time.Now().Add(time.Hour)).Build()
//	}
//
// Silent: programs that sign once and exit.
package jwtexpiry

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
