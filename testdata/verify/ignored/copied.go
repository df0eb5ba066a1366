package ignored

import (
	"errors"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// copiedFirst returns the error only where the claims are of another type.
func copiedFirst(raw string) (string, error) {
	token, err := jwt.Parse(raw, pick, methods) // want ignored-error "before the error of Parse"
	if c, ok := token.Claims.(jwt.MapClaims); ok {
		id := c["id"].(string)
		return id, nil
	}
	return "", err
}

func copiedWithOK(r *http.Request, find func(string) error) error {
	c := &claims{}
	token, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods) // want ignored-error "before the error of"
	role := c.Role
	if token == nil {
		return err
	}
	return find(role)
}

// What follows is good.

// the copy is used where the error is nil
func copiedEarly(raw string) (string, error) {
	c := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(raw, c, pick, methods)
	id, ok := c["id"].(string)
	if err != nil || !ok {
		return "", errors.New("no")
	}
	return id, nil
}

// the caller gets both
func copiedTogether(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, pick, methods)
	role := c.Role
	return role, err
}

// the copy is compared and nothing else
func copiedAndCompared(raw string) bool {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, pick, methods)
	admin := c.Role
	return admin == "admin" && err == nil
}
