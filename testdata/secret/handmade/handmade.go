// Package handmade verifies the signature of tokens by itself.
package handmade

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"strings"
)

var secret = []byte("kept in the source") // want hardcoded-secret "constant of 18 bytes"

func valid(token string) bool {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return false
	}
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(parts[0] + "." + parts[1]))
	got, err := base64.RawURLEncoding.DecodeString(parts[2])
	return err == nil && hmac.Equal(got, mac.Sum(nil))
}

func formatted(token string) bool {
	parts := strings.SplitN(token, ".", 3)
	input := fmt.Sprintf("%s.%s", parts[0], parts[1])
	mac := hmac.New(sha256.New, []byte(os.Getenv("HANDMADE_KEY"))) // want unchecked-secret
	mac.Write([]byte(input))
	return parts[2] == base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// Near misses: signatures of other things.

var webhook = []byte("of a webhook")

func signed(timestamp, body, signature string) bool {
	mac := hmac.New(sha256.New, webhook)
	mac.Write([]byte(timestamp + "." + body))
	return hmac.Equal([]byte(signature), mac.Sum(nil))
}

func cookie(value string) bool {
	name, sum, _ := strings.Cut(value, ".")
	mac := hmac.New(sha256.New, []byte("of a cookie"))
	mac.Write([]byte(name))
	return sum == base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

func version(text string) string {
	parts := strings.Split(text, ".")
	mac := hmac.New(sha256.New, []byte("of a version"))
	mac.Write([]byte(parts[0]))
	return fmt.Sprintf("%s.%s", parts[0], parts[1])
}
