// Package user asks.
package user

import (
	"errors"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"example.com/testdata/verify/relax/lenient"
)

func forever(raw string, key []byte) (string, error) {
	c, err := lenient.Parse(raw, key) // want validation-disabled "via lenient.Parse"
	if err != nil {
		return "", err
	}
	return c.Role, nil
}

// What follows is good.

func limited(raw string, key []byte) (string, error) {
	c, err := lenient.Parse(raw, key)
	if err != nil {
		return "", err
	}
	if c.ExpiresAt == nil || time.Since(c.ExpiresAt.Time) > 0 {
		return "", errors.New("over")
	}
	return c.Role, nil
}

// keep puts the claims where handlers find them: what they check there is not seen.
func keep(c *gin.Context, raw string, key []byte) {
	claims, err := lenient.Parse(raw, key)
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("claims", claims)
}
