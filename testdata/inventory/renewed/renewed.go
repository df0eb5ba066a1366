// Package renewed renews tokens: a function named after that issues access tokens as the login does.
package renewed

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Middleware signs for the login and for the renewal.
type Middleware struct{ key []byte }

// New has the key.
func New() *Middleware { return &Middleware{[]byte(os.Getenv("RENEWED_KEY"))} }

func (m *Middleware) sign(claims jwt.MapClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(m.key)
}

// LoginHandler signs the first one.
func (m *Middleware) LoginHandler(w http.ResponseWriter, user string) {
	signed, err := m.sign(jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).Unix()})
	if err == nil {
		_, _ = w.Write([]byte(signed))
	}
}

// RefreshToken gets a token with the request, and issues another one.
func (m *Middleware) RefreshToken(r *http.Request) (string, error) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), claims,
		func(*jwt.Token) (any, error) { return m.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return "", err
	}
	return m.sign(jwt.MapClaims{"sub": claims["sub"], "exp": time.Now().Add(time.Hour).Unix()})
}

// RefreshToken makes one: nothing comes in that could be renewed.
func RefreshToken(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": time.Now().Add(30 * 24 * time.Hour).Unix(),
	}).SignedString([]byte(os.Getenv("OWN_KEY")))
}

// Claims are handed over by other packages, with the key beside them.
type Claims struct {
	User string `json:"user"`
	Temp bool   `json:"temp"`
	jwt.RegisteredClaims
}

// Sign signs them with a key of the caller.
func Sign(claims Claims, secret string, life time.Duration) (string, error) {
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(life))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// Refresh is a handler that issues access tokens.
func Refresh(secret string, life time.Duration) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
			"sub": r.FormValue("user"), "exp": time.Now().Add(life).Unix(),
		}).SignedString([]byte(secret))
		if err == nil {
			_, _ = w.Write([]byte(signed))
		}
	}
}

type sessions interface {
	DeleteRefreshToken(ctx context.Context, tokenHash string) error
	DeletePasswordResetToken(ctx context.Context, tokenHash string) error
	DeleteRefreshTokenCookie(ctx context.Context, name string) error
}

// Renew takes the old token out of the store.
func Renew(ctx context.Context, s sessions, tokenHash string) error {
	if err := s.DeletePasswordResetToken(ctx, tokenHash); err != nil {
		return err
	}
	if err := s.DeleteRefreshTokenCookie(ctx, "refresh"); err != nil {
		return err
	}
	return s.DeleteRefreshToken(ctx, tokenHash)
}

// issuer has the claims set where the token is made, and hands it over.
type issuer struct{ key []byte }

func (i issuer) signed(token *jwt.Token) (string, error) { return token.SignedString(i.key) }

// LoginHandler sets those of the first one.
func (i issuer) LoginHandler(user string) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	claims := token.Claims.(jwt.MapClaims)
	claims["sub"], claims["exp"] = user, time.Now().Add(time.Hour).Unix()
	return i.signed(token)
}

// RefreshToken sets those of the next one.
func (i issuer) RefreshToken(r *http.Request) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256)
	claims := token.Claims.(jwt.MapClaims)
	claims["sub"], claims["exp"] = r.FormValue("user"), time.Now().Add(time.Hour).Unix()
	return i.signed(token)
}

var _ = []any{issuer.LoginHandler, issuer.RefreshToken}
