// Package callback hands settings to functions that only its callers know.
package callback

import (
	"encoding/json"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type settings struct{ Secret string }

func (s settings) sign(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(s.Secret))
}

// observers are told of each change.
var observers []func(settings)

func change(w http.ResponseWriter, s settings) {
	for _, observe := range observers {
		observe(s) // a call of no function that has a name
	}
	json.NewEncoder(w).Encode(s) // want secret-response
}
