package jose

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"

	"github.com/go-jose/go-jose/v4/jwt"
)

func keyFile(raw, dir string) ([]byte, error) {
	token, err := jwt.ParseSigned(raw, algs)
	if err != nil || len(token.Headers) == 0 {
		return nil, errors.New("no token")
	}
	return os.ReadFile(filepath.Join(dir, token.Headers[0].KeyID)) // want key-from-token "chooses the file"
}

func ownKey(raw string) (*jwt.Claims, error) {
	token, err := jwt.ParseSigned(raw, algs)
	if err != nil {
		return nil, err
	}
	c := &jwt.Claims{}
	return c, token.Claims(token.Headers[0].JSONWebKey, c) // want key-from-token "used as the key"
}

func listed(raw string, keys map[string]string) (*http.Response, error) {
	token, err := jwt.ParseSigned(raw, algs)
	if err != nil {
		return nil, err
	}
	address, ok := keys[token.Headers[0].KeyID]
	if !ok {
		return nil, errors.New("unknown key")
	}
	return http.Get(address)
}
