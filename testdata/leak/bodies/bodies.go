// Package bodies logs members of what requests bring.
package bodies

import (
	"encoding/json"
	"log"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type login struct {
	User    string
	IDToken string `json:"id_token"`
	Token   string `json:"token"` // of a device that wants to be pushed to
}

func handle(_ http.ResponseWriter, r *http.Request) {
	var in login
	if json.NewDecoder(r.Body).Decode(&in) != nil {
		return
	}
	log.Printf("login of %s with %s", in.User, in.IDToken) // want token-log
	log.Printf("device %s of %s", in.Token, in.User)
	log.Printf("%d bytes", len(in.IDToken))
}

func verified(_ http.ResponseWriter, r *http.Request) {
	var in struct{ Credential string }
	if json.NewDecoder(r.Body).Decode(&in) != nil {
		return
	}
	if _, err := jwt.Parse(in.Credential, func(*jwt.Token) (any, error) { return nil, nil }); err != nil {
		log.Printf("%v: %s", err, in.Credential) // want token-log
	}
}
