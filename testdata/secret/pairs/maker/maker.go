// Package maker holds the key that signs.
package maker

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Maker signs.
type Maker struct{ key []byte }

// New keeps the key.
func New(key string) *Maker { return &Maker{[]byte(key)} }

// Create signs for a time.
func (m *Maker) Create(sub string, ttl time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": sub, "exp": time.Now().Add(ttl).Unix()}).SignedString(m.key)
}

// CreateFor signs for minutes.
func (m *Maker) CreateFor(sub string, minutes int) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": sub, "exp": time.Now().Add(time.Duration(minutes) * time.Minute).Unix()}).SignedString(m.key)
}

// CreateTyped signs for a purpose.
func (m *Maker) CreateTyped(sub, typ string, ttl time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": sub, "typ": typ, "exp": time.Now().Add(ttl).Unix()}).SignedString(m.key)
}
