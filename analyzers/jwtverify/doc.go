// Package jwtverify reports tokens that are believed without a reason.
//
// A call that reads a token is followed both ways: back to where the token comes from and to whoever else verifies the same
// one, forward to the claims that are used and to the error that says whether they may be.
//
// # unverified-token
//
// Claims of a token that a request brings are used, and nobody verifies that token: it is only decoded, parsed with its check
// switched off, or taken apart by hand. The report stands at the call.
//
// Why: whoever sends a request writes the claims of its token. Without a look at the signature an attacker writes
// "role": "admin" and is one; no key is needed.
//
//	bad:   token, _, err := jwt.NewParser().ParseUnverified(raw, claims)
//	       token, err := jwt.ParseInsecure(raw)                              // jwx
//	       payload, err := base64.RawURLEncoding.DecodeString(strings.Split(raw, ".")[1])
//	good:  token, err := jwt.ParseWithClaims(raw, claims, keyfunc, jwt.WithValidMethods([]string{"HS256"}))
//	       token, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key))       // jwx
//
// Silent: the same token is verified by another call, before or after, here, in what is called or in what calls; it goes to
// code that is not seen; only kid, iss, alg, exp, nbf and iat are read, which choose a key or tell a time; the token does
// not come from a request; programs for a command line.
//
// Limits: a request that another package has looked at and that keeps its token is not followed.
//
// # alg-none
//
// A token is made without a signature, or accepted without one: the algorithm none signs, stands in a list of accepted
// algorithms, or a keyfunc returns what allows it.
//
// Why: a token without a signature can be written by anybody.
//
//	bad:   jwt.NewWithClaims(jwt.SigningMethodNone, claims).SignedString(jwt.UnsafeAllowNoneSignatureType)
//	       jwt.Sign(token, jwt.WithInsecureNoSignature())                    // jwx
//	       jwt.WithValidMethods([]string{"HS256", "none"})
//	good:  jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
//	       jwt.Sign(token, jwt.WithKey(jwa.HS256(), key))                    // jwx
//
// Silent: comparisons that refuse it, the word none elsewhere.
//
// # ignored-error
//
// The error of a verification is dropped, or looked at only after claims were used; or a function that was told that a token
// is not good returns as if it were. Functions of the same package that verify and hand back a token count too.
//
// Why: most libraries hand back the claims of a token together with the error that says that it is forged or over.
//
//	bad:   token, _ := jwt.Parse(raw, keyfunc)
//	       return token.Claims.(jwt.MapClaims)["sub"]
//	       token.Claims(key, &claims)                                        // go-jose
//	       if _, e := jwt.ParseWithClaims(raw, c, keyfunc); e != nil {
//	           return                                                        // the named error is still nil
//	       }
//	good:  token, err := jwt.Parse(raw, keyfunc)
//	       if err != nil {
//	           return "", err
//	       }
//	       if err := token.Claims(key, &claims); err != nil { ... }          // go-jose
//
// Silent: token.Valid decides; the error is handed on with the claims; err == nil is what leads to the claims; an error that
// is tolerated after a look at it, as on refresh; a claim that is copied to a variable before the look.
//
// # unpinned-alg
//
// The token chooses the algorithm that verifies it, and the key allows that: the key is the text of a public key, or one key
// of any type is used for a list of algorithms that holds HMACs and signatures. With -strict also where the type of the key
// makes the library refuse the wrong algorithms: that is one mistake away from a hole.
//
// Why: a public key is known to everybody. Used as the secret of an HMAC it signs whatever an attacker wants.
//
//	bad:   jwt.Parse(raw, func(*jwt.Token) (any, error) { return publicPEM, nil })
//	       jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256, jose.RS256})  // go-jose, with a key of type any
//	good:  jwt.Parse(raw, keyfunc, jwt.WithValidMethods([]string{"RS256"}))
//	       jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})              // go-jose
//
// Silent: the method or the alg of the header is looked at in the keyfunc, in what it calls, or after the parse; a list of
// accepted algorithms comes from an option, a parser, a variable; options that are not seen; sets of keys.
//
// Fix: with -strict, an option that accepts only the algorithm with which the package signs.
//
// # validation-disabled
//
// A verification leaves out a check of claims: by an option or field, by a leeway of more than five minutes, by a method
// Valid that says yes to everything or that this version of the library never calls, or because the library looks at the
// signature only and nothing asks for the rest.
//
// Why: a token that is over, of another issuer or revoked by its claims is accepted for ever.
//
//	bad:   jwt.NewParser(jwt.WithoutClaimsValidation()).Parse(raw, keyfunc)
//	       jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), key), jwt.WithValidate(false))  // jwx
//	       token.Claims(key, &claims)                                                    // go-jose, without claims.Validate
//	good:  jwt.NewParser(jwt.WithValidMethods([]string{"HS256"})).Parse(raw, keyfunc)
//	       err := claims.Validate(jwt.Expected{Time: time.Now()})                        // go-jose
//
// Silent: exp is read by the package itself or the claims are given to a validator; the setting is not constant; a parser
// that only decodes; claims that nobody uses, or that go as a whole to code that is not seen; the hint of an OpenID client,
// which may be over.
//
// # key-from-token
//
// The header of a token, which nobody has verified when the key is chosen, is the key, or it is part of an address that is
// fetched, of a file name or of the text of a database statement. The report stands at that use.
//
// Why: an attacker signs a token with a key of his own and lets kid, jku, x5u or jwk lead to it; or reads files, reaches
// services inside and changes statements on the way.
//
//	bad:   return os.ReadFile(filepath.Join(dir, t.Header["kid"].(string)))
//	       http.Get(message.Signatures()[0].ProtectedHeaders().JWKSetURL())         // jwx
//	good:  key, ok := keys[kid]
//	       jwt.Parse(raw, jwt.WithKeySet(set))                                      // jwx
//
// Silent: the value is compared, looked up or asked about before; an argument of a statement; a part of the path of an
// address whose host is written; values that went through code that is not seen.
//
// # unenforced-auth
//
// A middleware answers 401 or 403 and goes on: a return is missing, or the framework is not told to abort. Or a middleware
// that only looks for a token is used, and nothing asks what it found.
//
// Why: the handler behind runs for everybody; its answer follows the refusal.
//
//	bad:   http.Error(w, "no", http.StatusUnauthorized)
//	       next.ServeHTTP(w, r)
//	       c.JSON(http.StatusUnauthorized, gin.H{"error": "no"})                    // gin, without c.Abort()
//	       return
//	       r.Use(jwtauth.Verifier(auth))                                            // without jwtauth.Authenticator
//	good:  http.Error(w, "no", http.StatusUnauthorized)
//	       return
//	       c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "no"})     // gin
//	       r.Use(jwtauth.Verifier(auth), jwtauth.Authenticator(auth))
//
// Silent: functions that hand no request on, that look at no credentials, or where an abort stands on the same way; a token
// that is welcome but not needed; a middleware of the program's own behind the one that looks.
//
// Fix: the return or the abort.
//
// # missing-audience
//
// The package signs tokens for an audience and verifies them with the same key without a look at it. With -strict the same
// for the issuer, and where the check of the audience is switched off: a provider that knows its own tokens does so.
//
// Why: a token made for another service, with fewer rights or other users, passes.
//
//	bad:   claims := jwt.RegisteredClaims{Audience: jwt.ClaimStrings{"billing"}} // signed, then
//	       jwt.Parse(raw, keyfunc)
//	       provider.Verifier(&oidc.Config{SkipClientIDCheck: true})                 // go-oidc, with -strict
//	good:  jwt.Parse(raw, keyfunc, jwt.WithAudience("billing"))
//	       provider.Verifier(&oidc.Config{ClientID: "app"})                         // go-oidc
//
// Silent: aud is read by the package itself, options that are not seen, tokens that other packages sign.
//
// # header-panic
//
// A piece of the credentials of a request is taken by its place although nothing tells whether there is one, or a claim is
// asserted to be of a type that decoding JSON never gives.
//
// Why: one request without a space in its header makes the handler panic; where nothing recovers, the server ends.
//
//	bad:   raw := strings.Split(r.Header.Get("Authorization"), " ")[1]
//	       raw := c.GetHeader("Authorization")[7:]                                  // gin
//	       id := claims["id"].(int64)
//	good:  raw, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
//	       raw, ok := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")    // gin
//	       id, ok := claims["id"].(float64)
//
// Silent: the package looks at the length of the value or asks a function about it, wherever; the first piece; assertions
// that say whether they hold; claims that are put together here.
//
// Fix: strings.TrimPrefix where the scheme is written, the conversion of the float64.
//
// # error-string-match
//
// The text of the error of a verification is compared: it decides what happens to the token.
//
// Why: texts are no promise. With another version of the library a token that is over counts as forged, or the other way.
//
//	bad:   if strings.Contains(err.Error(), "expired") { ... }
//	       if err.Error() == "token is expired" { ... }
//	good:  if errors.Is(err, jwt.ErrTokenExpired) { ... }
//	       if errors.Is(err, jwt.TokenExpiredError()) { ... }                       // jwx
//
// Silent: errors that are printed or handed on, texts of other errors.
//
// Fix: the comparison with the library's own error, where the text says that the token is over.
//
// # unmaintained-library
//
// A package imports a library of tokens that nobody mends any more. Each is told once in a package.
//
// Why: holes that are found in it stay.
//
//	bad:   import "github.com/dgrijalva/jwt-go"
//	       import "gopkg.in/square/go-jose.v2"
//	good:  import "github.com/golang-jwt/jwt/v5"
//	       import "github.com/go-jose/go-jose/v4"
//
// Silent: libraries that are needed by others only.
//
// Fix: the import of the library that took its place, where nothing else has to change; go.mod needs go mod tidy.
package jwtverify

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
