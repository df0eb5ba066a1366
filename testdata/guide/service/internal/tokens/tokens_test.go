package tokens_test

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/guide/service/internal/tokens"
)

func key(t *testing.T, id string) tokens.Key {
	t.Helper()
	k, err := tokens.ParseKey(tokens.GenerateKey(id))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// While keys are changed, tokens of the previous key work, and none of the one before it.
func TestRotation(t *testing.T) {
	first, second, third := key(t, "2026-09"), key(t, "2026-10"), key(t, "2026-11")
	service := func(current tokens.Key, previous ...tokens.Key) *tokens.Service {
		r := tokens.NewRing(current, previous...)
		return tokens.New(tokens.Rings{Access: r, Refresh: r, Confirmation: r})
	}
	old, err := service(first).Access("alice")
	if err != nil {
		t.Fatal(err)
	}
	if claims, err := service(second, first).VerifyAccess(old); err != nil ||
		claims.Subject != "alice" {
		t.Errorf("got %+v, %v", claims, err)
	}
	if _, err := service(third, second).VerifyAccess(old); !errors.Is(err, tokens.ErrUnknownKey) {
		t.Errorf("got %v", err)
	}
}

// An expired token of the previous key is expired, not forged.
func TestExpiredOfPrevious(t *testing.T) {
	first, second := key(t, "2026-10"), key(t, "2026-11")
	then := time.Now().Add(-time.Hour)
	old, err := tokens.NewRing(first).Sign(&tokens.Claims{RegisteredClaims: jwt.RegisteredClaims{
		ID: "1", Issuer: "https://notes.example.com", Subject: "alice",
		Audience:  jwt.ClaimStrings{"notes-api"},
		IssuedAt:  jwt.NewNumericDate(then),
		ExpiresAt: jwt.NewNumericDate(then.Add(tokens.AccessLife)),
	}})
	if err != nil {
		t.Fatal(err)
	}
	s := tokens.New(tokens.Rings{Access: tokens.NewRing(second, first)})
	if _, err := s.VerifyAccess(old); !errors.Is(err, jwt.ErrTokenExpired) {
		t.Errorf("got %v", err)
	}
}

// A kind of token takes the place of no other, not even with the same key.
func TestKinds(t *testing.T) {
	r := tokens.NewRing(key(t, "2026-11"))
	s := tokens.New(tokens.Rings{Access: r, Refresh: r, Confirmation: r})
	refresh, err := s.Refresh("alice")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.VerifyAccess(refresh); !errors.Is(err, jwt.ErrTokenInvalidAudience) {
		t.Errorf("got %v", err)
	}
	if _, err := s.VerifyRefresh(refresh); err != nil {
		t.Error(err)
	}
}

// Tokens without a signature, of another algorithm, of another issuer, or that lack a claim.
func TestRefused(t *testing.T) {
	text := tokens.GenerateKey("2026-11")
	k, err := tokens.ParseKey(text)
	if err != nil {
		t.Fatal(err)
	}
	ring := tokens.NewRing(k)
	s := tokens.New(tokens.Rings{Access: ring})
	now := time.Now()
	good := jwt.RegisteredClaims{
		ID: "1", Issuer: "https://notes.example.com", Subject: "alice",
		Audience:  jwt.ClaimStrings{"notes-api"},
		IssuedAt:  jwt.NewNumericDate(now),
		ExpiresAt: jwt.NewNumericDate(now.Add(tokens.AccessLife)),
	}
	signed := func(change func(*jwt.RegisteredClaims)) string {
		claims := good
		change(&claims)
		raw, err := ring.Sign(&tokens.Claims{RegisteredClaims: claims})
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	if _, err := s.VerifyAccess(signed(func(*jwt.RegisteredClaims) {})); err != nil {
		t.Fatal(err)
	}
	by := func(method jwt.SigningMethod, key any) string {
		token := jwt.NewWithClaims(method, &tokens.Claims{RegisteredClaims: good})
		token.Header["kid"] = k.ID
		raw, err := token.SignedString(key)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
	_, encoded, _ := strings.Cut(text, ":")
	secret, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		t.Fatal(err)
	}
	for name, raw := range map[string]string{
		"nothing":          "",
		"no token":         "a.b.c",
		"no signature":     by(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType),
		"HS512":            by(jwt.SigningMethodHS512, secret),
		"no id":            signed(func(c *jwt.RegisteredClaims) { c.ID = "" }),
		"no subject":       signed(func(c *jwt.RegisteredClaims) { c.Subject = "" }),
		"no iat":           signed(func(c *jwt.RegisteredClaims) { c.IssuedAt = nil }),
		"no exp":           signed(func(c *jwt.RegisteredClaims) { c.ExpiresAt = nil }),
		"another issuer":   signed(func(c *jwt.RegisteredClaims) { c.Issuer = "https://evil.example" }),
		"another audience": signed(func(c *jwt.RegisteredClaims) { c.Audience = nil }),
	} {
		if claims, err := s.VerifyAccess(raw); err == nil {
			t.Errorf("%s: got %+v", name, claims)
		}
	}
}
