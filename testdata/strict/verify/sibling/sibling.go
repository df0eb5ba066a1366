// Package sibling verifies tokens of one provider in several ways.
package sibling

import (
	"errors"

	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
)

type verifier struct {
	keys     keyfunc.Keyfunc
	other    keyfunc.Keyfunc
	audience string
	strict   bool
}

var errClaims = errors.New("no claims")

// API takes tokens for this service only.
func (v *verifier) API(raw string) (string, error) {
	c := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, v.keys.Keyfunc, jwt.WithValidMethods([]string{"RS256"}), jwt.WithAudience("api")); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// Socket takes those for any other, too.
func (v *verifier) Socket(raw string) (string, error) {
	c := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, v.keys.Keyfunc, jwt.WithValidMethods([]string{"RS256"})); err != nil { // want missing-audience "not always validated"
		return "", err
	}
	return c.Subject, nil
}

// Configured does where there is no setting.
func (v *verifier) Configured(raw string) (string, error) {
	options := []jwt.ParserOption{jwt.WithValidMethods([]string{"RS256"})}
	if v.audience != "" {
		options = append(options, jwt.WithAudience(v.audience))
	}
	c := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, v.keys.Keyfunc, options...); err != nil { // want missing-audience "not always validated"
		return "", err
	}
	return c.Subject, nil
}

// What follows is good.

// byHand looks itself.
func (v *verifier) byHand(raw string) (string, error) {
	c := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, v.keys.Keyfunc, jwt.WithValidMethods([]string{"RS256"})); err != nil {
		return "", err
	}
	if len(c.Audience) != 1 || c.Audience[0] != "api" {
		return "", errClaims
	}
	return c.Subject, nil
}

// switched is told by another setting than the audience, which is always there.
func (v *verifier) switched(raw string) (string, error) {
	var options []jwt.ParserOption
	if v.strict {
		options = append(options, jwt.WithAudience(v.audience))
	} else {
		options = append(options, jwt.WithAudience("api"))
	}
	c := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, v.keys.Keyfunc, append(options, jwt.WithValidMethods([]string{"RS256"}))...); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// whole is in the branch as a whole.
func (v *verifier) whole(raw string) (string, error) {
	if v.audience == "" {
		return "", errClaims
	}
	if v.audience != "" {
		c := &jwt.RegisteredClaims{}
		if _, err := jwt.ParseWithClaims(raw, c, v.keys.Keyfunc, jwt.WithValidMethods([]string{"RS256"}), jwt.WithAudience(v.audience)); err != nil {
			return "", err
		}
		return c.Subject, nil
	}
	return "", nil
}

// another has keys of its own, for whose tokens nobody looks at the audience.
func (v *verifier) another(raw string) (string, error) {
	c := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, v.other.Keyfunc, jwt.WithValidMethods([]string{"RS256"})); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// valid uses no claim.
func (v *verifier) valid(raw string) bool {
	_, err := jwt.Parse(raw, v.keys.Keyfunc, jwt.WithValidMethods([]string{"RS256"}))
	return err == nil
}

// lone has no sibling: its setting decides.
type lone struct {
	keys     keyfunc.Keyfunc
	audience string
}

func (l *lone) verify(raw string) (string, error) {
	options := []jwt.ParserOption{jwt.WithValidMethods([]string{"RS256"})}
	if l.audience != "" {
		options = append(options, jwt.WithAudience(l.audience))
	}
	c := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, l.keys.Keyfunc, options...); err != nil {
		return "", err
	}
	return c.Subject, nil
}
