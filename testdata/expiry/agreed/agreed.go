// Package agreed signs tokens for a service of others, which wants their times in milliseconds and a
// member of its own in the header.
package agreed

import (
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func bearer(apiKey string) (string, error) {
	id, secret, _ := strings.Cut(apiKey, ".")
	now := time.Now().UnixNano() / 1e6
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"api_key": id, "exp": now + 3600*1000, "timestamp": now,
	})
	token.Header["sign_type"] = "SIGN"
	return token.SignedString([]byte(secret))
}

func ask(req *http.Request, id, secret string) error {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"api_key": id, "exp": time.Now().Add(time.Hour).UnixMilli(), "timestamp": time.Now().UnixMilli(),
	})
	token.Header = map[string]any{"alg": "HS256", "sign_type": "SIGN"}
	signed, err := token.SignedString([]byte(secret))
	req.Header.Set("Authorization", signed)
	return err
}

// Another time in milliseconds is no agreement.
func plain(id string, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": id, "exp": time.Now().Add(time.Hour).UnixMilli(), // want expiry-unit "milliseconds"
		"timestamp": time.Now().UnixMilli(),
	}).SignedString(key)
}

// So is the id of a key none, which any library knows.
func keyed(id string, key []byte) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": id, "exp": time.Now().Add(time.Hour).UnixMilli(), // want expiry-unit "milliseconds"
		"timestamp": time.Now().UnixMilli(),
	})
	token.Header["kid"] = "2026"
	return token.SignedString(key)
}

// Times in two units were agreed on by nobody.
func mixed(id string, key []byte) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": id, "exp": time.Now().Add(time.Hour).UnixMilli(), // want expiry-unit "milliseconds"
		"timestamp": time.Now().Unix(),
	})
	token.Header["sign_type"] = "SIGN"
	return token.SignedString(key)
}
