// Command program serves what package auth has, and nobody sets SameSite.
package main

import (
	"github.com/gin-gonic/gin"

	"example.com/testdata/cookie/samesite/auth"
)

func main() {
	router := gin.New()
	router.POST("/login", func(c *gin.Context) {
		auth.Login(c, c.GetHeader("X-Token"))
		c.SetCookie("session_token", c.GetHeader("X-Token"), 900, "/", "", true, true) // want insecure-cookie "lacks SameSite"
	})
	router.Run()
}
