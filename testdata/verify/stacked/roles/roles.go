// Package roles has middlewares that believe the token of a request: what verifies it may stand before them.
package roles

import (
	"net/http"
	"strings"

	"example.com/testdata/verify/stacked/payload"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// Admin stands behind a middleware that verifies.
func Admin(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims, err := payload.Of(strings.TrimPrefix(c.Request().Header.Get("Authorization"), "Bearer "))
		if err != nil || claims["role"] != "admin" {
			return c.NoContent(http.StatusForbidden)
		}
		return next(c)
	}
}

// User stands behind it, too, and decodes by itself.
func User(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims := jwt.MapClaims{}
		_, _, err := jwt.NewParser().ParseUnverified(c.Request().Header.Get("X-Token"), claims)
		if err != nil || claims["role"] != "user" {
			return c.NoContent(http.StatusForbidden)
		}
		return next(c)
	}
}

// Guest is all that stands in front of its routes, although the program verifies tokens elsewhere.
func Guest(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims := jwt.MapClaims{}
		_, _, err := jwt.NewParser().ParseUnverified(c.Request().Header.Get("X-Token"), claims) // want unverified-token "role"
		if err != nil || claims["role"] != "guest" {
			return c.NoContent(http.StatusForbidden)
		}
		return next(c)
	}
}

// Member stands behind a middleware of this program.
func Member(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims := jwt.MapClaims{}
		_, _, err := jwt.NewParser().ParseUnverified(c.Request().Header.Get("X-Token"), claims)
		if err != nil || claims["role"] != "member" {
			return c.NoContent(http.StatusForbidden)
		}
		return next(c)
	}
}

// Stranger stands where another route has a handler that verifies.
func Stranger(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		claims := jwt.MapClaims{}
		_, _, err := jwt.NewParser().ParseUnverified(c.Request().Header.Get("X-Token"), claims) // want unverified-token "role"
		if err != nil || claims["role"] != "stranger" {
			return c.NoContent(http.StatusForbidden)
		}
		return next(c)
	}
}
