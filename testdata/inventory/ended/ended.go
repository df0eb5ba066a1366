// Package ended revokes claims, writes down that it did, has keys beside their names, and sends
// several cookies by one helper.
package ended

import (
	"context"
	"encoding/base64"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/inventory/store"
)

func logout(ctx context.Context, l *store.List, claims *jwt.RegisteredClaims) error {
	if err := l.Revoke(ctx, claims); err != nil {
		return err
	}
	return nil
}

// told writes down which one it was.
func told(l interface{ Revoked(jti string) }, claims *jwt.RegisteredClaims) { l.Revoked(claims.ID) }

type key struct {
	id     string
	secret []byte
}

func parse(text string) (key, error) {
	id, encoded, _ := strings.Cut(text, ":")
	secret, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(secret) < 32 {
		return key{}, errors.New("no key")
	}
	if len(id) < 64 {
		return key{}, errors.New("no id")
	}
	return key{id, secret}, nil
}

func (k key) sign() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{}).SignedString(k.secret)
}

func setCookie(w http.ResponseWriter, name, token string, life time.Duration) {
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: token, MaxAge: int(life.Seconds()), Secure: true, HttpOnly: true,
	})
}

func login(w http.ResponseWriter, access, refresh string) {
	setCookie(w, "access_token", access, 15*time.Minute)
	setCookie(w, "refresh_token", refresh, 7*24*time.Hour)
}

// Names that are not all known stand for none.

func setNamed(w http.ResponseWriter, name, token string) {
	http.SetCookie(w, &http.Cookie{Name: name, Value: token, Secure: true, HttpOnly: true})
}

func some(w http.ResponseWriter, r *http.Request, token string) {
	setNamed(w, "token", token)
	setNamed(w, r.PathValue("tenant"), token)
}
