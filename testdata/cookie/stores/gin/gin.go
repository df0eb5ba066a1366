// Package main does the same with gin.
package main

import (
	"os"

	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	store := cookie.NewStore([]byte(os.Getenv("SESSION_KEY"))) // want insecure-cookie "lacks HttpOnly: scripts"
	r.Use(sessions.Sessions("s", store))
	r.POST("/login", func(c *gin.Context) {
		s := sessions.Default(c)
		s.Set("userID", 1)
		s.Save()
	})
}
