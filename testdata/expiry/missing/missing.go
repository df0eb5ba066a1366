// Package missing signs tokens that never end, and tokens whose end is set in the ways programs set it.
package missing

import (
	"os"
	"time"

	dgrijalva "github.com/dgrijalva/jwt-go"
	jwt4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/expiry/claims"
)

func key() []byte {
	k := os.Getenv("EXPIRY")
	if k == "" {
		panic("EXPIRY is not set")
	}
	return []byte(k)
}

func literal(user string) {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key()) // want missing-expiry
}

func variable(user string) {
	c := jwt.MapClaims{}
	c["sub"] = user
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, c)
	t.SignedString(key()) // want missing-expiry
}

func constructor(user string) {
	t := dgrijalva.New(dgrijalva.SigningMethodHS256)
	c := t.Claims.(dgrijalva.MapClaims)
	c["sub"] = user
	t.SignedString(key()) // want missing-expiry
}

type userClaims struct {
	User string `json:"user"`
	jwt4.RegisteredClaims
}

func structure(user string) {
	c := &userClaims{User: user, RegisteredClaims: jwt4.RegisteredClaims{Issuer: "me"}}
	jwt4.NewWithClaims(jwt4.SigningMethodHS256, c).SignedString(key()) // want missing-expiry
}

func helper(user string) jwt.MapClaims { return jwt.MapClaims{"sub": user} }

func built(user string) {
	jwt.NewWithClaims(jwt.SigningMethodHS256, helper(user)).SignedString(key()) // want missing-expiry
}

func wrapped(user string) {
	claims.Sign(jwt.MapClaims{"sub": user}, key()) // want missing-expiry
}

func misnamed(user string) {
	c := jwt.MapClaims{
		"sub":       user,
		"expiredAt": time.Now().Add(time.Hour).Unix(), // want expiry-name
	}
	jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
}

type oddClaims struct {
	jwt.RegisteredClaims
	Exp int64 // written as "Exp"
}

func miscased(user string) {
	c := oddClaims{Exp: time.Now().Add(time.Hour).Unix()} // want expiry-name
	jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
}

// Near misses.

func set(user string) {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).Unix()}).SignedString(key())
}

const expKey = "exp"

func variableKey(user string) {
	c := jwt.MapClaims{"sub": user}
	c[expKey] = time.Now().Add(time.Hour).Unix()
	jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
}

func assertion(user string) {
	t := dgrijalva.New(dgrijalva.SigningMethodHS256)
	t.Claims.(dgrijalva.MapClaims)["exp"] = time.Now().Add(time.Hour).Unix()
	t.SignedString(key())
}

func replaced(user string) {
	t := jwt.New(jwt.SigningMethodHS256)
	t.Claims = &jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	t.SignedString(key())
}

func branch(user string, forever bool) {
	c := &userClaims{User: user}
	if !forever {
		c.ExpiresAt = jwt4.NewNumericDate(time.Now().Add(time.Hour))
	}
	jwt4.NewWithClaims(jwt4.SigningMethodHS256, c).SignedString(key())
}

func extend(c jwt.MapClaims) { c["exp"] = time.Now().Add(time.Hour).Unix() }

func extended(user string) {
	c := jwt.MapClaims{"sub": user}
	extend(c)
	jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
}

func (c *userClaims) endIn(d time.Duration) { c.ExpiresAt = jwt4.NewNumericDate(time.Now().Add(d)) }

func method(user string) {
	c := &userClaims{User: user}
	c.endIn(time.Hour)
	jwt4.NewWithClaims(jwt4.SigningMethodHS256, c).SignedString(key())
}

func unseen(c jwt.Claims) { jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key()) }

func unseenKeys(extra map[string]any) {
	c := jwt.MapClaims{}
	for k, v := range extra {
		c[k] = v
	}
	jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
}

func elsewhere(user string) {
	jwt.NewWithClaims(jwt.SigningMethodHS256, claims.For(user)).SignedString(key())
	c := jwt.MapClaims{"sub": user}
	claims.Fill(c)
	jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key())
}

type ownClaims struct {
	User string
	Ends int64
}

func (c ownClaims) Valid() error {
	if time.Now().Unix() > c.Ends {
		return os.ErrDeadlineExceeded
	}
	return nil
}

func own(user string) {
	jwt4.NewWithClaims(jwt4.SigningMethodHS256, ownClaims{User: user, Ends: time.Now().Add(time.Hour).Unix()}).SignedString(key())
}

func logout(user string) {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "events": map[string]any{}}).SignedString(key())
}

// A token that the program's own processes show each other, which its name says.
func newInternalToken() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "hook"}).SignedString(key())
}

// The word alone says nothing of what the token is for.
func signInternal(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key()) // want missing-expiry
}
