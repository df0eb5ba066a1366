// Command bare takes no measure of its own: main alone knows that, and reports it where it is to be
// fixed.
package main

import (
	"log"

	"github.com/gin-gonic/gin"

	"example.com/testdata/advice/lifecycle/bare/auth"
	"example.com/testdata/advice/lifecycle/bare/web"
)

func main() {
	r := gin.New()
	r.POST("/login", auth.Login)
	r.POST("/refresh", auth.Renew)
	r.POST("/logout", web.Logout)
	r.Use(auth.Required())
	r.GET("/", web.Home)
	log.Fatal(r.Run(":8080"))
}
