// Command ginsecure listens with gin both ways.
package main

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	r := gin.Default()
	r.Any("/", gin.WrapH(auth.Require(http.NotFoundHandler())))
	go r.Run(":8080")
	log.Fatal(r.RunTLS(":8443", "cert.pem", "key.pem"))
}
