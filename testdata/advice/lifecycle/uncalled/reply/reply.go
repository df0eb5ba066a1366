// Package reply answers requests for others.
package reply

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// Unauthorized answers that somebody has to log in.
func Unauthorized(c *gin.Context, text string) {
	c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": text})
}

// TooManyRequests answers that somebody has to wait.
func TooManyRequests(c *gin.Context, text string) {
	c.AbortWithStatusJSON(http.StatusTooManyRequests, gin.H{"error": text})
}
