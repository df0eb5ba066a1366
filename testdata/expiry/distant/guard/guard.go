// Package guard compares one of the claims.
package guard

import (
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Allowed reports whether the session of a request goes on.
func Allowed(r *http.Request) bool {
	token, err := jwt.Parse(r.Header.Get("X-Session"), func(*jwt.Token) (any, error) {
		return []byte(os.Getenv("DISTANT_KEY")), nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return false
	}
	end, ok := token.Claims.(jwt.MapClaims)["expires"].(float64)
	return ok && float64(time.Now().Unix()) < end
}
