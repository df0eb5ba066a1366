// Package issue signs for other packages and sets the end of a token under a condition.
package issue

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Issuer signs.
type Issuer struct{ key []byte }

// New makes one.
func New(key []byte) *Issuer { return &Issuer{key} }

// Access has an end where there is a life.
func (i *Issuer) Access(sub string, life time.Duration) (string, error) {
	c := jwt.MapClaims{"sub": sub}
	if life > 0 {
		c["exp"] = time.Now().Add(life).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(i.key)
}

// Remembered hands its own parameter on.
func (i *Issuer) Remembered(sub string, remember bool) (string, error) {
	return i.signed(sub, !remember, remember)
}

// Session hands its own parameter on as it is.
func (i *Issuer) Session(sub string, ends bool) (string, error) { return i.signed(sub, ends, false) }

func (i *Issuer) signed(sub string, ends, _ bool) (string, error) {
	c := jwt.RegisteredClaims{Subject: sub}
	if ends {
		c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(i.key)
}

// Until ends then.
func (i *Issuer) Until(sub string, end *time.Time) (string, error) {
	c := jwt.RegisteredClaims{Subject: sub}
	if end != nil {
		c.ExpiresAt = jwt.NewNumericDate(*end)
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(i.key)
}

// Default knows what to do without a life.
func (i *Issuer) Default(sub string, life time.Duration) (string, error) {
	if life == 0 {
		life = time.Hour
	}
	c := jwt.MapClaims{"sub": sub}
	if life > 0 {
		c["exp"] = time.Now().Add(life).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(i.key)
}

// APIKey is for machines.
func (i *Issuer) APIKey(sub string, life time.Duration) (string, error) {
	c := jwt.MapClaims{"sub": sub, "typ": "api_key"}
	if life > 0 {
		c["exp"] = time.Now().Add(life).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(i.key)
}
