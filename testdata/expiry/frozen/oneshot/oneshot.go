// Command oneshot signs tokens for what it does now, and ends.
package main

import (
	"fmt"
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type signer interface {
	Sign(claims jwt.Claims) (string, error)
}

type codec struct{ key []byte }

func (c codec) encode(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(c.key)
}

type remote struct{ key []byte }

func (r remote) Sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(r.key)
}

func (c codec) issue(user string, now time.Time) (string, error) {
	return c.encode(jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(now.Add(time.Minute))})
}

func main() {
	key := []byte(os.Getenv("ONESHOT_KEY"))
	if len(key) < 32 {
		log.Fatal("ONESHOT_KEY is too short")
	}
	c := codec{key}
	now := time.Now()
	probe, err := c.encode(jwt.RegisteredClaims{
		Subject: "probe", IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(time.Minute)),
	})
	if err != nil {
		log.Fatal(err)
	}
	var s signer = remote{key}
	other, err := s.Sign(jwt.MapClaims{"exp": time.Now().Add(time.Minute).Unix()})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(probe), len(other))
	for _, user := range os.Args[1:] {
		tok, err := c.issue(user, now)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(user, len(tok))
	}
}
