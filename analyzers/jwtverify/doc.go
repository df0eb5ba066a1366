// Package jwtverify reports missing, incomplete or bypassed verification of tokens.
//
// A call that reads a token is followed in both directions: back to the source of the token and
// to every other call that verifies the same one, and forward to the claims that are used and to
// the error that decides whether they may be used.
//
// # unverified-token
//
// Claims of a token that comes from a request are used, and nothing verifies that token: it is
// only decoded, parsed with verification disabled, or split and decoded by hand. The report
// stands at the call, or at the callers of a function that decodes, where others of them verify.
//
// Why: claims can be forged. Without a signature check an attacker sends a token with "role":
// "admin" and is one. No key is needed.
//
// Bad (golang-jwt):
//
//	token, _, err := jwt.NewParser().ParseUnverified(raw, claims)
//
// Bad (jwx):
//
//	token, err := jwt.ParseInsecure(raw)
//
// Bad (go-jose):
//
//	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})
//	err = token.UnsafeClaimsWithoutVerification(&claims)
//
// Bad (encoding/base64):
//
//	payload, err := base64.RawURLEncoding.DecodeString(strings.Split(raw, ".")[1])
//
// Good (golang-jwt):
//
//	methods := jwt.WithValidMethods([]string{"HS256"})
//	token, err := jwt.ParseWithClaims(raw, claims, keyfunc, methods)
//
// Good (jwx):
//
//	token, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key))
//
// Good (go-jose):
//
//	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})
//	if err != nil {
//		return err
//	}
//	if err := token.Claims(publicKey, &claims); err != nil {
//		return err
//	}
//	return claims.Validate(jwt.Expected{Time: time.Now()})
//
// Silent:
//   - another call verifies the same token, before or after: in the function, in a callee or in a
//     caller, or in a middleware of the package; in another handler it verifies another token
//   - the token is passed to code that is not visible
//   - only kid, iss, alg, exp, nbf and iat are read, to choose a key or to learn a time
//   - the token does not come from a request
//   - command-line programs
//   - handlers whose routes another package makes: a middleware there may verify the token. They
//     are reported for a program in which no package verifies tokens.
//   - middlewares that another package puts beside one that verifies; the others are reported where
//     their program starts
//
// Limits: a request that another package has checked in the same handler, and that still carries its
// token, is not followed.
//
// # alg-none
//
// A token is created without a signature, or accepted without one: it is signed with the
// algorithm none, a list of accepted algorithms contains none, or a keyfunc returns the value
// that allows it. The report stands where none is chosen or allowed.
//
// Why: anyone can create a token without a signature. All its claims can be forged.
//
// Bad (golang-jwt):
//
//	token := jwt.NewWithClaims(jwt.SigningMethodNone, claims)
//	unsigned, err := token.SignedString(jwt.UnsafeAllowNoneSignatureType)
//
// Bad (golang-jwt, on verification):
//
//	parser := jwt.NewParser(jwt.WithValidMethods([]string{"HS256", "none"}))
//
// Bad (jwx):
//
//	unsigned, err := jwt.Sign(token, jwt.WithInsecureNoSignature())
//
// Good (golang-jwt):
//
//	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
//	signed, err := token.SignedString(key)
//
// Good (jwx):
//
//	signed, err := jwt.Sign(token, jwt.WithKey(jwa.HS256(), key))
//
// Silent:
//   - comparisons that reject none
//   - command-line programs whose user, not the token, can choose another algorithm
//   - the word none elsewhere
//
// # ignored-error
//
// The verification error is ignored, or is checked only after claims were used, or is only logged
// or answered before they are used, or is tested for some errors only, none of which a forged
// token has, or a function that got a verification error returns without one. Functions of the same package that verify a token and return it count too, and methods of
// its interfaces with one implementation. The report stands at the call that verifies, or at the
// return without the error.
//
// Why: most libraries return the claims of a token together with the error that says that it is
// forged or expired.
//
// Bad (golang-jwt):
//
//	token, _ := jwt.Parse(raw, keyfunc)
//	return token.Claims.(jwt.MapClaims)["sub"]
//
// Bad (golang-jwt, the function goes on):
//
//	if _, err := jwt.ParseWithClaims(raw, claims, keyfunc); err != nil {
//		log.Print(err)
//	}
//	return claims.Subject
//
// Bad (golang-jwt, every error but one is ignored):
//
//	if errors.Is(err, jwt.ErrTokenExpired) {
//		return errExpired
//	}
//	return claims.Subject
//
// Bad (golang-jwt, the named result err is still nil):
//
//	if _, e := jwt.ParseWithClaims(raw, claims, keyfunc); e != nil {
//		return
//	}
//
// Bad (go-jose):
//
//	token.Claims(key, &claims)
//	return claims.Subject
//
// Bad (jwx):
//
//	token, _ := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), key))
//
// Good (golang-jwt):
//
//	token, err := jwt.Parse(raw, keyfunc)
//	if err != nil {
//		return "", err
//	}
//
// Good (go-jose):
//
//	if err := token.Claims(key, &claims); err != nil {
//		return "", err
//	}
//
// Good (jwx):
//
//	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), key))
//	if err != nil {
//		return "", err
//	}
//
// Silent:
//   - token.Valid decides
//   - the error is returned together with the claims
//   - err == nil leads to the claims
//   - an error that is tolerated after a check, as on refresh
//   - the same call, with the same arguments, has succeeded before
//   - a handler that another package routes to calls a function of a third one: a middleware can
//     have verified the token before
//   - a claim that is copied to a variable before the check
//   - a branch for the error that does more than to log and to answer: it sets a variable, or calls
//     what may not return
//
// # unpinned-alg
//
// Accepted algorithms are not restricted and the key allows algorithm confusion: the key is the
// text of a public key, or one key of any type is used for a list of algorithms that contains
// both HMACs and signatures. With -strict also where the type of the key makes the library reject
// the wrong algorithms: that is one mistake away from a vulnerability, and of severity low where
// the type is seen. The report stands at the call that verifies, or at the list of algorithms.
//
// Why: a public key is known to everyone. An attacker uses it as the secret of an HMAC and signs
// a token with any claims.
//
// Bad (golang-jwt):
//
//	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) {
//		return publicPEM, nil
//	})
//
// Bad (go-jose, with a key of type any):
//
//	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256, jose.RS256})
//
// Good (golang-jwt):
//
//	token, err := jwt.Parse(raw, keyfunc, jwt.WithValidMethods([]string{"RS256"}))
//
// Good (go-jose):
//
//	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})
//
// Silent:
//   - the method or the alg header is checked in the keyfunc, in what it calls, or after the
//     parse
//   - a list of accepted algorithms comes from an option, a parser or a variable
//   - options that are not visible
//   - key sets, and keys that code out of sight chooses
//   - a token that the program has just made: nobody else chooses how it is signed
//   - keys that are strings, which no algorithm takes: that is key-type
//
// Fix: with -strict, an option that accepts only the algorithm with which the package signs.
//
// # validation-disabled
//
// A verification does not validate claims: because of an option or field, because of a leeway of
// more than five minutes, because of a method Valid that accepts everything or that this version
// of the library never calls, or because the library checks the signature only and nothing
// validates the rest. The report stands at the setting or the method, else at the call that
// verifies.
//
// Why: expiration (exp) is not validated, or another claim is not. A token that is expired, from
// another issuer or revoked by its claims is accepted forever.
//
// Bad (golang-jwt):
//
//	token, err := jwt.NewParser(jwt.WithoutClaimsValidation()).Parse(raw, keyfunc)
//
// Bad (jwx):
//
//	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), key), jwt.WithValidate(false))
//
// Bad (go-jose, without claims.Validate):
//
//	if err := token.Claims(key, &claims); err != nil {
//		return "", err
//	}
//	return claims.Subject, nil
//
// Bad (go-oidc):
//
//	verifier := provider.Verifier(&oidc.Config{ClientID: "app", SkipExpiryCheck: true})
//
// Good (golang-jwt):
//
//	parser := jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}))
//	token, err := parser.Parse(raw, keyfunc)
//
// Good (jwx):
//
//	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), key))
//
// Good (go-jose):
//
//	if err := token.Claims(key, &claims); err != nil {
//		return "", err
//	}
//	return claims.Subject, claims.Validate(jwt.Expected{Time: time.Now()})
//
// Good (go-oidc):
//
//	verifier := provider.Verifier(&oidc.Config{ClientID: "app"})
//
// Silent:
//   - the package reads exp itself or passes the claims to a validator
//   - the setting is not constant, or is made only for users of the package who ask for it
//   - a parser that only decodes
//   - claims that are not used, or that are passed as a whole to code that is not visible
//   - the id_token_hint of an OpenID client, which may be expired
//
// # key-from-token
//
// The header of a token, which is not verified when the key is chosen, is the key itself, or is
// part of a URL that is fetched, of a file name or of the text of an SQL statement. The report
// stands at that use.
//
// Why: an attacker signs a token with a key of their own and lets kid, jku, x5u or jwk lead to
// it. The same header can read files (path traversal), reach internal services (SSRF) or change
// statements (SQL injection).
//
// Bad (golang-jwt):
//
//	keyfunc := func(t *jwt.Token) (any, error) {
//		return os.ReadFile(filepath.Join(dir, t.Header["kid"].(string)))
//	}
//
// Bad (jwx):
//
//	response, err := http.Get(message.Signatures()[0].ProtectedHeaders().JWKSetURL())
//
// Bad (go-jose):
//
//	err := token.Claims(token.Headers[0].JSONWebKey, &claims)
//
// Good (golang-jwt):
//
//	keyfunc := func(t *jwt.Token) (any, error) {
//		kid, _ := t.Header["kid"].(string)
//		key, ok := keys[kid]
//		if !ok {
//			return nil, errUnknownKey
//		}
//		return key, nil
//	}
//
// Good (jwx):
//
//	token, err := jwt.Parse(raw, jwt.WithKeySet(set))
//
// Good (go-jose):
//
//	err := token.Claims(publicKey, &claims)
//
// Silent:
//   - the value is compared, looked up or tested by a function before
//   - a parameter of a statement
//   - a part of the path of a URL whose host is constant
//   - values that went through code that is not visible
//
// # unenforced-auth
//
// A middleware responds with 401 or 403 and continues: a return is missing, the framework is not
// told to abort, or the next handler is deferred. A function of the program that always answers
// with that status, or with the one it is given, is a response too. Or a middleware logs that a
// token was rejected and passes the request on, and nothing reads the context key under which it
// keeps whom a good token belongs to. Or a middleware that only looks for a token is used, and
// nothing checks what it found; or one is told to go on after errors, and its handlers look for
// nobody. The report stands at the response, at the call of the next handler, at the use of the
// middleware or at its option.
//
// Why: the next handler runs for everyone. Its output follows the rejection in the same HTTP
// response.
//
// Bad (net/http):
//
//	http.Error(w, "no", http.StatusUnauthorized)
//	next.ServeHTTP(w, r)
//
// Bad (net/http, a helper responds):
//
//	if err != nil {
//		writeError(w, http.StatusUnauthorized, "no")
//	}
//	next.ServeHTTP(w, r)
//
// Bad (gin, without c.Abort):
//
//	c.JSON(http.StatusUnauthorized, gin.H{"error": "no"})
//	return
//
// Bad (jwtauth, without jwtauth.Authenticator):
//
//	r.Use(jwtauth.Verifier(auth))
//
// Good (net/http):
//
//	http.Error(w, "no", http.StatusUnauthorized)
//	return
//
// Good (gin):
//
//	c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "no"})
//	return
//
// Good (jwtauth):
//
//	r.Use(jwtauth.Verifier(auth), jwtauth.Authenticator(auth))
//
// Silent:
//   - functions that pass no request on, or that check no credentials
//   - an abort on the same path, or in a function that gets the context
//   - a helper that can panic, or whose result is looked at
//   - a variable that is set beside the response is tested before the next handler
//   - a token that is optional: a handler can find out whom it belongs to
//   - a middleware of the program itself behind the one that looks for a token
//
// Fix: the return or the abort is added.
//
// # missing-audience
//
// The package signs tokens for several audiences (aud) with one key, or some with and some without,
// and verifies them with the same key, but does not validate the audience; or it verifies the
// tokens of a provider and says that they may be for anybody, by an empty audience. With -strict
// also where all tokens of the key have one audience, the same for the issuer (iss), where
// validation of the audience is disabled on purpose, as a provider does that knows its own tokens,
// and where only another verification with the same key always has it.
// The report stands at the call that verifies, or at the setting.
//
// Why: a token that was issued for another service, with fewer rights or other users, is
// accepted.
//
// Bad (golang-jwt):
//
//	claims := jwt.RegisteredClaims{Audience: jwt.ClaimStrings{client.ID}}
//	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
//
//	token, err := jwt.Parse(raw, keyfunc)
//
// Bad (jwx):
//
//	token, err := jwt.NewBuilder().Subject(id).Audience([]string{client.ID}).Build()
//	signed, err := jwt.Sign(token, jwt.WithKey(jwa.HS256(), key))
//
//	token, err = jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key))
//
// Bad (go-oidc, with -strict):
//
//	verifier := provider.Verifier(&oidc.Config{SkipClientIDCheck: true})
//
// Good (golang-jwt):
//
//	token, err := jwt.Parse(raw, keyfunc, jwt.WithAudience("billing"))
//
// Good (jwx):
//
//	token, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key), jwt.WithAudience("billing"))
//
// Good (go-oidc):
//
//	verifier := provider.Verifier(&oidc.Config{ClientID: "app"})
//
// Silent:
//   - all tokens of the key have the same audience: the key says as much
//   - the package reads aud itself, or hands the claims out and another one of the program reads it
//   - claims that are handed out, in packages that no program of the module imports or only one that
//     answers no requests
//   - a verification that only says whether a token is valid, beside one that validates aud
//   - options that are not visible
//   - tokens that other packages sign
//   - an issuer or an audience that is the name of who logs in: there is nothing to compare
//
// # header-panic
//
// A part of the credentials of a request, such as the Authorization header, is indexed without a
// length check, or a claim is asserted to be of a type that decoding JSON never yields. The
// report stands at that expression.
//
// Why: one request with a header without a space makes the handler panic. Where nothing recovers,
// the server stops.
//
// Bad (net/http):
//
//	raw := strings.Split(r.Header.Get("Authorization"), " ")[1]
//
// Bad (gin):
//
//	raw := c.GetHeader("Authorization")[7:]
//
// Bad (golang-jwt):
//
//	id := claims["id"].(int64)
//
// Good (net/http):
//
//	raw, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
//
// Good (gin):
//
//	raw, ok := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")
//
// Good (golang-jwt):
//
//	id, ok := claims["id"].(float64)
//
// Silent:
//   - the package checks the length of the value or tests it with a function, anywhere
//   - the first part
//   - handlers whose routes another package makes, as unverified-token says: a middleware there may
//     refuse such requests; those that their package puts behind a middleware of another one
//   - assertions with the comma-ok form
//   - claims that are built in this package, or that this package or one that it imports gives
//     another value
//
// Fix: strings.TrimPrefix where the scheme is written, the conversion of the float64.
//
// # error-string-match
//
// A verification error is matched by its text, and the result decides what happens to the token.
// The report stands at the comparison.
//
// Why: error texts are not stable. With another version of the library an expired token counts as
// forged, or the other way round. Use errors.Is. dgrijalva/jwt-go has no error values: use errors.As,
// and the bits of its ValidationError.
//
// Bad (golang-jwt):
//
//	if strings.Contains(err.Error(), "expired") {
//		return refresh(token)
//	}
//
// Bad (jwx):
//
//	if strings.Contains(err.Error(), "exp not satisfied") {
//		return refresh(token)
//	}
//
// Good (golang-jwt):
//
//	if errors.Is(err, jwt.ErrTokenExpired) {
//		return refresh(token)
//	}
//
// Good (jwx):
//
//	if errors.Is(err, jwt.TokenExpiredError()) {
//		return refresh(token)
//	}
//
// Silent:
//   - errors that are printed or returned, also by a function that makes another error of one
//   - texts that no library for tokens says, or that the package gives errors of its own
//   - parts of a text, such as "expired", in the error of another package, which may be its own
//
// Fix: the comparison with the error value of the library, where the text says that the token is
// expired.
//
// # unmaintained-library
//
// A package imports a JWT library that is no longer maintained. Each library is reported once in
// a package. The report stands at the import.
//
// Why: vulnerabilities that are found in it are not fixed.
//
// Bad (dgrijalva/jwt-go):
//
//	import "github.com/dgrijalva/jwt-go"
//
// Bad (square/go-jose):
//
//	import "gopkg.in/square/go-jose.v2"
//
// Good (golang-jwt):
//
//	import "github.com/golang-jwt/jwt/v5"
//
// Good (go-jose):
//
//	import "github.com/go-jose/go-jose/v4"
//
// Silent: libraries that only other modules need.
//
// Fix: the import of the library that replaces it, where nothing else has to change. After it run
// go mod tidy.
package jwtverify

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
