package texts

import (
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

func only(raw string, key jwt.Keyfunc) bool {
	_, err := jwt.Parse(raw, key)
	return err != nil && !strings.Contains(err.Error(), "expired") // want error-string-match "matched by its text"
}
