// Package texts reads the words of errors.
package texts

import (
	"errors"
	"strings"

	"example.com/testdata/verify/texts/accounts"

	"github.com/golang-jwt/jwt/v5"
)

type verifier struct{ key []byte }

func (v *verifier) pick(*jwt.Token) (any, error) { return v.key, nil }

func (v *verifier) parse(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, v.pick, jwt.WithValidMethods([]string{"HS256"}))
}

func (v *verifier) over(raw string) bool {
	_, err := v.parse(raw)
	return err != nil && strings.Contains(err.Error(), "token is expired") // want error-string-match "matched by its text"
}

func (v *verifier) equal(raw string) bool {
	_, err := v.parse(raw)
	if err == nil {
		return false
	}
	return err.Error() == "token has invalid claims: token is expired" // want error-string-match "matched by its text"
}

func (v *verifier) words(raw string) bool {
	_, err := v.parse(raw)
	return err != nil && strings.HasPrefix(err.Error(), "signature") // want error-string-match "matched by its text"
}

// What follows is good.

func (v *verifier) is(raw string) bool {
	_, err := v.parse(raw)
	return errors.Is(err, jwt.ErrTokenExpired)
}

func another(err error) bool { return strings.Contains(err.Error(), "not found") }

func (v *verifier) printed(raw string) string {
	_, err := v.parse(raw)
	if err != nil {
		return "no: " + err.Error()
	}
	return ""
}

// The error comes through a function that leaves on it.
func (v *verifier) subject(raw string) (string, error) {
	token, err := v.parse(raw)
	if err != nil {
		return "", err
	}
	return token.Claims.GetSubject()
}

func (v *verifier) handle(raw string) string {
	sub, err := v.subject(raw)
	if err != nil {
		if strings.Contains(err.Error(), "expired") { // want error-string-match "matched by its text"
			return "renew"
		}
		return "no"
	}
	return sub
}

// The words of another package may be its own, a phrase of the library is none of them.

func (v *verifier) reason(raw string) string {
	sub, err := accounts.Verify(raw, v.key)
	switch {
	case err == nil:
		return sub
	case strings.Contains(err.Error(), "not found"):
		return "unknown"
	case strings.Contains(err.Error(), "invalid"):
		return "invalid"
	case strings.Contains(err.Error(), "Token is expired"): // want error-string-match "matched by its text"
		return "expired"
	}
	return "no"
}

// The words are those of an error that this package makes.

func (v *verifier) role(raw string) (string, error) {
	token, err := v.parse(raw)
	if err != nil {
		return "", err
	}
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok {
		return "", errors.New("Unauthorized: claims without a role")
	}
	role, _ := claims["role"].(string)
	return role, nil
}

func (v *verifier) status(raw string) int {
	_, err := v.role(raw)
	switch {
	case err == nil:
		return 200
	case strings.Contains(err.Error(), "claims without"), err.Error() == "Unauthorized":
		return 401
	}
	return 500
}

// converted says by an error of this package what is wrong, which refuses the token in any case.

var errOver = errors.New("session is over")

func (v *verifier) converted(raw string) error {
	_, err := v.parse(raw)
	return convert(err)
}

func convert(err error) error {
	if err != nil && strings.Contains(err.Error(), "token is expired") {
		return errOver
	}
	return err
}
