// Command irissecure has iris encrypt.
package main

import (
	"log"

	"github.com/kataras/iris/v12"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	if err := auth.Load(); err != nil {
		log.Fatal(err)
	}
	app := iris.New()
	log.Fatal(app.Run(iris.TLS(":8443", "cert.pem", "key.pem")))
}
