// Package auth logs users in and lets their requests pass.
package auth

import (
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

type claims struct{ jwt.RegisteredClaims }

var key = []byte(os.Getenv("JWT_SECRET"))

func issue(subject string, life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims{jwt.RegisteredClaims{
		Subject: subject, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}}).SignedString(key)
}

func verify(raw string) (*claims, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return c, err
}

var accounts = map[string][]byte{}

func compare(hash []byte, password string) bool {
	return bcrypt.CompareHashAndPassword(hash, []byte(password)) == nil
}

// Login trades a password for tokens.
func Login(c *gin.Context) {
	var in struct{ Name, Password string }
	if c.ShouldBindJSON(&in) != nil || !compare(accounts[in.Name], in.Password) { // want unlimited-login "passwords can be tried without a limit"
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	accessToken, err := issue(in.Name, 24*time.Hour)
	refreshToken, err2 := issue(in.Name, 7*24*time.Hour)
	if errors.Join(err, err2) != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.SetCookie("access_token", accessToken, 86400, "/", "", true, true) // want missing-csrf "cookie logs in, has no SameSite"
	c.SetCookie("refresh_token", refreshToken, 604800, "/refresh", "", true, true)
	c.JSON(http.StatusOK, gin.H{"refresh_token": refreshToken})
}

// Change has a password compared, and is no login.
func Change(c *gin.Context) {
	if !compare(accounts[c.PostForm("name")], c.PostForm("old")) {
		c.AbortWithStatus(http.StatusForbidden)
	}
}

// Renew trades a refresh token for other tokens.
func Renew(c *gin.Context) {
	old, err := verify(c.PostForm("refresh_token"))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	accessToken, err := issue(old.Subject, 24*time.Hour)
	refreshToken, err2 := issue(old.Subject, 7*24*time.Hour)
	if errors.Join(err, err2) != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"access_token": accessToken, "refresh_token": refreshToken}) // want refresh-reuse "the one that was used stays valid"
}

type pair struct{ AccessToken, RefreshToken string }

func newPair(subject string) (p pair, err error) {
	if p.AccessToken, err = issue(subject, 24*time.Hour); err != nil {
		return p, err
	}
	p.RefreshToken, err = issue(subject, 7*24*time.Hour)
	return p, err
}

// RenewPair trades a refresh token for a pair.
func RenewPair(c *gin.Context) {
	old, err := verify(c.PostForm("refresh_token"))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	p, err := newPair(old.Subject) // want refresh-reuse "the one that was used stays valid"
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, p)
}

// Kept does so, too, and keeps it.
func Kept(c *gin.Context) {
	old, err := verify(c.PostForm("refresh_token"))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	p, err := newPair(old.Subject)
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	current[old.Subject] = p.RefreshToken
	c.JSON(http.StatusOK, p)
}

var current = map[string]string{}

// Required lets requests with a token pass.
func Required() gin.HandlerFunc {
	return func(c *gin.Context) {
		raw, err := c.Cookie("access_token")
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		who, err := verify(raw) // want no-revocation "tokens live 24h0m0s and nothing asks" silent-failure "token is refused and nothing in the program logs"
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("subject", who.Subject)
		c.Next()
	}
}
