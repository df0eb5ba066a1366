package cookie

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// One helper sets the cookies of all callers, another signs their tokens.

func set(w http.ResponseWriter, name, value string, age time.Duration) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: value, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		MaxAge: int(age.Seconds())})
}

func signFor(sub string, life time.Duration, key []byte) string {
	s, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": sub, "exp": time.Now().Add(life).Unix()}).SignedString(key)
	return s
}

func login(w http.ResponseWriter, sub string, accessKey, refreshKey []byte) {
	set(w, "access", signFor(sub, 15*time.Minute, accessKey), 15*time.Minute)
	set(w, "refresh", signFor(sub, 14*24*time.Hour, refreshKey), 14*24*time.Hour)
}

// The store's own token is opaque: how long the access token lives says nothing of it.
func opaque(w http.ResponseWriter, id string) { set(w, "session_token", id, 30*24*time.Hour) }

func remembered(w http.ResponseWriter, sub string, key []byte) {
	token := signFor(sub, 10*time.Minute, key)
	set(w, "access", token, 48*time.Hour) // want cookie-lifetime "for 48h0m0s, the token in it for 10m0s"
}

// The age is fixed, and one of the tokens is shorter.
func fixed(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: token, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		MaxAge: 3600}) // want cookie-lifetime "for 1h0m0s, the token in it for 5m0s"
}

func both(w http.ResponseWriter, sub string, key []byte) {
	fixed(w, signFor(sub, time.Hour, key))
	fixed(w, signFor(sub, 5*time.Minute, key))
}

// Another helper gets one token, and a value that is none.
func put(w http.ResponseWriter, value string, age int) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: value, Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		MaxAge: age})
}

func putToken(w http.ResponseWriter, sub string, key []byte) {
	put(w, signFor(sub, time.Minute, key), 60)
}

func putOpaque(w http.ResponseWriter, id string) { put(w, id, 30*24*3600) }

// A value that loops give each other ends the walk.
func swapped(w http.ResponseWriter, a, b string, n int) {
	for range n {
		a, b = b, a
	}
	put(w, a, 60)
}

// twice says twice how long a cookie lives, which is one mistake.
func twice(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: sign(), Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Expires: time.Now().Add(48 * time.Hour),
		MaxAge:  48 * 3600}) // want cookie-lifetime "for 48h0m0s"
}
