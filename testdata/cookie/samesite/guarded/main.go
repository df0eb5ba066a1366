// Command guarded serves what package guardedauth has, behind a middleware that sets SameSite.
package main

import (
	"github.com/gin-gonic/gin"

	"example.com/testdata/cookie/samesite/guardedauth"
	"example.com/testdata/cookie/samesite/middleware"
)

func main() {
	router := gin.New()
	router.Use(middleware.SameSite)
	router.POST("/login", func(c *gin.Context) {
		guardedauth.Login(c, c.GetHeader("X-Token"))
		c.SetCookie("session_token", c.GetHeader("X-Token"), 900, "/", "", true, true)
	})
	router.Run()
}
