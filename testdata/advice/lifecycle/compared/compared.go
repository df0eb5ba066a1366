// Command compared keeps the refresh token of a user, and compares it when a new access token is asked for:
// no refresh token is issued then.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

var (
	key = []byte(os.Getenv("COMPARED_KEY"))
	db  *gorm.DB
)

// User is a record.
type User struct {
	ID           string
	RefreshToken string
}

func issue(subject string, life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: subject, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}).SignedString(key)
}

func verify(raw string) (*jwt.RegisteredClaims, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return c, err
}

func login(w http.ResponseWriter, r *http.Request) {
	refreshToken, err := issue(r.FormValue("user"), 24*time.Hour)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	user := User{ID: r.FormValue("user"), RefreshToken: refreshToken}
	db.Save(&user)
	w.Write([]byte(user.RefreshToken))
}

func refresh(w http.ResponseWriter, r *http.Request) {
	raw := r.FormValue("refresh_token")
	old, err := verify(raw)
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	user := User{}
	if err := db.First(&user, "id = ?", old.Subject).Error; err != nil || user.RefreshToken != raw {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	access, err := issue(user.ID, 15*time.Minute)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(access))
}

func main() {
	http.HandleFunc("POST /login", login)
	http.HandleFunc("POST /refresh", refresh)
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
