package texts

import "github.com/golang-jwt/jwt/v4"

func fourth(raw string, key jwt.Keyfunc) bool {
	_, err := jwt.Parse(raw, key)
	return err != nil && err.Error() == "Token is expired" // want error-string-match "matched by its text"
}
