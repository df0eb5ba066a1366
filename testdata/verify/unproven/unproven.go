// Package unproven lets the header of a token lead to what verifies it.
package unproven

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jws"
)

type keys struct {
	dir     string
	db      *sql.DB
	trusted map[string][]byte
	issuer  string
}

func (k *keys) file(t *jwt.Token) (any, error) {
	kid, _ := t.Header["kid"].(string)
	return os.ReadFile(filepath.Join(k.dir, kid+".key")) // want key-from-token "kid"
}

func (k *keys) row(t *jwt.Token) (any, error) {
	var secret []byte
	err := k.db.QueryRow(fmt.Sprintf("SELECT secret FROM keys WHERE id = '%s'", t.Header["kid"])).Scan(&secret) // want key-from-token "statement"
	return secret, err
}

func (k *keys) fetched(t *jwt.Token) (any, error) {
	jku, ok := t.Header["jku"].(string)
	if !ok {
		return nil, errors.New("no jku")
	}
	resp, err := http.Get(jku) // want key-from-token "jku"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var secret []byte
	return secret, json.NewDecoder(resp.Body).Decode(&secret)
}

func (k *keys) own(t *jwt.Token) (any, error) {
	return t.Header["jwk"], nil // want key-from-token "used as the key"
}

func jwx(raw []byte) (*http.Response, error) {
	message, err := jws.Parse(raw)
	if err != nil {
		return nil, err
	}
	return http.Get(message.Signatures()[0].ProtectedHeaders().JWKSetURL()) // want key-from-token "chooses the URL"
}

func use(raw string, k *keys) error {
	for _, f := range []jwt.Keyfunc{k.file, k.row, k.fetched, k.listed, k.placeholder, k.compared, k.path} {
		if _, err := jwt.Parse(raw, f, jwt.WithValidMethods([]string{"HS256"})); err != nil {
			return err
		}
	}
	_, err := jwt.Parse(raw, k.own, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// What follows is good.

func (k *keys) listed(t *jwt.Token) (any, error) {
	id, _ := t.Header["kid"].(string)
	secret, ok := k.trusted[id]
	if !ok {
		return nil, errors.New("unknown key")
	}
	return secret, nil
}

func (k *keys) placeholder(t *jwt.Token) (any, error) {
	var secret []byte
	err := k.db.QueryRow("SELECT secret FROM keys WHERE id = $1", t.Header["kid"]).Scan(&secret)
	return secret, err
}

func (k *keys) compared(t *jwt.Token) (any, error) {
	from, _ := t.Header["x5u"].(string)
	if !strings.HasPrefix(from, k.issuer) {
		return nil, errors.New("another issuer")
	}
	_, err := http.Get(from)
	return nil, err
}

// the host is ours, the token only says which of its keys
func (k *keys) path(t *jwt.Token) (any, error) {
	_, err := http.Get(fmt.Sprintf("https://keys.example.org/%s", t.Header["kid"]))
	return nil, err
}
