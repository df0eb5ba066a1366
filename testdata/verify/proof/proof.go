// Package proof verifies tokens that prove the possession of the key in their own header.
package proof

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var errProof = errors.New("no proof")

const proofType = "dpop+jwt"

// proof checks a DPoP header (RFC 9449 section 4.3).
func proof(r *http.Request, seen func(string) bool) (ed25519.PublicKey, error) {
	raw := r.Header.Get("DPoP")
	head, _, err := jwt.NewParser().ParseUnverified(raw, jwt.MapClaims{})
	if err != nil {
		return nil, err
	}
	if typ, _ := head.Header["typ"].(string); !strings.EqualFold(typ, proofType) {
		return nil, errProof
	}
	key, err := publicKey(head.Header["jwk"])
	if err != nil {
		return nil, err
	}
	pick := func(*jwt.Token) (any, error) { return key, nil }
	token, err := jwt.Parse(raw, pick, jwt.WithValidMethods([]string{"EdDSA"}), jwt.WithoutClaimsValidation())
	if err != nil {
		return nil, err
	}
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok || !fresh(claims) || claims["htm"] != r.Method || seen(claims["jti"].(string)) {
		return nil, errProof
	}
	return key, nil
}

func fresh(claims jwt.MapClaims) bool {
	at, err := claims.GetIssuedAt()
	return err == nil && at != nil && time.Since(at.Time).Abs() < time.Minute
}

func publicKey(raw any) (ed25519.PublicKey, error) {
	jwk, ok := raw.(map[string]any)
	if !ok {
		return nil, errProof
	}
	x, _ := jwk["x"].(string)
	key, err := base64.RawURLEncoding.DecodeString(x)
	if err != nil || len(key) != ed25519.PublicKeySize {
		return nil, errProof
	}
	return key, nil
}

// session takes the same key for a token of another type: anybody can sign those.
func session(r *http.Request) (string, error) {
	raw := r.Header.Get("X-Token")
	head, _, err := jwt.NewParser().ParseUnverified(raw, jwt.MapClaims{})
	if err != nil {
		return "", err
	}
	if typ, _ := head.Header["typ"].(string); !strings.EqualFold(typ, "JWT") {
		return "", errProof
	}
	jwk, ok := head.Header["jwk"].(map[string]any)
	if !ok {
		return "", errProof
	}
	x, _ := jwk["x"].(string) // want key-from-token "jwk"
	key, err := base64.RawURLEncoding.DecodeString(x)
	if err != nil {
		return "", err
	}
	pick := func(*jwt.Token) (any, error) { return ed25519.PublicKey(key), nil }
	token, err := jwt.Parse(raw, pick, jwt.WithValidMethods([]string{"EdDSA"}), jwt.WithoutClaimsValidation()) // want validation-disabled
	if err != nil {
		return "", err
	}
	return token.Claims.(jwt.MapClaims)["sub"].(string), nil
}
