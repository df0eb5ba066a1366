// Package more imports no library that verifies.
package more

import (
	"example.com/testdata/verify/stacked/guard"
	"example.com/testdata/verify/stacked/roles"

	"github.com/labstack/echo/v4"
)

// Members has a middleware of this program.
func Members(e *echo.Echo, key []byte, list echo.HandlerFunc) {
	members := e.Group("/members", guard.Required(key))
	members.Use(roles.Member)
	members.GET("/", list)
}

// Strangers has a handler that verifies, beside the routes of those that need not.
func Strangers(e *echo.Echo, key []byte, list echo.HandlerFunc) {
	e.POST("/refresh", guard.Refresh(key))
	e.GET("/strangers", list, roles.Stranger)
}
