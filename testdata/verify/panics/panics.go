// Package panics takes credentials apart.
package panics

import (
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

func second(r *http.Request) string {
	return strings.Split(r.Header.Get("Authorization"), " ")[1] // want header-panic "without a length check"
}

func variable(c *gin.Context) string {
	parts := strings.Split(c.GetHeader("Authorization"), "Bearer ")
	return parts[1] // want header-panic "without a length check"
}

func sliced(r *http.Request) string {
	auth := r.Header.Get("authorization")
	if auth == "" {
		return ""
	}
	return auth[7:] // want header-panic "without a length check"
}

func measured(r *http.Request) string {
	return r.Header.Get("X-Access-Token")[len("Bearer "):] // want header-panic "X-Access-Token header is indexed"
}

func integer(token *jwt.Token) int64 {
	claims := token.Claims.(jwt.MapClaims)
	return claims["exp"].(int64) // want header-panic "never of this type"
}

func list(raw string, key jwt.Keyfunc) ([]string, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil {
		return nil, err
	}
	return claims["roles"].([]string), nil // want header-panic "never of this type"
}

// who hands claims over can have put them together
func given(claims jwt.MapClaims) []string { return claims["roles"].([]string) }

// What follows is good.

func counted(r *http.Request) (string, error) {
	parts := strings.Fields(r.Header.Get("X-Auth-Token"))
	if len(parts) != 2 {
		return "", errors.New("no token")
	}
	return parts[1], nil
}

func prefixed(r *http.Request) string {
	auth := r.Header.Get("Proxy-Authorization")
	if len(auth) > 7 && strings.EqualFold(auth[:7], "bearer ") {
		return auth[7:]
	}
	return ""
}

func first(r *http.Request) string { return strings.Split(r.Header.Get("X-Api-Key"), ",")[0] }

func other(r *http.Request) string { return strings.Split(r.Header.Get("Accept"), ",")[1] }

func number(claims jwt.MapClaims) (float64, []any) {
	roles, ok := claims["roles"].([]string)
	if ok {
		return float64(len(roles)), nil
	}
	return claims["exp"].(float64), claims["roles"].([]any)
}

func built() int64 {
	claims := jwt.MapClaims{"exp": int64(1)}
	return claims["exp"].(int64)
}
