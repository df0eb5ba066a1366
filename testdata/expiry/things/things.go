// Package things signs what may be played, which is no access token: whoever has it is nobody.
package things

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Decision is how a medium is sent, as navidrome decides it.
type Decision struct {
	MediaID string
	Format  string
	Bitrate int
	Updated time.Time
}

func (d Decision) claims(life time.Duration) jwt.MapClaims {
	m := jwt.MapClaims{"mid": d.MediaID, "ua": d.Updated.Unix(), "exp": time.Now().Add(life).Unix()}
	if d.Format != "" {
		m["f"] = d.Format
		m["b"] = d.Bitrate
	}
	return m
}

func stream(d Decision, key []byte) (string, error) {
	claims := jwt.MapClaims{"mid": d.MediaID, "f": d.Format,
		"exp": time.Now().Add(48 * time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func decided(d Decision, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, d.claims(48*time.Hour)).SignedString(key)
}

func forAYear(d Decision, key []byte) (string, error) {
	claims := jwt.MapClaims{"mid": d.MediaID, "f": d.Format,
		"exp": time.Now().AddDate(1, 0, 0).Unix()} // want long-expiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func played(userID string, d Decision, key []byte) (string, error) {
	claims := jwt.MapClaims{"user_id": userID, "mid": d.MediaID,
		"exp": time.Now().Add(48 * time.Hour).Unix()} // want long-expiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func only(id string, key []byte) (string, error) {
	claims := jwt.MapClaims{"m": id, "exp": time.Now().Add(48 * time.Hour).Unix()} // want long-expiry
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}
