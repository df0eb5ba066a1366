package units

import (
	"errors"
	"time"

	older "github.com/golang-jwt/jwt/v4"
)

// dated is written and read by one type, whose own method compares the time: text is as good to it.
type dated struct {
	User    string    `json:"sub"`
	Expires time.Time `json:"exp"`
	Issued  time.Time `json:"iat"`
}

func (d *dated) Valid() error {
	if time.Now().After(d.Expires) {
		return errors.New("expired")
	}
	return nil
}

func signDated(user string, key []byte) (string, error) {
	now := time.Now()
	d := &dated{User: user, Expires: now.Add(time.Hour), Issued: now}
	return older.NewWithClaims(older.SigningMethodHS256, d).SignedString(key)
}

// late leaves it to the claims that it embeds.
type late struct {
	older.RegisteredClaims
	Until time.Time `json:"exp"` // want shadowed-claim "exp"
}

func signLate(key []byte) (string, error) {
	l := &late{Until: time.Now().Add(time.Hour)} // want expiry-unit "time.Time"
	return older.NewWithClaims(older.SigningMethodHS256, l).SignedString(key)
}
