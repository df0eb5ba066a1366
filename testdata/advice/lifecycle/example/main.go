// Command example answers with JSON, and has a page that nothing routes to.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/advice/lifecycle/example/view"
)

func guard(c *gin.Context) {
	_, err := jwt.Parse(c.GetHeader("Authorization"), func(*jwt.Token) (any, error) {
		return []byte(os.Getenv("JWT_SECRET")), nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

func main() {
	r := gin.Default()
	r.GET("/", guard, view.API)
	log.Fatal(r.Run("localhost:8080"))
}
