// Package relax leaves out the checks of claims.
package relax

import (
	"errors"
	"time"

	jwt3 "github.com/golang-jwt/jwt"
	jwt4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

type verifier struct {
	parser *jwt.Parser
	key    []byte
}

func (v *verifier) pick(*jwt.Token) (any, error) { return v.key, nil }

func newVerifier(key []byte) *verifier {
	return &verifier{jwt.NewParser(jwt.WithoutClaimsValidation(), jwt.WithValidMethods([]string{"HS256"})), key} // want validation-disabled "not validated"
}

func (v *verifier) subject(raw string) (string, error) {
	token, err := v.parser.Parse(raw, v.pick)
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func field(raw string, key []byte) (any, error) {
	parser := &jwt4.Parser{SkipClaimsValidation: true, ValidMethods: []string{"HS256"}} // want validation-disabled "not validated"
	token, err := parser.Parse(raw, func(*jwt4.Token) (any, error) { return key, nil })
	if err != nil {
		return nil, err
	}
	return token.Claims.(jwt4.MapClaims)["sub"], nil
}

func assigned(raw string, key []byte) (any, error) {
	parser := new(jwt3.Parser)
	parser.SkipClaimsValidation = true // want validation-disabled "not validated"
	token, err := parser.Parse(raw, func(*jwt3.Token) (any, error) { return key, nil })
	if err != nil {
		return nil, err
	}
	return token.Claims.(jwt3.MapClaims)["sub"], nil
}

func hours(raw string, v *verifier) (*jwt.Token, error) {
	return jwt.Parse(raw, v.pick, jwt.WithLeeway(2*time.Hour)) // want validation-disabled "2h0m0s after their expiration"
}

type yes struct{ jwt4.RegisteredClaims }

func (yes) Valid() error { return nil } // want validation-disabled "accepts all claims"

func empty(raw string, key []byte) (*yes, error) {
	c := &yes{}
	_, err := jwt4.ParseWithClaims(raw, c, func(*jwt4.Token) (any, error) { return key, nil })
	return c, err
}

type tenant struct {
	Tenant string `json:"tenant"`
	jwt.RegisteredClaims
}

// never called since version 5
func (t tenant) Valid() error { // want validation-disabled "Valid is never called"
	if t.Tenant == "" {
		return errors.New("no tenant")
	}
	return nil
}

func old(raw string, v *verifier) (*tenant, error) {
	c := &tenant{}
	_, err := jwt.ParseWithClaims(raw, c, v.pick)
	return c, err
}

// What follows is good.

func byHand(raw string, key []byte) (string, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.NewParser(jwt.WithoutClaimsValidation()).ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil })
	if err != nil {
		return "", err
	}
	if c.ExpiresAt == nil || c.ExpiresAt.Before(time.Now().Add(-time.Minute)) {
		return "", errors.New("over")
	}
	return c.Subject, nil
}

func validator(raw string, key []byte) (jwt.MapClaims, error) {
	c := jwt.MapClaims{}
	_, err := jwt.NewParser(jwt.WithoutClaimsValidation()).ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil })
	if err != nil {
		return nil, err
	}
	return c, jwt.NewValidator(jwt.WithExpirationRequired()).Validate(c)
}

func peeks(raw string) (*jwt.Token, error) {
	token, _, err := jwt.NewParser(jwt.WithoutClaimsValidation()).ParseUnverified(raw, jwt.MapClaims{})
	return token, err
}

func minute(raw string, v *verifier) (*jwt.Token, error) {
	return jwt.Parse(raw, v.pick, jwt.WithLeeway(time.Minute))
}

func setting(raw string, key []byte, skip bool) (*jwt4.Token, error) {
	parser := &jwt4.Parser{SkipClaimsValidation: skip}
	return parser.Parse(raw, func(*jwt4.Token) (any, error) { return key, nil })
}

type again struct {
	Tenant string `json:"tenant"`
	jwt.RegisteredClaims
}

func (a again) Valid() error    { return a.Validate() }
func (a again) Validate() error { return errors.New("no tenant") }

func renewed(raw string, v *verifier) (*again, error) {
	c := &again{}
	_, err := jwt.ParseWithClaims(raw, c, v.pick)
	return c, err
}
