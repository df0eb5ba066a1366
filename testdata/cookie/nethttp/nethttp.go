// Package nethttp sends tokens in cookies of net/http and echo, as real handlers do.
package nethttp

import (
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/securecookie"
	"github.com/labstack/echo/v4"
)

func sign() string {
	token, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{}).SignedString([]byte(os.Getenv("K")))
	return token
}

func bare(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "auth", Value: sign()}) // want insecure-cookie "lacks Secure, HttpOnly and SameSite"
}

func aligned(w http.ResponseWriter) {
	cookie := http.Cookie{ // want insecure-cookie "which carries a token, lacks HttpOnly and SameSite"
		Name:   "session",
		Value:  sign(),
		Secure: true,
	}
	http.SetCookie(w, &cookie)
}

func byName(c echo.Context, value string) {
	cookie := new(http.Cookie) // want insecure-cookie "lacks SameSite: cross-site"
	cookie.Name = "access_token"
	cookie.Value = value
	cookie.Secure = true
	cookie.HttpOnly = true
	c.SetCookie(cookie)
}

func declared(w http.ResponseWriter, accessToken string) {
	var cookie http.Cookie // want insecure-cookie "lacks Secure: it is sent"
	cookie.Name = "a"
	cookie.Value = accessToken
	cookie.HttpOnly = true
	cookie.SameSite = http.SameSiteNoneMode
	http.SetCookie(w, &cookie)
}

const cookieName = "jwt"

// set is a helper for several cookies: one of its callers hands it a token.
func set(w http.ResponseWriter, name, value string, age int) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, MaxAge: age, HttpOnly: false, Secure: true, SameSite: http.SameSiteDefaultMode}) // want insecure-cookie "lacks HttpOnly and SameSite"
}

func login(w http.ResponseWriter)  { set(w, cookieName, sign(), 900) }
func themed(w http.ResponseWriter) { set(w, "theme", "dark", 900) }

func several(w http.ResponseWriter, access, refresh string) {
	cookies := []*http.Cookie{
		{Name: "accessToken", Value: access, Secure: true, HttpOnly: true}, // want insecure-cookie "lacks SameSite"

		{Name: "refreshToken", Value: refresh, Secure: true, SameSite: strict},        // want insecure-cookie "lacks HttpOnly"
		{Name: "lang", Value: access, Secure: true, HttpOnly: true, SameSite: strict}, // a near miss
	}
	for _, c := range cookies {
		http.SetCookie(w, c)
	}
}

const strict = http.SameSiteStrictMode

func encoded(w http.ResponseWriter, s *securecookie.SecureCookie) {
	if value, err := s.Encode("login", sign()); err == nil {
		http.SetCookie(w, &http.Cookie{Name: "login", Value: value, Path: "/"}) // want insecure-cookie "Secure, HttpOnly and SameSite"
	}
}

func header(w http.ResponseWriter) {
	w.Header().Set("Set-Cookie", "token="+sign()+"; Path=/; HttpOnly") // want insecure-cookie "lacks Secure and SameSite"

	w.Header().Add("set-cookie", fmt.Sprintf("jwt=%s; Max-Age=%d; Secure", sign(), 900)) // want insecure-cookie "lacks HttpOnly and SameSite"

	w.Header().Add("Set-Cookie", (&http.Cookie{Name: "jwt", Value: sign(), HttpOnly: true}).String()) // want insecure-cookie "lacks Secure and SameSite"

	w.Header().Add("Set-Cookie", fmt.Sprintf("jwt=%s; Secure; HttpOnly; SameSite=Lax; Max-Age=900", sign())) // a near miss

	w.Header().Add("Set-Cookie", "theme="+os.Getenv("THEME")+"; Path=/") // a near miss

	w.Header().Add("Set-Cookie", "token="+sign()+os.Getenv("COOKIE_FLAGS")) // a near miss

	w.Header().Add("Set-Cookie", "token=deleted; expires=Thu, 01 Jan 1970 00:00:00 GMT") // a near miss

	w.Header().Add("X-Token", "token="+sign()) // a near miss
}

// Near misses.

func secure(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: r.TLS != nil, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

type config struct{ Secure, Open bool }

func configured(w http.ResponseWriter, c config) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: c.Secure, HttpOnly: !c.Open, SameSite: http.SameSiteLaxMode})
}

func later(w http.ResponseWriter) {
	cookie := &http.Cookie{Name: "token", Value: sign()}
	cookie.Secure = true
	harden(cookie)
	http.SetCookie(w, cookie)
}

func harden(c *http.Cookie) {
	c.HttpOnly = true
	c.SameSite = http.SameSiteStrictMode
}

func inProduction(w http.ResponseWriter) {
	secure := false
	if os.Getenv("ENV") == "production" {
		secure = true
	}
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: secure, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func logout(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: "", Path: "/"})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: "gone"})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: r.Header.Get("x"), MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: r.Header.Get("x"), Expires: time.Unix(0, 0)})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: r.Header.Get("x"), Expires: time.Now().Add(-time.Hour)})
}

func hosted(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "__Host-token", Value: sign(), Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func others(w http.ResponseWriter, value string) {
	http.SetCookie(w, &http.Cookie{Name: "csrf_token", Value: value})
	http.SetCookie(w, &http.Cookie{Name: "oauth_state", Value: value})
	http.SetCookie(w, &http.Cookie{Name: "token_type", Value: value})
	http.SetCookie(w, &http.Cookie{Name: "tokenizer", Value: value})
	http.SetCookie(w, &http.Cookie{Name: "user", Value: value})
}

// A request's cookie has no flags.
func outgoing(r *http.Request) { r.AddCookie(&http.Cookie{Name: "token", Value: sign()}) }

func read(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie("token"); err == nil {
		c.Path = "/"
		http.SetCookie(w, c)
	}
}

// forgeryConfig names the cookie of a defence against forged requests, which scripts have to read.
type forgeryConfig struct {
	CookieName string
	Secure     bool
}

func (c *forgeryConfig) defaults() {
	if c.CookieName == "" {
		c.CookieName = "_csrf"
	}
}

func (c *forgeryConfig) send(w http.ResponseWriter, token string) {
	c.defaults()
	http.SetCookie(w, &http.Cookie{Name: c.CookieName, Value: token, Path: "/", Secure: c.Secure, SameSite: http.SameSiteLaxMode})
}

// sessionConfig is the same for a session.
type sessionConfig struct{ CookieName string }

func (c *sessionConfig) send(w http.ResponseWriter, token string) {
	if c.CookieName == "" {
		c.CookieName = "sid"
	}
	http.SetCookie(w, &http.Cookie{Name: c.CookieName, Value: token, Secure: true, SameSite: http.SameSiteLaxMode}) // want insecure-cookie "HttpOnly"
}
