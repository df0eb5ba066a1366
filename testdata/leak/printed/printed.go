// Package printed has a handler that prints a token, and no log: its standard output is one.
package printed

import (
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func mail(w http.ResponseWriter, _ *http.Request) {
	token, err := sign()
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Printf("https://shop.example.com/login?token=%s\n", token) // want token-log
	w.WriteHeader(http.StatusNoContent)
}

// show is what a tool prints for its user.
func show() error {
	token, err := sign()
	if err != nil {
		return err
	}
	fmt.Println(token)
	return nil
}

func sign() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}).
		SignedString([]byte(os.Getenv("PRINTED_KEY")))
}
