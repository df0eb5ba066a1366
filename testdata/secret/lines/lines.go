// Package lines claims to stand elsewhere. Each report stands in the file that exists.
package lines

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func nowhere(claims jwt.Claims) (string, error) {
//line nowhere.go:40
	key := []byte("nowhere") // want hardcoded-secret "7 bytes"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func ignored(claims jwt.Claims) (string, error) {
	//jwtvet:ignore hardcoded-secret -- the directive is above the line
	key := []byte("ignored")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func linted(claims jwt.Claims) (string, error) {
	key := []byte("linted") //nolint:jwtvet // which no driver finds in a file that is not there
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func claimedTwice(claims jwt.Claims) (string, error) {
//line grammar.none:7
	//jwtvet:ignore hardcoded-secret -- a generator writes a directive for each line
//line grammar.none:8
	key := []byte("claimed twice")
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func nameless(claims jwt.Claims) (string, error) {
//line :1
	key := []byte("nameless") // want hardcoded-secret "8 bytes"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func inside(claims jwt.Claims) (string, error) {
	key /*line x:1:2*/ := []byte("inside") // want hardcoded-secret "6 bytes"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func otherMachine(claims jwt.Claims) (string, error) {
//line /etc/passwd:1:1
	key := []byte("other machine") // want hardcoded-secret "13 bytes"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func otherText(claims jwt.Claims) (string, error) {
//line lines.go:3:1
	key := []byte("other text") // want hardcoded-secret "10 bytes"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func lineThatIsNot(claims jwt.Claims) (string, error) {
//line lines.go:1000000
	key := os.Getenv("LINES_KEY")                                                      // want unchecked-secret
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key)) // the sink is nowhere too
}

func within(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(
//line nowhere.go:90
		"within")) // want hardcoded-secret "6 bytes"
}

func fixed(claims jwt.Claims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key) // want key-type
}
