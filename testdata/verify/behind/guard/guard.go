// Package guard verifies tokens.
package guard

import (
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("BEHIND_KEY")), nil }

// Required refuses requests without a token.
func Required(c *gin.Context) {
	raw := strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")
	if os.Getenv("BEHIND_KEY") == "" {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	if _, err := jwt.Parse(raw, key, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}
