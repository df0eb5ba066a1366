// Package app fills in what another package leaves empty.
package app

import (
	"example.com/testdata/secret/filled/config"

	"github.com/golang-jwt/jwt/v5"
)

func start() {
	cfg := config.Load()
	if cfg.JWT.Secret == "" {
		cfg.JWT.Secret = "for development only" // want default-secret
	}
	sign(cfg)
}

func sign(cfg *config.Config) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(cfg.JWT.Secret))
}
