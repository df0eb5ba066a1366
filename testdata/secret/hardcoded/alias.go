package hardcoded

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// One literal that has many names is one defect.
const (
	written   = "one text with many names" // want hardcoded-secret
	secondary = written
	third     = (secondary)
)

const (
	left  = "a text that is put "
	whole = left + "together" // want hardcoded-secret
	again = whole
)

var held, kept = []byte(third), secondary

func signNamed(key []byte) (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func allNames() {
	for _, k := range [][]byte{[]byte(written), []byte(secondary), []byte(third), held, []byte(kept)} {
		signNamed(k)
	}
	signNamed([]byte(secondary))
	signNamed([]byte(third))
	signNamed([]byte(again))
	signNamed([]byte(whole))
}
