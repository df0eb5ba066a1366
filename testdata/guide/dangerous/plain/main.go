// Command plain gives out tokens to everyone on the way.
package main

import (
	"encoding/json"
	"log"
	"log/slog"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func main() {
	key := os.Getenv("NOTES_PLAIN_JWT_KEY")
	if len(key) < 32 {
		log.Fatal("NOTES_PLAIN_JWT_KEY must have 32 bytes")
	}
	http.HandleFunc("POST /token", func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
			Subject: r.Header.Get("X-Device"), ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
		}).SignedString([]byte(key))
		if err != nil {
			slog.Error("signing", "err", err)
			http.Error(w, "no token", http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(map[string]string{"token": token})
	})
	log.Fatal(http.ListenAndServe(":8080", nil)) // want plaintext-listener
}
