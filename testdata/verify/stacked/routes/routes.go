// Package routes says what stands before what.
package routes

import (
	"example.com/testdata/verify/stacked/roles"

	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

// Signed has a middleware that verifies.
func Signed(e *echo.Echo, key []byte, list echo.HandlerFunc) {
	admin := e.Group("/admin")
	admin.Use(echojwt.JWT(key), roles.Admin)
	admin.GET("/users", list)
	user := e.Group("/user", echojwt.JWT(key), roles.User)
	user.GET("/me", list)
}

// Open has none.
func Open(e *echo.Echo, list echo.HandlerFunc) { e.Group("/guest", roles.Guest).GET("/", list) }
