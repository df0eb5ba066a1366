// Package jwx signs tokens of lestrrat-go/jwx, whose claims are set by calls, and maps that jwtauth makes tokens of.
package jwx

import (
	"time"

	"github.com/go-chi/jwtauth/v5"
	jwa1 "github.com/lestrrat-go/jwx/jwa"
	jwt1 "github.com/lestrrat-go/jwx/jwt"
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
	"github.com/lestrrat-go/jwx/v3/jwt/openid"
)

func first(key []byte, user string) {
	tok := jwt1.New()
	tok.Set(jwt1.SubjectKey, user)
	jwt1.Sign(tok, jwa1.HS256, key) // want missing-expiry
}

func builder(key []byte, user string) {
	tok, err := jwt.NewBuilder().Issuer("me").Subject(user).IssuedAt(time.Now()).Build()
	if err != nil {
		return
	}
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key)) // want missing-expiry
}

func year(key []byte, user string) {
	tok, _ := jwt3.NewBuilder().Subject(user).Expiration(time.Now().AddDate(1, 0, 0)).Build() // want long-expiry "365 days"
	jwt3.Sign(tok, jwt3.WithKey(jwa3.HS256(), key))
}

func month(key []byte, user string) {
	tok := jwt.New()
	tok.Set(jwt.SubjectKey, user)
	tok.Set(jwt.ExpirationKey, time.Now().Add(30*24*time.Hour)) // want long-expiry "30 days"
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))
}

func milliseconds(key []byte) {
	tok := jwt.New()
	tok.Set("exp", time.Now().Add(time.Hour).UnixMilli()) // want expiry-unit "milliseconds"
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))
}

func name(key []byte) {
	tok := jwt.New()
	tok.Set("expires_at", time.Now().Add(time.Hour)) // want expiry-name
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))
}

func chi(auth *jwtauth.JWTAuth, user int) {
	auth.Encode(map[string]any{"user_id": user}) // want missing-expiry
	claims := map[string]any{"user_id": user}
	jwtauth.SetExpiryIn(claims, 90*time.Hour) // want long-expiry "90 hours"
	auth.Encode(claims)
	auth.Encode(map[string]any{"exp": time.Now().Add(time.Hour).UnixNano()}) // want expiry-unit "nanoseconds"
}

// Near misses.

// The library writes an instant as a number of seconds.
func instants(key []byte, auth *jwtauth.JWTAuth) {
	tok, _ := jwt.NewBuilder().Expiration(time.Now().Add(time.Hour)).NotBefore(time.Now()).Build()
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))
	auth.Encode(map[string]any{"exp": time.Now().Add(time.Hour)})
	jwt3.Sign(timed(), jwt3.WithKey(jwa3.HS256(), key))
}

func timed() jwt3.Token {
	tok := jwt3.New()
	tok.Set(jwt3.ExpirationKey, time.Now().Add(time.Hour).Unix())
	return tok
}

// A builder that gets its end only sometimes, in a helper, or under a name that is not known.
func somewhere(key []byte, life time.Duration, extra map[string]any) {
	b := jwt.NewBuilder().Issuer("me")
	if life > 0 {
		b = b.Expiration(time.Now().Add(life))
	}
	tok, _ := b.Build()
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))

	helped := jwt.NewBuilder()
	end(helped)
	tok, _ = helped.Build()
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))

	more := jwt.NewBuilder()
	for k, v := range extra {
		more = more.Claim(k, v)
	}
	tok, _ = more.Build()
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))
}

func end(b *jwt.Builder) { b.Expiration(time.Now().Add(time.Hour)) }

func chiHelpers(auth *jwtauth.JWTAuth) {
	claims := map[string]any{"user_id": 1}
	jwtauth.SetExpiry(claims, time.Now().Add(time.Hour))
	jwtauth.SetIssuedNow(claims)
	auth.Encode(claims)
	others := map[string]any{"user_id": 1}
	jwtauth.SetExpiryIn(others, 15*time.Minute)
	auth.Encode(others)
	auth.Encode(map[string]any{"user_id": 1, "exp": jwtauth.ExpireIn(time.Hour)})
}

// Tokens that are made elsewhere.
func unseen(key []byte, tok jwt.Token, make func() jwt3.Token) {
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))
	jwt3.Sign(make(), jwt3.WithKey(jwa3.HS256(), key))
	id := openid.New()
	jwt3.Sign(id, jwt3.WithKey(jwa3.HS256(), key))
}
