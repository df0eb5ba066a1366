// Package maker makes tokens for others.
package maker

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

// Password is reported here, where it is used, and nowhere else.
const Password = "A String Very Very Very Strong!!@##$!@#$" // want hardcoded-secret "40 bytes"

// Own signs with the constant.
func Own() (string, error) { return sign([]byte(Password)) }

func sign(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}

// Firm refuses short keys.
type Firm struct{ key []byte }

// NewFirm makes a Firm.
func NewFirm(key string) (*Firm, error) {
	if len(key) < 32 {
		return nil, errors.New("key is too short")
	}
	return &Firm{[]byte(key)}, nil
}

// Sign signs.
func (f *Firm) Sign() (string, error) { return sign(f.key) }

// Loose takes any key.
type Loose struct{ key []byte }

// NewLoose makes a Loose.
func NewLoose(key string) *Loose { return &Loose{[]byte(key)} }

// Sign signs.
func (l *Loose) Sign() (string, error) { return sign(l.key) }

// Options configure a Client. Without a Key nothing is signed.
type Options struct{ Key string }

// Client signs where it has a key.
type Client struct{ options Options }

// New makes a client.
func New(options Options) *Client { return &Client{options} }

// Sign signs.
func (c *Client) Sign() (string, error) {
	if c.options.Key == "" {
		return "", errors.New("no key")
	}
	return sign([]byte(c.options.Key))
}
