// Package refresh has access tokens and refresh tokens that take each other's place.
package refresh

import (
	"errors"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Tokens issues both kinds with one key.
type Tokens struct{ key []byte }

// New returns an issuer.
func New(key []byte) *Tokens { return &Tokens{key} }

func (t *Tokens) access(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": time.Now().Add(15 * time.Minute).Unix(),
	}).SignedString(t.key)
}

func (t *Tokens) refresh(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want shared-secret
		"sub": user, "exp": time.Now().Add(7 * 24 * time.Hour).Unix(),
	}).SignedString(t.key)
}

func (t *Tokens) verify(raw string) (string, error) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &claims, func(*jwt.Token) (any, error) { return t.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return claims.Subject, err
}

var errNoToken = errors.New("no refresh token")

// ServeHTTP issues a new pair and leaves the old one as it is: who has copied a refresh token can
// use it for a week, and nobody sees it.
func (t *Tokens) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("refresh_token")
	if err != nil {
		http.Error(w, errNoToken.Error(), http.StatusUnauthorized)
		return
	}
	user, err := t.verify(cookie.Value)
	if err != nil {
		http.Error(w, "the refresh token is not accepted", http.StatusUnauthorized)
		return
	}
	access, err := t.access(user)
	if err != nil {
		http.Error(w, "no token", http.StatusInternalServerError)
		return
	}
	refresh, err := t.refresh(user)
	if err != nil {
		http.Error(w, "no token", http.StatusInternalServerError)
		return
	}
	setCookie(w, "access_token", access)
	setCookie(w, "refresh_token", refresh)
}

func setCookie(w http.ResponseWriter, name, token string) {
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: token, Path: "/", MaxAge: 15 * 60,
		Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
}
