package panics

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// sent takes the first of the values that the request sends under a name, and looks at its form.
func sent(c *gin.Context) string {
	values, ok := c.Request.Header["Authorization"]
	if !ok || len(values) > 1 {
		c.AbortWithStatus(http.StatusUnauthorized)
		return ""
	}
	if !strings.HasPrefix(values[0], "Bearer ") {
		c.AbortWithStatus(http.StatusUnauthorized)
		return ""
	}
	return strings.Split(values[0], " ")[1]
}

// another looks at the form of another header.
func another(r *http.Request) string {
	values, other := r.Header["Authorization"], r.Header["X-Forwarded-For"]
	if len(values) != 1 || len(other) != 1 || !strings.HasPrefix(other[0], "for=") {
		return ""
	}
	return strings.Split(values[0], " ")[1] // want header-panic
}
