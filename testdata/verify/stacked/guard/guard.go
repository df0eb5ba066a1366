// Package guard verifies tokens, and has a handler that does so, too.
package guard

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// Required lets in who has a good token.
func Required(key []byte) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if !good(c, key) {
				return c.NoContent(http.StatusUnauthorized)
			}
			return next(c)
		}
	}
}

// Refresh answers who has one.
func Refresh(key []byte) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !good(c, key) {
			return c.NoContent(http.StatusUnauthorized)
		}
		return c.NoContent(http.StatusOK)
	}
}

func good(c echo.Context, key []byte) bool {
	_, err := jwt.Parse(c.Request().Header.Get("X-Token"), func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return err == nil
}
