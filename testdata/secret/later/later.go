// Package later gives package variables their keys when the program starts.
package later

import (
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var (
	accessKey string
	mailKey   []byte
	resetKey  string
	inviteKey string
)

// load is called by main. The keys are tested where they are read.
func load() {
	accessKey = mustGetenv("ACCESS_KEY")
	mailKey = []byte(mustGetenv("MAIL_KEY"))
	resetKey = getenv("RESET_KEY", "")  // want unchecked-secret
	inviteKey = os.Getenv("INVITE_KEY") // want unchecked-secret
}

func mustGetenv(name string) string {
	v := os.Getenv(name)
	if v == "" {
		log.Fatalf("%s is not set", name)
	}
	return v
}

func getenv(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}

func sign(claims jwt.Claims) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	token.SignedString([]byte(accessKey))
	token.SignedString(mailKey)
	token.SignedString([]byte(resetKey))
	token.SignedString([]byte(inviteKey))
}
