// Package proof signs and verifies whatever bytes it is given: who calls it knows what they are.
package proof

import (
	"encoding/json"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jws"
)

func SignMessage(content []byte, key any) ([]byte, error) {
	h := jws.NewHeaders()
	if err := h.Set("typ", "proof"); err != nil {
		return nil, err
	}
	return jws.Sign(content, jws.WithKey(jwa.ES256(), key, jws.WithProtectedHeaders(h)))
}

func VerifyMessage(message []byte, key any) ([]byte, error) {
	return jws.Verify(message, jws.WithKey(jwa.ES256(), key))
}

// What has members is claims.
func SignClaims(claims any, key any) ([]byte, error) {
	payload, err := json.Marshal(claims)
	if err != nil {
		return nil, err
	}
	return jws.Sign(payload, jws.WithKey(jwa.ES256(), key))
}

func VerifyClaims(token []byte, key any, claims any) error {
	payload, err := jws.Verify(token, jws.WithKey(jwa.ES256(), key))
	if err != nil {
		return err
	}
	return json.Unmarshal(payload, claims)
}
