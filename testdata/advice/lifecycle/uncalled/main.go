// Command uncalled has a helper that says "too many requests", and does not call it.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"

	"example.com/testdata/advice/lifecycle/uncalled/reply"
)

var key = []byte(os.Getenv("JWT_SECRET"))

func login(c *gin.Context) {
	if bcrypt.CompareHashAndPassword([]byte(os.Getenv("HASH")), []byte(c.PostForm("password"))) != nil { // want unlimited-login
		log.Print("wrong password")
		reply.Unauthorized(c, "wrong password")
		return
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: c.PostForm("name"), ExpiresAt: jwt.NewNumericDate(time.Now().Add(10 * time.Minute)),
	}).SignedString(key)
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"token": token})
}

func main() {
	router := gin.Default()
	router.POST("/login", login)
	log.Fatal(router.Run("localhost:8080"))
}
