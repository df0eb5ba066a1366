// Package made reads tokens that the program has just made.
package made

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type provider interface {
	RefreshToken(old string) (string, string, error)
	StoredToken(id string) (string, error)
}

func renewed(p provider, r *http.Request, key []byte) (jwt.Claims, error) {
	signed, _, err := p.RefreshToken(r.Header.Get("X-Refresh"))
	if err != nil {
		return nil, err
	}
	token, err := jwt.Parse(signed, func(*jwt.Token) (any, error) { return key, nil })
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

func issued(c jwt.Claims, key []byte) (jwt.Claims, error) {
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
	if err != nil {
		return nil, err
	}
	token, err := jwt.Parse(signed, func(*jwt.Token) (any, error) { return key, nil })
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// The token can be another one, which the request brings.
func either(p provider, r *http.Request, key []byte) (jwt.Claims, error) {
	raw := r.Header.Get("X-Access")
	if raw == "" {
		var err error
		if raw, _, err = p.RefreshToken(r.Header.Get("X-Refresh")); err != nil {
			return nil, err
		}
	}
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }) // want unpinned-alg
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// What is kept may be anybody's.
func stored(p provider, id string, key []byte) (jwt.Claims, error) {
	raw, err := p.StoredToken(id)
	if err != nil {
		return nil, err
	}
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }) // want unpinned-alg
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// Session is what a login answers, and what requests are told by.
type Session struct{ Token string }

type sessions struct{ key []byte }

// Open makes one.
func (s *sessions) Open(user string) (Session, error) {
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(s.key)
	return Session{Token: signed}, err
}

// Check gets one that another package has filled from a request.
func (s *sessions) Check(of Session) error {
	_, err := jwt.Parse(of.Token, func(*jwt.Token) (any, error) { return s.key, nil }) // want unpinned-alg
	return err
}
