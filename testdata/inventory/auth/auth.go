// Package auth issues and verifies tokens with a key and a lifetime that others hand over.
package auth

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Maker is what others make with their key.
type Maker struct{ key []byte }

// NewMaker tests the key.
func NewMaker(key string) (*Maker, error) {
	if len(key) < 32 {
		return nil, errors.New("the key is too short")
	}
	return &Maker{[]byte(key)}, nil
}

// Create lets others say how long the token lives.
func (m *Maker) Create(user string, ttl time.Duration) (string, error) {
	claims := jwt.MapClaims{"sub": user, "iss": "shop", "exp": time.Now().Add(ttl).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(m.key)
}

// Verify is what others call with the token of a request.
func (m *Maker) Verify(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return m.key, nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithIssuer("shop"))
}

// One helper signs for several: each of them is an entry.

func sign(claims jwt.Claims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS512, claims).SignedString(key)
}

func accessToken(user string, key []byte) (string, error) {
	return sign(jwt.MapClaims{"sub": user, "exp": time.Now().Add(15 * time.Minute).Unix()}, key)
}

func refreshToken(user string, key []byte) (string, error) {
	return sign(jwt.MapClaims{"sub": user, "exp": time.Now().Add(7 * 24 * time.Hour).Unix()}, key)
}

func forever(user string, key []byte) (string, error) {
	return sign(jwt.MapClaims{"sub": user}, key) // want missing-expiry
}

// The life that is kept in a field which others can set is the one that is known.

// Details are returned to the caller.
type Details struct{ AtExpires int64 }

func details(user string, key []byte) (string, error) {
	d := &Details{}
	d.AtExpires = time.Now().Add(30 * time.Minute).Unix()
	claims := jwt.MapClaims{"sub": user, "exp": d.AtExpires}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// The token says which key verifies it.

var keys = map[string][]byte{}

func byKid(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		return keys[kid], nil
	})
}

// A bool chooses the key: each caller signs with one of the two.

func chosen(user string, refresh bool) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": time.Now().Add(10 * time.Minute).Unix(),
	})
	if refresh {
		return token.SignedString([]byte(os.Getenv("REFRESH_KEY")))
	}
	return token.SignedString([]byte(os.Getenv("ACCESS_KEY")))
}

func both(user string) error {
	if _, err := chosen(user, true); err != nil {
		return err
	}
	_, err := chosen(user, false)
	return err
}

// The version of the tokens of a user takes all that were issued before back.

type versioned struct {
	jwt.RegisteredClaims
	TokenVersion int `json:"ver"`
}

func current(claims *versioned, stored int) bool { return claims.TokenVersion == stored }

func currentByName(claims jwt.MapClaims, stored int) bool {
	return int(claims["token_version"].(float64)) >= stored
}

// NewAccessToken verifies a refresh token and returns another one.
func NewAccessToken(old string) (string, error) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(old, claims, func(*jwt.Token) (any, error) { return renewal, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": claims["sub"], "exp": time.Now().Add(10 * time.Minute).Unix(),
	}).SignedString(renewal)
}

var renewal = []byte(os.Getenv("RENEWAL_KEY"))

// Service has two keys, which others hand over.
type Service struct{ access, refresh []byte }

// NewService takes both.
func NewService(accessKey, refreshKey []byte) *Service { return &Service{accessKey, refreshKey} }

// Access signs with one of them.
func (s *Service) Access(user string) (string, error) {
	return sign(jwt.MapClaims{"sub": user, "exp": time.Now().Add(10 * time.Minute).Unix()}, s.access)
}

// Refresh signs with the other one.
func (s *Service) Refresh(user string) (string, error) {
	return sign(jwt.MapClaims{"sub": user, "exp": time.Now().Add(240 * time.Hour).Unix()}, s.refresh)
}
