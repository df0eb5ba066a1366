// Package guardedauth sends tokens as cookies to whoever calls it; the program sets SameSite.
package guardedauth

import "github.com/gin-gonic/gin"

// Login sends a token.
func Login(c *gin.Context, token string) {
	c.SetCookie("access_token", token, 900, "/", "", true, true)
}
