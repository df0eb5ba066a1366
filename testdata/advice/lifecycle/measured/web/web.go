// Package web answers with pages, and hardens them.
package web

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// Harden sets header fields of every answer.
func Harden() gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Header("X-Frame-Options", "DENY")
		c.SetSameSite(http.SameSiteStrictMode)
		c.Next()
	}
}

// Home is the first page.
func Home(c *gin.Context) { c.HTML(http.StatusOK, "home.html", c.GetString("subject")) }
