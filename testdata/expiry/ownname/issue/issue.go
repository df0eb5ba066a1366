// Package issue lets its tokens end by claims of its own name, which it never looks at itself, although
// it verifies them.
package issue

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("OWNNAME_KEY")))
}

// Parse verifies a token and returns its claims.
func Parse(raw string) (jwt.MapClaims, error) {
	token, err := jwt.Parse(raw, Key, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	return token.Claims.(jwt.MapClaims), nil
}

// Key returns the key of the tokens.
func Key(*jwt.Token) (any, error) { return []byte(os.Getenv("OWNNAME_KEY")), nil }

// Session is compared with the time by package guard.
func Session(user string) (string, error) {
	return sign(jwt.MapClaims{"sub": user, "expires": time.Now().Add(time.Hour).Unix()})
}

// Shown ends by a claim that package guard only logs, and hands to its handlers.
func Shown(user string) (string, error) {
	return sign(jwt.MapClaims{
		"sub":        user,
		"expired_at": time.Now().Add(time.Hour).Unix(), // want expiry-name
	})
}

// Least ends by a claim that package guard compares with a constant only.
func Least(user string) (string, error) {
	return sign(jwt.MapClaims{
		"sub":       user,
		"expire_on": time.Now().Add(time.Hour).Unix(), // want expiry-name
	})
}

// Counted ends by a claim that package guard compares in a helper, by a date.
func Counted(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user}
	claims["valid_until"] = time.Now().Add(time.Hour).Unix()
	return sign(claims)
}

// Claims end by a field that package guard compares.
type Claims struct {
	User string `json:"user"`
	Ends int64  `json:"expiry"`
	jwt.RegisteredClaims
}

// Typed is signed with these claims.
func Typed(user string) (string, error) {
	return sign(Claims{User: user, Ends: time.Now().Add(time.Hour).Unix()})
}

// Device ends by a field that nobody reads: package guard compares one of that name in a record.
type Device struct {
	Name      string    `json:"name"`
	ExpiresAt time.Time `json:"expires_at"`
	jwt.RegisteredClaims
}

// Of is signed with these claims.
func Of(name string) (string, error) {
	return sign(Device{Name: name, ExpiresAt: time.Now().Add(time.Hour)}) // want expiry-name
}
