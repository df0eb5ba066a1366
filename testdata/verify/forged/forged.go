// Package forged tests the error of a verification for some errors only: tokens with a wrong
// signature get through where no test is about them.
package forged

import (
	"errors"
	"log"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

type server struct{ keyfunc jwt.Keyfunc }

var methods = jwt.WithValidMethods([]string{"HS256"})

var errExpired = errors.New("expired")

func (s *server) onlyExpired(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, s.keyfunc, methods) // want ignored-error "is used after errors of ParseWithClaims that nothing tests for"
	if err != nil {
		if errors.Is(err, jwt.ErrTokenExpired) {
			return "", errExpired
		}
	}
	return c.Subject, nil
}

func (s *server) both(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, s.keyfunc, methods) // want ignored-error "that nothing tests for"
	if err != nil && errors.Is(err, jwt.ErrTokenExpired) {
		return "", errExpired
	}
	return c.Subject, nil
}

func (s *server) cases(w http.ResponseWriter, raw string) string {
	token, err := jwt.ParseWithClaims(raw, &claims{}, s.keyfunc, methods) // want ignored-error "that nothing tests for"
	switch {
	case token.Valid:
	case errors.Is(err, jwt.ErrTokenMalformed):
		http.Error(w, "malformed", http.StatusBadRequest)
		return ""
	case errors.Is(err, jwt.ErrTokenExpired), errors.Is(err, jwt.ErrTokenNotValidYet):
		http.Error(w, "expired", http.StatusUnauthorized)
		return ""
	}
	return token.Claims.(*claims).Role
}

// Near misses.

func (s *server) tolerant(raw string) (string, error) { // to refresh an expired token
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, s.keyfunc, methods)
	if err != nil && !errors.Is(err, jwt.ErrTokenExpired) {
		return "", err
	}
	return c.Subject, nil
}

func (s *server) tolerantCases(raw string) (string, error) {
	c := &claims{}
	token, err := jwt.ParseWithClaims(raw, c, s.keyfunc, methods)
	switch {
	case err == nil, errors.Is(err, jwt.ErrTokenExpired):
		return c.Subject, nil
	case token == nil:
		return "", errors.New("no token")
	}
	return "", err
}

func (s *server) signature(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, s.keyfunc, methods)
	if errors.Is(err, jwt.ErrTokenSignatureInvalid) {
		return "", err
	}
	return c.Subject, nil
}

func (s *server) words(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, s.keyfunc, methods)
	if err != nil {
		if !isExpired(err.Error()) {
			return "", err
		}
	}
	return c.Subject, nil
}

func isExpired(text string) bool { return strings.HasSuffix(text, "expired") }

func (s *server) flag(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, s.keyfunc, methods)
	good := false
	if err == nil {
		good = true
	} else if errors.Is(err, jwt.ErrTokenExpired) {
		log.Print("expired")
	}
	if !good {
		return "", errExpired
	}
	return c.Subject, nil
}

func (s *server) again(raw string, older jwt.Keyfunc) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, s.keyfunc, methods)
	if errors.Is(err, jwt.ErrTokenExpired) {
		return "", errExpired
	}
	if _, err := jwt.ParseWithClaims(raw, c, older, methods); err != nil {
		return "", err
	}
	return c.Subject, nil
}

func (s *server) returned(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, s.keyfunc, methods)
	if errors.Is(err, jwt.ErrTokenExpired) {
		return "", errExpired
	}
	return c.Subject, err
}

func (s *server) valid(raw string) (string, error) {
	token, err := jwt.ParseWithClaims(raw, &claims{}, s.keyfunc, methods)
	if errors.Is(err, jwt.ErrTokenExpired) {
		return "", errExpired
	}
	if c, ok := token.Claims.(*claims); ok && token.Valid {
		return c.Subject, nil
	}
	return "", err
}

func (s *server) helped(raw string) (string, error) {
	token, err := jwt.ParseWithClaims(raw, &claims{}, s.keyfunc, methods)
	if errors.Is(err, jwt.ErrTokenExpired) {
		return "", errExpired
	}
	if err := isGood(token); err != nil {
		return "", err
	}
	return token.Claims.(*claims).Subject, nil
}

func isGood(t *jwt.Token) error {
	if !t.Valid {
		return errExpired
	}
	return nil
}
