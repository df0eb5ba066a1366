// Package guess holds keys that an attacker can work out.
package guess

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	mrand "math/rand"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
)

func sign(key []byte) {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}

const letters = "abcdefghijklmnopqrstuvwxyz"

func helper(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = letters[mrand.Intn(len(letters))] // want predictable-secret
	}
	return string(b)
}

func generator() { sign([]byte(helper(64))) }

func clock() { sign([]byte(fmt.Sprintf("app-%d", time.Now().UnixNano()))) } // want predictable-secret

func host() {
	name, _ := os.Hostname() // want predictable-secret
	sign([]byte(name + "-signing"))
}

func digest() {
	id, _ := uuid.NewUUID() // want predictable-secret
	sum := sha256.Sum256([]byte(id.String()))
	sign([]byte(hex.EncodeToString(sum[:])))
}

// Near misses.

func secure() {
	key := make([]byte, 32)
	rand.Read(key)
	sign(key)
}

func mixed() { sign([]byte(fmt.Sprintf("%s-%d", os.Getenv("GUESS_A"), time.Now().Unix()))) }

func init() {
	if os.Getenv("GUESS_A") == "" {
		panic("GUESS_A is not set")
	}
}

func identifier() string { return helper(8) }

// a tenant picks its own key
func tenant(r *http.Request) { sign([]byte(r.FormValue("tenant"))) } // want predictable-secret

// Near misses: the credential that a request brings is known to who sent it alone.

func presented(r *http.Request) {
	sign([]byte(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")))
}
