// Package peek has helpers that others judge.
package peek

import "github.com/golang-jwt/jwt/v5"

// Claims returns the claims of a token without verifying it.
func Claims(token string) (jwt.MapClaims, error) {
	c := jwt.MapClaims{}
	_, _, err := jwt.NewParser().ParseUnverified(token, c)
	return c, err
}

// Verify reports whether a token is good.
func Verify(token string, key []byte) error {
	_, err := jwt.Parse(token, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// Session is who a token belongs to.
type Session struct{ User string }

// Open returns the session of a token.
func Open(token string, key []byte) (*Session, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(token, c, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	return &Session{c.Subject}, nil
}

// Finder finds who a token belongs to.
type Finder interface {
	Find(token string) (string, error)
}

// New returns a finder that asks check about each token.
func New(check func(token, issuer string) error) Finder { return &finder{check} }

type finder struct {
	check func(token, issuer string) error
}

func (f *finder) Find(token string) (string, error) {
	c, err := Claims(token)
	if err != nil {
		return "", err
	}
	issuer, _ := c["iss"].(string)
	return issuer, f.check(token, issuer)
}
