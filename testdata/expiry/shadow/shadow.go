// Package shadow holds claims types that hide what the verifier checks.
package shadow

import (
	"time"

	jwt4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

type hiding struct {
	ID  string
	Exp int64 `json:"exp"` // want shadowed-claim
	jwt.RegisteredClaims
}

func sign(key []byte) {
	c := hiding{ID: "1", Exp: time.Now().Add(time.Hour).Unix()}
	jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

type embedding struct {
	ID         string
	jwt.Claims // want shadowed-claim
}

func parse(token string, key jwt.Keyfunc) {
	jwt.ParseWithClaims(token, &hiding{}, key)
	jwt.ParseWithClaims(token, &embedding{}, key)
	var c jwt4.RegisteredClaims
	jwt4.ParseWithClaims(token, c, nil) // want shadowed-claim "by value"
}

// Near misses.

type plain struct {
	ID    string `json:"id"`
	Scope string `json:"scope"`
	jwt.RegisteredClaims
}

type standalone struct {
	Exp           int64 `json:"exp"`
	jwt.MapClaims `json:"-"`
}

func fine(token string, key jwt.Keyfunc) {
	jwt.ParseWithClaims(token, &plain{}, key)
	jwt.ParseWithClaims(token, jwt.MapClaims{}, key)
	jwt.ParseWithClaims(token, &standalone{}, key)
}
