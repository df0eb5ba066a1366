package wrap

import (
	"crypto/rand"
	"log"
	"os"

	"example.com/testdata/leak/wrap/store"

	"github.com/golang-jwt/jwt/v5"
)

// keep keeps the key in a store that says in errors what it was not given.
func keep(claims jwt.Claims) (string, error) {
	key := os.Getenv("JWT_SECRET")
	if key == "" {
		log.Fatalf("JWT_SECRET is empty: %s", key)
	}
	if err := store.Insert("key", key); err != nil {
		return "", err
	}
	if err := store.Check("key", key); err != nil {
		return "", err
	}
	if err := store.Replace("key", key); err != nil { // want secret-log "via store.Replace"
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

// start makes a key where none is set, and prints it: the branch says "empty" of the one before.
func start(claims jwt.Claims) (string, error) {
	key := os.Getenv("JWT_SECRET")
	if key == "" {
		key = rand.Text()
		log.Println("no key is set, using", key) // want secret-log
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

// pair is what somebody who logs in is answered.
type pair struct{ Access, Refresh string }

func answer(claims jwt.Claims, key []byte) ([]byte, error) {
	access, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
	if err != nil {
		return nil, err
	}
	store.Told(pair{access, access}) // want token-log "via store.Told"
	return store.Answer(pair{access, access}), nil
}
