// Package steps has middlewares.
package steps

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"golang.org/x/crypto/bcrypt"
)

var hash []byte

// Again has the user give the password once more.
func Again() gin.HandlerFunc {
	return func(c *gin.Context) {
		if bcrypt.CompareHashAndPassword(hash, []byte(c.GetHeader("X-Password"))) != nil {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// Required has the user logged in, which is no confirmation.
func Required() gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.GetHeader("Authorization") == "" {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}
