// Package middleware sets SameSite for the cookies of every request.
package middleware

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// SameSite is for all routes.
func SameSite(c *gin.Context) {
	c.SetSameSite(http.SameSiteLaxMode)
	c.Next()
}
