// Command called calls it: a near miss of uncalled.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"

	"example.com/testdata/advice/lifecycle/called/reply"
)

var key = []byte(os.Getenv("JWT_SECRET"))

func login(c *gin.Context) {
	if busy(c.ClientIP()) {
		reply.TooManyRequests(c, "wait")
		return
	}
	if bcrypt.CompareHashAndPassword([]byte(os.Getenv("HASH")), []byte(c.PostForm("password"))) != nil {
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

var seen = map[string]int{}

func busy(addr string) bool {
	seen[addr]++
	return seen[addr] > 100
}
