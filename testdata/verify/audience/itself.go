package audience

import (
	"errors"
	"slices"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Claims that validate their audience by themselves: the library calls Validate.

type shared struct{ key []byte }

func (s *shared) pick(*jwt.Token) (any, error) { return s.key, nil }

func (s *shared) sign(user string, audience ...string) (string, error) {
	claims := jwt.RegisteredClaims{
		Issuer: "us", Subject: user, Audience: audience, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.key)
}

type webClaims struct{ jwt.RegisteredClaims }

func (c webClaims) Validate() error {
	if !slices.Contains(c.Audience, "web") {
		return jwt.ErrTokenInvalidAudience
	}
	return nil
}

func (s *shared) web(raw string) (string, error) {
	var c webClaims
	if _, err := jwt.ParseWithClaims(raw, &c, s.pick); err != nil {
		return "", err
	}
	return c.Subject, nil
}

type jobClaims struct{ jwt.RegisteredClaims }

func (c *jobClaims) Validate() error { return meantFor(c, "jobs") }

func meantFor(c *jobClaims, audience string) error {
	for _, a := range c.RegisteredClaims.Audience {
		if a == audience {
			return nil
		}
	}
	return errors.New("for somebody else")
}

func (s *shared) job(raw string) (string, error) {
	c := &jobClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, s.pick); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// roleClaims validate something else.
type roleClaims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

func (c roleClaims) Validate() error {
	if c.Role == "" || c.RegisteredClaims.Subject == "" {
		return jwt.ErrTokenInvalidClaims
	}
	return nil
}

func (s *shared) role(raw string) (string, error) {
	var c roleClaims
	if _, err := jwt.ParseWithClaims(raw, &c, s.pick); err != nil { // want missing-audience "audience (aud)"
		return "", err
	}
	return c.Role, nil
}
