// Package auth logs users in, keeps who is, and lets their requests pass.
package auth

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"github.com/redis/go-redis/v9"
	"golang.org/x/crypto/bcrypt"
)

var (
	key = []byte(os.Getenv("JWT_SECRET"))
	rdb = redis.NewClient(&redis.Options{Addr: os.Getenv("REDIS")})
)

func issue(subject, id string, life time.Duration) string {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: subject, ID: id, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}).SignedString(key)
	if err != nil {
		return ""
	}
	return token
}

func verify(raw string) (*jwt.RegisteredClaims, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return c, err
}

var accounts = map[string][]byte{}

// Login trades a password for tokens.
func Login(c *gin.Context) {
	name := c.PostForm("name")
	if bcrypt.CompareHashAndPassword(accounts[name], []byte(c.PostForm("password"))) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.SetCookie("access_token", issue(name, "1", 24*time.Hour), 86400, "/", "", true, true)
	c.JSON(http.StatusOK, gin.H{"refresh_token": issue(name, "2", 7*24*time.Hour)})
}

// Renew trades a refresh token for another one, once.
func Renew(c *gin.Context) {
	old, err := verify(c.PostForm("refresh_token"))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	if first, err := rdb.SetNX(c, "used:"+old.ID, 1, 7*24*time.Hour).Result(); err != nil || !first {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	refreshToken := issue(old.Subject, "3", 7*24*time.Hour)
	c.JSON(http.StatusOK, gin.H{"refresh_token": refreshToken})
}

// Logout ends the token, too.
func Logout(c *gin.Context) {
	end(c, c.GetString("id"))
	c.SetCookie("access_token", "", -1, "/", "", true, true)
	c.JSON(http.StatusOK, gin.H{"message": "logged out"})
}

func end(ctx context.Context, id string) { rdb.Set(ctx, "gone:"+id, 1, 24*time.Hour) }

// Required lets requests with a token pass that has not ended.
func Required() gin.HandlerFunc {
	return func(c *gin.Context) {
		raw, _ := c.Cookie("access_token")
		who, err := verify(raw)
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		if n, err := rdb.Exists(c, "gone:"+who.ID).Result(); err != nil || n > 0 {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("subject", who.Subject)
		c.Next()
	}
}
