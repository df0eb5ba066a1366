// Package middleware lets middlewares send their tokens as cookies.
package middleware

import (
	"net/http"
	"os"
	"time"

	ginjwt "github.com/appleboy/gin-jwt/v2"
	hertzjwt "github.com/hertz-contrib/jwt"
)

func login() (*ginjwt.GinJWTMiddleware, error) {
	return ginjwt.New(&ginjwt.GinJWTMiddleware{ // want insecure-cookie "middleware, which holds the token, lacks Secure and SameSite"
		Key:            []byte(os.Getenv("K")),
		Timeout:        time.Hour,
		SendCookie:     true,
		CookieHTTPOnly: true,
	})
}

func hertz() (*hertzjwt.HertzJWTMiddleware, error) {
	return hertzjwt.New(&hertzjwt.HertzJWTMiddleware{SendCookie: true, SecureCookie: false}) // want insecure-cookie "lacks Secure, HttpOnly and SameSite"
}

// Near misses.

func header() (*ginjwt.GinJWTMiddleware, error) {
	return ginjwt.New(&ginjwt.GinJWTMiddleware{Key: []byte(os.Getenv("K")), Timeout: time.Hour})
}

func fine(secure bool) (*ginjwt.GinJWTMiddleware, error) {
	m := &ginjwt.GinJWTMiddleware{SendCookie: true, CookieHTTPOnly: true, SecureCookie: secure}
	m.CookieSameSite = http.SameSiteStrictMode
	return ginjwt.New(m)
}
