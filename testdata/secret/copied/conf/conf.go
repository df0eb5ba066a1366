// Package conf has a key in a field.
package conf

import "github.com/golang-jwt/jwt/v5"

// Config configures a server.
type Config struct{ Host, JwtSecret string }

// Sign signs claims.
func (c *Config) Sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(c.JwtSecret))
}
