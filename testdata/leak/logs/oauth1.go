package logs

import (
	"log"

	"github.com/golang-jwt/jwt/v5"
)

// OAuth 1 gives each token a secret of its own (RFC 5849). It signs requests, no tokens.
type provided struct {
	Name              string
	AccessToken       string
	AccessTokenSecret string
}

// A key of the same name stands alone.
type signing struct {
	Issuer            string
	AccessTokenSecret string
}

func provide(p provided, s signing) {
	log.Printf("%+v", p)
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(s.AccessTokenSecret))
	log.Printf("%+v", s) // want secret-log "AccessTokenSecret"
}
