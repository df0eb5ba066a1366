// Package failed returns lives together with an error.
package failed

import (
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func sign(life time.Duration, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(life).Unix()}).SignedString(key)
}

func lifeOf(name string) (time.Duration, error) {
	d, err := time.ParseDuration(os.Getenv(name))
	if err != nil {
		return 9999 * time.Hour, err
	}
	return d, nil
}

func leaves(key []byte) (string, error) {
	d, err := lifeOf("LIFE")
	if err != nil {
		return "", err
	}
	return sign(d, key)
}

func otherLife(name string) (time.Duration, error) {
	d, err := time.ParseDuration(os.Getenv(name))
	if err != nil {
		return 9999 * time.Hour, err // want long-expiry
	}
	return d, nil
}

func goesOn(key []byte) (string, error) {
	d, err := otherLife("LIFE")
	if err != nil {
		log.Print(err)
	}
	return sign(d, key)
}
