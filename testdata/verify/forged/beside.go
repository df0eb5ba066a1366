package forged

import (
	"log"

	old "github.com/golang-jwt/jwt/v4"
)

// parsed is a token with the error of its verification: who gets it looks at both.
type parsed struct {
	Token *old.Token
	Err   error
	about string
}

func parseBoth(raw string, keyfunc old.Keyfunc) *parsed {
	var out parsed
	token, err := old.ParseWithClaims(raw, &old.RegisteredClaims{}, keyfunc, old.WithValidMethods([]string{"HS256"}))
	if token == nil {
		token = &old.Token{Claims: &old.RegisteredClaims{}}
		log.Print("no token: " + err.Error())
	}
	out.Token = token
	out.Err = err
	return &out
}

// parseOne keeps the token alone.
func parseOne(raw string, keyfunc old.Keyfunc) *parsed {
	var out parsed
	token, err := old.ParseWithClaims(raw, &old.RegisteredClaims{}, keyfunc, old.WithValidMethods([]string{"HS256"})) // want ignored-error
	if token == nil {
		token = &old.Token{Claims: &old.RegisteredClaims{}}
		log.Print("no token: " + err.Error())
	}
	out.Token = token
	out.about = "parsed"
	return &out
}
