// Command measured takes its measures in packages that those who need them do not import.
package main

import (
	"log"

	"github.com/gin-gonic/gin"

	"example.com/testdata/advice/lifecycle/measured/auth"
	"example.com/testdata/advice/lifecycle/measured/limits"
	"example.com/testdata/advice/lifecycle/measured/web"
)

func main() {
	r := gin.Default() // which logs each request with its status
	r.Use(limits.Slow(), web.Harden())
	r.POST("/login", auth.Login)
	r.POST("/refresh", auth.Renew)
	r.POST("/logout", auth.Logout)
	r.Use(auth.Required())
	r.GET("/", web.Home)
	log.Fatal(r.Run(":8080"))
}
