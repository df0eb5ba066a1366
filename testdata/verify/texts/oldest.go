package texts

import "github.com/dgrijalva/jwt-go" // want unmaintained-library "."

func oldest(raw string, key jwt.Keyfunc) bool {
	_, err := jwt.Parse(raw, key)
	return err != nil && err.Error() == "Token is expired" // want error-string-match "use errors.As and the bits of the error"
}
