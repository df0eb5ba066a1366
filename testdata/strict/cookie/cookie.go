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
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})              // want cookie-lifetime "neither MaxAge nor Expires"
	http.SetCookie(w, &http.Cookie{Name: "__Host-token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})               // want cookie-lifetime "no Path"
	http.SetCookie(w, &http.Cookie{Name: "__Host-token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, Path: "/api"}) // want cookie-lifetime "no Path"
	http.SetCookie(w, &http.Cookie{Name: "__Host-token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, Path: "/"})
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: 900})
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: "", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: -1})
}

// moments gives the end where the age stands, as go-fiber-boilerplate does.
func moments(w http.ResponseWriter, c *gin.Context, token string) {
	expires := time.Now().Add(15 * time.Minute)
	http.SetCookie(w, &http.Cookie{Name: "token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: int(expires.Unix())}) // want cookie-lifetime "a Unix timestamp"
	c.SetCookie("token", token, int(time.Now().Add(time.Hour).Unix()), "/", "", true, true)                                                                 // want cookie-lifetime "a Unix timestamp"
	http.SetCookie(w, &http.Cookie{Name: "token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: int(time.Until(expires).Seconds())})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: int(expires.Sub(time.Now()).Seconds())})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: int(expires.Unix() - time.Now().Unix())})
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: int(expires.Unix())})
}

// Near misses.

func fine(w http.ResponseWriter, age int) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: 900})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode, MaxAge: age})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}
