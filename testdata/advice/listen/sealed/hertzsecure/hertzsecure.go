// Command hertzsecure has hertz encrypt.
package main

import (
	"crypto/tls"
	"log"

	"github.com/cloudwego/hertz/pkg/app/server"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	if err := auth.Load(); err != nil {
		log.Fatal(err)
	}
	server.Default(server.WithTLS(&tls.Config{MinVersion: tls.VersionTLS12})).Spin()
}
