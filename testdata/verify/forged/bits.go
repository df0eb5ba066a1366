package forged

import (
	"errors"
	"strconv"

	old "github.com/golang-jwt/jwt/v4"
)

func audience(c old.ClaimStrings, want string) bool {
	for _, a := range c {
		if a == want {
			return true
		}
	}
	return false
}

func (s *server) refresh(raw string, keyfunc old.Keyfunc) (int, error) {
	c := &old.RegisteredClaims{}
	_, err := old.ParseWithClaims(raw, c, keyfunc, old.WithValidMethods([]string{"HS256"})) // want ignored-error "that nothing tests for"
	if !audience(c.Audience, "api") {
		return 0, errExpired
	}
	again := false
	if err != nil {
		var failed *old.ValidationError
		if errors.As(err, &failed) {
			if failed.Errors == old.ValidationErrorExpired {
				again = true
			}
		} else {
			return 0, err
		}
	}
	id, err := strconv.Atoi(c.Subject)
	if err != nil {
		return 0, err
	}
	if again {
		id++
	}
	return id, nil
}

func (s *server) masked(raw string, keyfunc old.Keyfunc) (string, error) {
	c := &old.RegisteredClaims{}
	_, err := old.ParseWithClaims(raw, c, keyfunc, old.WithValidMethods([]string{"HS256"})) // want ignored-error "that nothing tests for"
	if failed, ok := err.(*old.ValidationError); ok {
		if failed.Errors&old.ValidationErrorMalformed != 0 {
			return "", errExpired
		} else if failed.Errors&(old.ValidationErrorExpired|old.ValidationErrorNotValidYet) != 0 {
			return "", errExpired
		}
	}
	return c.Subject, nil
}

// Near misses.

func (s *server) maskedAll(raw string, keyfunc old.Keyfunc) (string, error) {
	c := &old.RegisteredClaims{}
	_, err := old.ParseWithClaims(raw, c, keyfunc, old.WithValidMethods([]string{"HS256"}))
	if failed, ok := err.(*old.ValidationError); ok {
		if failed.Errors&old.ValidationErrorMalformed != 0 {
			return "", errExpired
		} else if failed.Errors&(old.ValidationErrorExpired|old.ValidationErrorNotValidYet) != 0 {
			return c.Subject, nil
		}
		return "", err
	}
	return c.Subject, err
}

func (s *server) onlyExpiredBits(raw string, keyfunc old.Keyfunc) (string, error) {
	c := &old.RegisteredClaims{}
	_, err := old.ParseWithClaims(raw, c, keyfunc, old.WithValidMethods([]string{"HS256"}))
	if err != nil {
		var failed *old.ValidationError
		if !errors.As(err, &failed) || failed.Errors&^old.ValidationErrorExpired != 0 {
			return "", err
		}
	}
	return c.Subject, nil
}
