package guess

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/guess/text"
)

var drawn = []byte(text.RandStr(40)) // want predictable-secret "can be guessed"

var safe = []byte(text.RandHex(32))

func signDrawn(t *jwt.Token) (string, error) { return t.SignedString(drawn) }

func signSafe(t *jwt.Token) (string, error) { return t.SignedString(safe) }
