// Package onsite lets pages of other origins in, whose requests have no cookie of its users.
package onsite

import (
	"net/http"

	"github.com/gin-contrib/cors"
	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

var policy = cors.Config{AllowOriginFunc: func(origin string) bool { return true }, AllowCredentials: true}

func login(w http.ResponseWriter, c *gin.Context, key []byte) {
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: "access_token", Value: signed, MaxAge: 60, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode,
	})
	c.SetSameSite(http.SameSiteStrictMode)
	c.SetCookie("refresh_token", signed, 60, "/", "", true, true)
}
