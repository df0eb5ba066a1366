// Package jwx verifies with lestrrat-go/jwx.
package jwx

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/lestrrat-go/jwx/jwa"
	jwt1 "github.com/lestrrat-go/jwx/jwt"
	jwa2 "github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwk"
	"github.com/lestrrat-go/jwx/v2/jws"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
)

func insecure(r *http.Request) (string, error) {
	token, err := jwt.ParseInsecure([]byte(r.Header.Get("X-Token"))) // want unverified-token "sub"
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func off(r *http.Request) (string, error) {
	token, err := jwt.ParseString(r.Header.Get("X-Off"), jwt.WithVerify(false)) // want unverified-token "sub"
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// version 1 checks nothing without a key
func noKey(r *http.Request) (any, error) {
	token, err := jwt1.ParseString(r.Header.Get("X-Old")) // want unverified-token "role"
	if err != nil {
		return nil, err
	}
	role, _ := token.Get("role")
	return role, nil
}

func late(r *http.Request, key []byte, find func(string) error) error {
	token, err := jwt3.ParseString(r.Header.Get("X-Late"), jwt3.WithKey(jwa3.HS256(), key)) // want ignored-error "before the error of"
	id, _ := token.Subject()
	if e := find(tokenID(token)); e != nil {
		return e
	}
	_ = id
	return err
}

func tokenID(token jwt3.Token) string {
	id, _ := token.JwtID()
	return id
}

func dropped(r *http.Request, key []byte) string {
	token, _ := jwt.ParseString(r.Header.Get("X-Dropped"), jwt.WithKey(jwa2.HS256, key)) // want ignored-error "is ignored"
	return token.Subject()
}

func noValidation(raw string, key []byte) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa2.HS256, key), jwt.WithValidate(false)) // want validation-disabled "not validated"
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func bare(raw string, key []byte) (string, error) {
	token, err := jwt1.ParseString(raw, jwt1.WithVerify(jwa.HS256, key)) // want validation-disabled "only the signature"
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func skew(raw string, key []byte) (jwt.Token, error) {
	return jwt.ParseString(raw, jwt.WithKey(jwa2.HS256, key), jwt.WithAcceptableSkew(time.Hour)) // want validation-disabled "1h0m0s after their expiration"
}

func none(claims jwt.Token) ([]byte, error) {
	return jwt.Sign(claims, jwt.WithInsecureNoSignature()) // want alg-none "issued without a signature"
}

// What follows is good.

func verified(raw string, key []byte) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa2.HS256, key))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func set(r *http.Request, keys jwk.Set) (string, error) {
	token, err := jwt.ParseRequest(r, jwt.WithKeySet(keys), jwt.WithAudience("billing"))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func validated(raw string, key []byte) (string, error) {
	token, err := jwt1.ParseString(raw, jwt1.WithVerify(jwa.HS256, key), jwt1.WithValidate(true))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func validatedLater(raw string, key []byte) (string, error) {
	token, err := jwt1.ParseString(raw, jwt1.WithVerify(jwa.HS256, key))
	if err != nil {
		return "", err
	}
	if err := jwt1.Validate(token); err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func peek(ctx context.Context, r *http.Request, keys map[string]jwk.Set) (jwt.Token, error) {
	raw := []byte(r.Header.Get("X-Peek"))
	token, err := jwt.ParseInsecure(raw)
	if err != nil {
		return nil, err
	}
	chosen, ok := keys[token.Issuer()]
	if !ok {
		return nil, errors.New("unknown issuer")
	}
	return jwt.Parse(raw, jwt.WithKeySet(chosen), jwt.WithContext(ctx))
}

func byHand(raw string, key []byte) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa2.HS256, key), jwt.WithValidate(false))
	if err != nil {
		return "", err
	}
	if token.Expiration().Before(time.Now()) {
		return "", errors.New("over")
	}
	return token.Subject(), nil
}

func message(raw, key []byte) (string, error) {
	if _, err := jws.Verify(raw, jws.WithKey(jwa2.HS256, key)); err != nil {
		return "", err
	}
	token, err := jwt.ParseInsecure(raw)
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}
