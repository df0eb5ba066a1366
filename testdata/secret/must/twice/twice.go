// Package twice verifies with a key whose read is reported where it is.
package twice

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/must/twice/handler"
)

func verify(raw string) (*jwt.Token, error) {
	cfg := handler.LoadConfig()
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(cfg.Secret), nil },
		jwt.WithValidMethods([]string{"HS256"}))
}
