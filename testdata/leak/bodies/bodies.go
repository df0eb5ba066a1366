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

// granted is what a token endpoint answers (RFC 6749 section 5.1).
type granted struct {
	AccessToken string `json:"access_token"`
	TokenType   string `json:"token_type"`
	ExpiresIn   int    `json:"expires_in"`
}

func exchanged(res *http.Response) {
	var out granted
	if json.NewDecoder(res.Body).Decode(&out) != nil {
		return
	}
	log.Printf("granted %s for %d s", out.TokenType, out.ExpiresIn)
	log.Println("granted", out.AccessToken) // want token-log
	log.Printf("granted %+v", out)          // want token-log
	log.Println("granted", out.AccessToken[:4]+"...")
}

// made has the same members and is filled by nobody: what is in it is not known.
type made struct {
	AccessToken string `json:"access_token"`
}

func unfilled(m made) { log.Printf("%+v", m) }
