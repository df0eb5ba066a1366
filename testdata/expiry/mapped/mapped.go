// Package mapped signs claims of types with fields of their own, and reads tokens into a map, which
// has what the fields write.
package mapped

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v4"
)

type granted struct {
	*jwt.StandardClaims
	Audience string `json:"aud,omitempty"`
}

func sign(key []byte, service string) (string, error) {
	c := &granted{&jwt.StandardClaims{ExpiresAt: time.Now().Add(time.Hour).Unix()}, service}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// A type that tokens are read into, too.
type stated struct {
	Audience string `json:"aud"` // want shadowed-claim
	jwt.StandardClaims
}

func signStated(key []byte, service string) (string, error) {
	c := &stated{service, jwt.StandardClaims{ExpiresAt: time.Now().Add(time.Hour).Unix()}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func readStated(raw string, key []byte) (*stated, error) {
	c := new(stated)
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return c, err
}

func verify(raw string, key []byte, service string) (jwt.MapClaims, error) {
	t, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	c, ok := t.Claims.(jwt.MapClaims)
	if !ok || !c.VerifyAudience(service, true) {
		return nil, errors.New("a token for another service")
	}
	return c, nil
}

// A map finds no claims either where they are written one level too deep.
type deeper struct {
	jwt.Claims // want shadowed-claim "embeds an interface"
	Tenant     string
}

func signDeeper(key []byte, tenant string) (string, error) {
	c := &deeper{&jwt.StandardClaims{ExpiresAt: time.Now().Add(time.Hour).Unix()}, tenant}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
