// Command hooks signs tokens for another's API only: who sends it requests has none.
package main

import (
	"crypto/rsa"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var key *rsa.PrivateKey

func main() {
	http.HandleFunc("/hook", func(w http.ResponseWriter, r *http.Request) {
		claims := jwt.RegisteredClaims{Issuer: "1234", ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
		token, err := jwt.NewWithClaims(jwt.SigningMethodRS256, claims).SignedString(key)
		if err != nil {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
		req, _ := http.NewRequest("GET", "https://api.example.com/app", nil)
		req.Header.Set("Authorization", "Bearer "+token)
		res, err := http.DefaultClient.Do(req)
		if err == nil {
			res.Body.Close()
		}
		fmt.Fprintln(w, "ok")
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
