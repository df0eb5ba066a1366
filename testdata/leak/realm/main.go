// Package main shows its key in the header field that asks for a token.
package main

import (
	"os"

	ginjwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
)

var key = must()

func must() string {
	k := os.Getenv("SESSION_KEY")
	if len(k) < 32 {
		panic("")
	}
	return k
}

func main() {
	mw, _ := ginjwt.New(&ginjwt.GinJWTMiddleware{
		Realm: key, // want secret-response
		Key:   []byte(key),
	})
	named, _ := ginjwt.New(&ginjwt.GinJWTMiddleware{Realm: "shop", Key: []byte(key)})
	r := gin.Default()
	r.Use(named.MiddlewareFunc())
	r.Use(mw.MiddlewareFunc())
	r.Run()
}
