// Command idle logs out by services that do nothing, and by one that does something.
package main

import (
	"log"

	"github.com/gin-gonic/gin"

	"example.com/testdata/advice/lifecycle/idle/users"
	"example.com/testdata/advice/lifecycle/idle/web"
)

func main() {
	h := web.New(users.Plain{}, &users.Present{})
	r := gin.Default()
	r.POST("/logout", h.Logout)
	r.POST("/leave", h.SignOut)
	log.Fatal(r.Run(":8080"))
}
