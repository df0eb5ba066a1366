// Package jwx hands keys to lestrrat-go/jwx, which takes them as options from v2 on and refuses an empty one.
package jwx

import (
	"crypto/rand"
	"log"
	"os"

	jwa1 "github.com/lestrrat-go/jwx/jwa"
	jwt1 "github.com/lestrrat-go/jwx/jwt"
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwk"
	"github.com/lestrrat-go/jwx/v2/jws"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwk3 "github.com/lestrrat-go/jwx/v3/jwk"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
)

func first(tok jwt1.Token, raw []byte) {
	jwt1.Sign(tok, jwa1.HS256, []byte("the key of v1"))              // want hardcoded-secret
	jwt1.Parse(raw, jwt1.WithVerify(jwa1.HS256, []byte("v1 again"))) // want hardcoded-secret
}

func sign(tok jwt.Token) { jwt.Sign(tok, jwt.WithKey(jwa.HS256, []byte("the key of v2"))) } // want hardcoded-secret

func parse(raw []byte) { jwt.Parse(raw, jwt.WithKey(jwa.HS256, []byte("v2 again"))) } // want hardcoded-secret

func third(tok jwt3.Token) {
	jwt3.Sign(tok, jwt3.WithKey(jwa3.HS256(), []byte("the key of v3"))) // want hardcoded-secret
}

func payload(b []byte) { jws.Sign(b, jws.WithKey(jwa.HS512, []byte("the key of a payload"))) } // want hardcoded-secret

// A raw key that becomes a JWK on its way.
func imported(tok jwt.Token) {
	key, err := jwk.FromRaw([]byte("the key of a JWK")) // want hardcoded-secret
	if err != nil {
		log.Fatal(err)
	}
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))
}

func imported3(tok jwt3.Token) {
	key, err := jwk3.Import([]byte("the key of another JWK")) // want hardcoded-secret
	if err == nil {
		jwt3.Sign(tok, jwt3.WithKey(jwa3.HS256(), key))
	}
}

// A private key as JSON.
func parsed(tok jwt.Token) {
	key, _ := jwk.ParseKey([]byte(`{"kty":"oct","k":"c2VjcmV0"}`)) // want hardcoded-secret
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))
}

// Options that are put together before the call.
func collected(raw []byte, strict bool) {
	opts := []jwt.ParseOption{jwt.WithValidate(true)}
	if strict {
		opts = append(opts, jwt.WithIssuer("me"))
	}
	opts = append(opts, jwt.WithKey(jwa.HS256, []byte("in a list of options"))) // want hardcoded-secret
	jwt.Parse(raw, opts...)
}

func serializer(tok jwt.Token) {
	jwt.NewSerializer().Sign(jwt.WithKey(jwa.HS256, []byte("of a serializer"))).Serialize(tok) // want hardcoded-secret
}

func provider(raw []byte) {
	jwt.Parse(raw, jwt.WithKeyProvider(jws.KeyProviderFunc(func(_ ctx, sink jws.KeySink, _ *jws.Signature, _ *jws.Message) error {
		sink.Key(jwa.HS256, []byte("of a provider")) // want hardcoded-secret
		return nil
	})))
}

func fallback(tok jwt.Token) {
	key := os.Getenv("JWX_KEY")
	if key == "" {
		key = "the fallback" // want default-secret
	}
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, []byte(key)))
}

func short(tok jwt.Token) {
	key := make([]byte, 16)
	rand.Read(key) // want short-secret "HS256 requires 32"
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, key))
}

func text(tok jwt3.Token, secret string) {
	jwt3.Sign(tok, jwt3.WithKey(jwa3.HS256(), secret)) // want key-type "a string"
}

// Near misses.

// An empty key is refused when the token is signed or verified.
func unset(tok jwt.Token, raw []byte) {
	jwt.Sign(tok, jwt.WithKey(jwa.HS256, []byte(os.Getenv("JWX_A"))))
	jwt.Parse(raw, jwt.WithKey(jwa.HS256, []byte(os.Getenv("JWX_B"))))
}

// Public keys of others.
func public(raw []byte) {
	set, _ := jwk.Parse([]byte(`{"keys":[{"kty":"RSA","kid":"a","alg":"RS256","n":"AQAB","e":"AQAB"}]}`))
	jwt.Parse(raw, jwt.WithKeySet(set))
	key, _ := jwk.ParseKey([]byte(`{"kty":"EC","crv":"P-256","x":"AQAB","y":"AQAB"}`))
	jwt.Parse(raw, jwt.WithKey(jwa.ES256, key))
}

// An option of another library, a header, an identifier.
func names(tok jwt.Token, key jwk.Key) {
	key.Set(jwk.KeyIDKey, "the id of a key")
	headers := jws.NewHeaders()
	headers.Set("kid", "the id of a key")
	jwt.Sign(tok, jwt.WithKey(jwa.RS256, key, jws.WithProtectedHeaders(headers)))
}
