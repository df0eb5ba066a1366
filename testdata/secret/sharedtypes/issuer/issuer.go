// Package issuer signs claims that another package declares.
package issuer

import (
	"time"

	"example.com/testdata/secret/sharedtypes/tokens"
	"github.com/golang-jwt/jwt/v5"
)

type Issuer struct{ key []byte }

func New(key []byte) *Issuer { return &Issuer{key} }

func until(d time.Duration) jwt.RegisteredClaims {
	return jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(d))}
}

func (i *Issuer) Pair(user string) (access, refresh string, err error) {
	access, err = jwt.NewWithClaims(jwt.SigningMethodHS256, tokens.Access{UserID: user, RegisteredClaims: until(time.Minute)}).SignedString(i.key)
	if err != nil {
		return "", "", err
	}
	refresh, err = jwt.NewWithClaims(jwt.SigningMethodHS256, tokens.Refresh{UserID: user, RegisteredClaims: until(time.Hour)}).SignedString(i.key) // want shared-secret
	return access, refresh, err
}

func (i *Issuer) Typed(user string) (access, refresh string, err error) {
	access, err = jwt.NewWithClaims(jwt.SigningMethodHS256, tokens.Typed{UserID: user, Type: "access", RegisteredClaims: until(time.Minute)}).SignedString(i.key)
	if err != nil {
		return "", "", err
	}
	refresh, err = jwt.NewWithClaims(jwt.SigningMethodHS256, tokens.Typed{UserID: user, Type: "refresh", RegisteredClaims: until(time.Hour)}).SignedString(i.key)
	return access, refresh, err
}

func (i *Issuer) Parse(token string) (*tokens.Typed, error) {
	var c tokens.Typed
	_, err := jwt.ParseWithClaims(token, &c, func(*jwt.Token) (any, error) { return i.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return &c, err
}
