// Package auth issues tokens whose lives others set, as numbers.
package auth

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Options are the settings of a service.
type Options struct{ Hours int }

// Service issues access tokens.
type Service struct {
	key     []byte
	hours   int
	minutes int
}

// NewService returns a service.
func NewService(key []byte, hours, minutes int) *Service { return &Service{key, hours, minutes} }

// Access returns an access token.
func (s *Service) Access(sub string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": sub, "exp": time.Now().Add(time.Duration(s.hours) * time.Hour).Unix(),
	}).SignedString(s.key)
}

// Short returns one for a download.
func (s *Service) Short(sub string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": sub, "exp": time.Now().Add(time.Duration(s.minutes) * time.Minute).Unix(),
	}).SignedString(s.key)
}

// With returns an access token that lives as the options say.
func With(o Options, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": "you", "exp": time.Now().Add(time.Duration(o.Hours) * time.Hour).Unix(),
	}).SignedString(key)
}
