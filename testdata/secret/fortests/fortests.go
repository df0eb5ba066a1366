// Package fortests has functions for tests in a file of the program.
package fortests

import (
	"crypto/ed25519"
	"log"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type backend struct{ key ed25519.PrivateKey }

func (b *backend) sign(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodEdDSA, c).SignedString(b.key)
}

// No program calls what is called so.
func PrepareForTest() *backend {
	return &backend{ed25519.NewKeyFromSeed([]byte(strings.Repeat("*", ed25519.SeedSize)))}
}

func prepare() *backend {
	pem, err := os.ReadFile(os.Getenv("KEY_FILE"))
	if err != nil {
		log.Fatal(err)
	}
	key, err := jwt.ParseEdPrivateKeyFromPEM(pem)
	if err != nil {
		log.Fatal(err)
	}
	return &backend{key.(ed25519.PrivateKey)}
}

// Users are what tests in this package make by initTestUsers.
type Users struct{ secret string }

func newUsers() *Users {
	secret := os.Getenv("USERS_SECRET")
	if secret == "" {
		log.Fatal("USERS_SECRET is not set")
	}
	return &Users{secret}
}

func (u *Users) token(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(u.secret))
}

func initTestUsers() *Users {
	os.Setenv("USERS_SECRET", mockSecret())
	return newUsers()
}

func mockSecret() string { return "secret of tests" }

// A test mode that the program itself has is a part of it.
type mode struct{ secret string }

func newTestMode() *mode { return &mode{"the test mode"} } // want hardcoded-secret "constant of 13 bytes"

func start(c jwt.Claims) (string, error) {
	m := newTestMode()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(m.secret))
}

// So is what only sounds like a test.
func latestToken(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte("the latest")) // want hardcoded-secret
}

// SignTest is exported: who calls it is not known.
func SignTest(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte("for others")) // want hardcoded-secret
}
