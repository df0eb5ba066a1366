// Package limits slows everybody down.
package limits

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"golang.org/x/time/rate"
)

// Slow answers ten requests a second.
func Slow() gin.HandlerFunc {
	l := rate.NewLimiter(10, 20)
	return func(c *gin.Context) {
		if !l.Allow() {
			c.AbortWithStatus(http.StatusTooManyRequests)
			return
		}
		c.Next()
	}
}
