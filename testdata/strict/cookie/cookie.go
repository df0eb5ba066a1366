// Package cookie keeps tokens in cookies that outlive them.
package cookie

import (
	"net/http"
	"os"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

func sign() string {
	claims := jwt.MapClaims{"exp": time.Now().Add(15 * time.Minute).Unix()}
	token, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("K")))
	return token
}

func month(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		MaxAge: 30 * 24 * 3600}) // want cookie-lifetime "for 720h0m0s, the token in it for 15m0s"
}

func day(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Expires: time.Now().Add(24 * time.Hour)}) // want cookie-lifetime "24h0m0s"
}

func nanos(c *gin.Context) {
	c.SetCookie("token", sign(), int(15*time.Minute), "/", "", true, true) // want cookie-lifetime
}

func bounds(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})              // want cookie-lifetime "no age"
	http.SetCookie(w, &http.Cookie{Name: "__Host-token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})               // want cookie-lifetime "no Path"
	http.SetCookie(w, &http.Cookie{Name: "__Host-token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, Path: "/api"}) // want cookie-lifetime "no Path"
	http.SetCookie(w, &http.Cookie{Name: "__Host-token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, Path: "/"})
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: 900})
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: "", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: -1})
}

// Near misses.

func fine(w http.ResponseWriter, age int) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: 900})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: age})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}
