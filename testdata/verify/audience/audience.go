// Package audience says for whom tokens are made.
package audience

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type service struct{ key []byte }

func (s *service) pick(*jwt.Token) (any, error) { return s.key, nil }

func (s *service) sign(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, Audience: jwt.ClaimStrings{"billing"}, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.key)
}

// report signs for another service with the same key.
func (s *service) report(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, Audience: jwt.ClaimStrings{"reports"}, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.key)
}

func (s *service) verify(raw string) (*jwt.RegisteredClaims, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, c, s.pick, jwt.WithValidMethods([]string{"HS256"})) // want missing-audience "audience (aud)"
	return c, err
}

func (s *service) again(raw string) (*jwt.Token, error) { return jwt.Parse(raw, s.pick) } // reported above

// What follows is good.

func (s *service) option(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, s.pick, jwt.WithAudience("billing"))
}

func (s *service) appended(raw string, strict bool) (*jwt.Token, error) {
	options := []jwt.ParserOption{jwt.WithValidMethods([]string{"HS256"})}
	options = append(options, jwt.WithAudience("billing"))
	return jwt.Parse(raw, s.pick, options...)
}

func (s *service) given(raw string, options ...jwt.ParserOption) (*jwt.Token, error) {
	return jwt.Parse(raw, s.pick, options...)
}

func (s *service) byHand(raw string) (string, error) {
	c := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, s.pick); err != nil {
		return "", err
	}
	if len(c.Audience) != 1 || c.Audience[0] != "billing" {
		return "", errors.New("for somebody else")
	}
	return c.Subject, nil
}

type other struct{ key []byte }

func (o *other) verify(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return o.key, nil })
}
