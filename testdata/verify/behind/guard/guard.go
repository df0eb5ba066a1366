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

// TokenType stands before the token.
const TokenType = "bearer"

// JWTAuth is a middleware without a call of Next, as a widespread template has it: gin goes on by itself,
// and who it is for is read by the handlers behind.
func JWTAuth() gin.HandlerFunc {
	return func(c *gin.Context) {
		raw := c.Request.Header.Get("Authorization")
		if raw == "" {
			c.Abort()
			return
		}
		raw = raw[len(TokenType)+1:] // want header-panic
		token, err := jwt.Parse(raw, key, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.Abort()
			return
		}
		if isRevoked(raw) {
			c.Abort()
			return
		}
		c.Set("token", token)
	}
}

// isRevoked is asked too late to say anything of the form of a header.
func isRevoked(raw string) bool { return raw == os.Getenv("REVOKED") }

// Me is a handler, in front of which a middleware of another package may stand.
func Me(c *gin.Context) {
	raw := c.Request.Header.Get("Authorization")
	token, err := jwt.Parse(raw[7:], key, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		c.Abort()
		return
	}
	c.JSON(http.StatusOK, token.Claims)
}
