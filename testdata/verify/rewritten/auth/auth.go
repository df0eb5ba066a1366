// Package auth verifies tokens, and gives a claim the type that the program uses.
package auth

import (
	"errors"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"
)

// Key verifies the tokens.
var Key func(*jwt.Token) (any, error)

// Claims returns the claims of a request with a good token.
func Claims(r *http.Request) (jwt.MapClaims, error) {
	token, err := request.ParseFromRequest(r, request.OAuth2Extractor, Key,
		request.WithParser(jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}))))
	if err != nil {
		return nil, err
	}
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok {
		return nil, errors.New("no claims")
	}
	id, ok := claims["user_id"].(float64)
	if !ok {
		return nil, errors.New("no user")
	}
	claims["user_id"] = uint(id)
	return claims, nil
}
