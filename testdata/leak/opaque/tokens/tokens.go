// Package tokens makes tokens that are no JWTs.
package tokens

import (
	"crypto/rand"
	"encoding/hex"
)

// GenerateToken returns a random text.
func GenerateToken() (string, error) {
	b := make([]byte, 32)
	if _, err := rand.Read(b); err != nil {
		return "", err
	}
	return hex.EncodeToString(b), nil
}
