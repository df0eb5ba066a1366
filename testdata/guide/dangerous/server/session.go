package main

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

type server struct {
	access, refresh []byte            // keys
	passwords       map[string][]byte // by user, as bcrypt hashes
}

func sign(user string, key []byte, life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}).SignedString(key)
}

func verify(raw string, key []byte) (string, error) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &claims, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return claims.Subject, err
}

func (s *server) issueTokens(user string) (access, refresh string, err error) {
	if access, err = sign(user, s.access, 2*time.Hour); err != nil {
		return "", "", err
	}
	refresh, err = sign(user, s.refresh, 7*24*time.Hour)
	return access, refresh, err
}

// login can be tried as often as somebody likes.
func (s *server) login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	err := bcrypt.CompareHashAndPassword(s.passwords[user], []byte(r.FormValue("password"))) // want unlimited-login
	if err != nil {
		http.Error(w, "wrong name or password", http.StatusUnauthorized)
		return
	}
	access, refresh, err := s.issueTokens(user)
	if err != nil {
		http.Error(w, "no token", http.StatusInternalServerError)
		return
	}
	setCookies(w, access, refresh)
}

// setCookies gives both tokens to the browser, which sends them with requests of other sites as well.
func setCookies(w http.ResponseWriter, access, refresh string) {
	http.SetCookie(w, &http.Cookie{ // want insecure-cookie missing-csrf
		Name: "access_token", Value: access, Path: "/", MaxAge: 2 * 3600, Secure: true, HttpOnly: true,
	})
	http.SetCookie(w, &http.Cookie{ // want insecure-cookie
		Name: "refresh_token", Value: refresh, Path: "/", MaxAge: 7 * 86400, Secure: true, HttpOnly: true,
	})
}

// renew issues new tokens and leaves the old refresh token as it is: who has a copy can use it for a
// week, and nobody sees it.
func (s *server) renew(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("refresh_token")
	if err != nil {
		http.Error(w, "no token", http.StatusUnauthorized)
		return
	}
	user, err := verify(cookie.Value, s.refresh)
	if err != nil {
		http.Error(w, "the token is not accepted", http.StatusUnauthorized)
		return
	}
	access, refresh, err := s.issueTokens(user)
	if err != nil {
		http.Error(w, "no token", http.StatusInternalServerError)
		return
	}
	setCookies(w, access, refresh) // want refresh-reuse
}

// logout makes the browser forget the tokens, and nobody else.
func (s *server) logout(w http.ResponseWriter, _ *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "access_token", Path: "/", MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Path: "/", MaxAge: -1}) // want logout-client-only
}

// authenticated refuses what is no good token, and leaves no trace of it.
func (s *server) authenticated(
	next func(w http.ResponseWriter, r *http.Request, user string),
) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		cookie, err := r.Cookie("access_token")
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		user, err := verify(cookie.Value, s.access) // want no-revocation silent-failure
		if err != nil {
			http.Error(w, "the token is not accepted", http.StatusUnauthorized)
			return
		}
		next(w, r, user)
	}
}
