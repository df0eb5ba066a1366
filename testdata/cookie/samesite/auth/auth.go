// Package auth sends tokens as cookies and leaves SameSite to the program.
package auth

import "github.com/gin-gonic/gin"

// Login sends a token.
func Login(c *gin.Context, token string) {
	c.SetCookie("access_token", token, 900, "/", "", true, true) // want insecure-cookie "lacks SameSite: cross-site requests carry it"
}

// Configured may or may not lack Secure.
func Configured(c *gin.Context, token string, secure bool) {
	c.SetCookie("refresh_token", token, 900, "/", "", secure, true) // want insecure-cookie "lacks SameSite"
}

// Ignored is called by pages of the same site only.
func Ignored(c *gin.Context, token string) {
	//jwtvet:ignore insecure-cookie -- a proxy adds SameSite
	c.SetCookie("login_token", token, 900, "/", "", true, true)
}

// Theme sends no token.
func Theme(c *gin.Context, name string) { c.SetCookie("theme", name, 900, "/", "", true, true) }

// Logout deletes one.
func Logout(c *gin.Context) { c.SetCookie("access_token", "", -1, "/", "", true, true) }
