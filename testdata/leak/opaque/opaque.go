// Package opaque logs tokens that are random texts: those of mail links, and those of sessions.
package opaque

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"log"
	"net/http"

	"github.com/google/uuid"

	"example.com/testdata/leak/opaque/service"
	"example.com/testdata/leak/opaque/tokens"
)

type server struct{ accounts service.Accounts }

// forgot is what a service does that has no mail yet.
func (s *server) forgot(ctx context.Context, id int64, email string) error {
	resetToken, _, err := s.accounts.NewResetToken(ctx, id)
	if err != nil {
		return err
	}
	if err := s.accounts.KeepResetToken(ctx, id, resetToken); err != nil {
		return err
	}
	log.Printf("password reset token for %s: %s", email, resetToken) // want token-log
	return nil
}

func session(w http.ResponseWriter, r *http.Request) {
	refreshToken := uuid.NewString()
	log.Println("new session", refreshToken) // want token-log
	fmt.Fprintln(w, refreshToken)
}

type pair struct{ AccessToken string }

func issue(w http.ResponseWriter, r *http.Request) {
	b := make([]byte, 24)
	rand.Read(b)
	p := pair{AccessToken: base64.RawURLEncoding.EncodeToString(b)}
	log.Println("issued", p.AccessToken) // want token-log
}

// The function says what its token is for.
func SendPasswordReset(w http.ResponseWriter, r *http.Request) {
	token, err := tokens.GenerateToken()
	if err != nil {
		return
	}
	log.Printf("https://example.com/reset?token=%s", token) // want token-log
}

// Near misses: random texts that let nobody in.

func lock(w http.ResponseWriter, r *http.Request) {
	token := uuid.NewString()
	log.Println("lock is held by", token)
	pageToken := uuid.NewString()
	log.Println("next page", pageToken)
	csrfToken := uuid.NewString()
	log.Println("form", csrfToken)
	refreshTokenID := uuid.NewString()
	log.Println("jti", refreshTokenID)
}

// Near miss: what is shown of it is no token.
func masked(w http.ResponseWriter, r *http.Request) {
	refreshToken := uuid.NewString()
	log.Println("new session", refreshToken[:4]+"...", len(refreshToken))
}

// Near miss: what a token is called, and not it.
func named(w http.ResponseWriter, r *http.Request) {
	const refreshToken = "refresh_token"
	log.Println("lacks", refreshToken)
}
