// Package none makes and accepts tokens without a signature.
package none

import (
	"errors"
	"time"

	jwt4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	kjwt "github.com/kataras/jwt"
)

func sign(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodNone, claims).SignedString(jwt.UnsafeAllowNoneSignatureType) // want alg-none "issued without a signature"
}

func accept(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if t.Method.Alg() == "none" {
			return jwt.UnsafeAllowNoneSignatureType, nil // want alg-none "are accepted"
		}
		return key, nil
	})
	return err
}

func listed(raw string, key []byte) error {
	_, err := jwt4.NewParser(jwt4.WithValidMethods([]string{"HS256", "none"})).Parse(raw, func(*jwt4.Token) (any, error) { return key, nil }) // want alg-none "are accepted"
	return err
}

// What follows is good.

// failing gets an error from the library, which wants to be told by the key.
func failing(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodNone, claims).SignedString(nil)
}

func identified(user string) string {
	id, _ := jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"sub": user}).SignedString(nil)
	return id
}

func refused(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if t.Method == jwt.SigningMethodNone || t.Header["alg"] == "none" {
			return nil, errors.New("no signature")
		}
		return key, nil
	})
	return err
}

// a word of other protocols
var transports = map[string]string{"sasl": "none", "compression": "none"}

func kataras(claims map[string]any) ([]byte, error) {
	return kjwt.Sign(kjwt.NONE, nil, claims, kjwt.MaxAge(time.Minute)) // want alg-none "issued without a signature"
}

func katarasAccepts(raw []byte) (*kjwt.VerifiedToken, error) {
	return kjwt.Verify(kjwt.NONE, nil, raw) // want alg-none "are accepted"
}
