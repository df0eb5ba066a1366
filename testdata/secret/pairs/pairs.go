// Package pairs signs access tokens and others with one key. Payloads differ, and nothing that a
// verifier reads separates them.
package pairs

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var key, other = must("PAIRS_JWT"), must("PAIRS_OTHER_JWT")

func must(name string) []byte {
	k := os.Getenv(name)
	if len(k) < 32 {
		panic("short " + name)
	}
	return []byte(k)
}

type accessClaims struct {
	UserID string `json:"user_id"`
	Email  string `json:"email"`
	jwt.RegisteredClaims
}

type refreshClaims struct {
	UserID string `json:"user_id"`
	jwt.RegisteredClaims
}

func ends(in time.Duration) jwt.RegisteredClaims {
	return jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(in))}
}

func access(id, email string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, accessClaims{id, email, ends(15 * time.Minute)}).SignedString(key)
}

// The access token has all that a refresh token has.
func refresh(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, refreshClaims{id, ends(7 * 24 * time.Hour)}).SignedString(key) // want shared-secret "one is accepted in place of the other"
}

// Near miss: the refresh token has the session's id, the access token has not, and that has the
// user's.
func refreshSession(session string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sid": session, "exp": time.Now().Add(7 * 24 * time.Hour).Unix()}).SignedString(key)
}

// Near miss: nothing says whose it is.
func refreshNobody() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(7 * 24 * time.Hour).Unix()}).SignedString(key)
}

type service struct{ secret []byte }

func newService() *service { return &service{must("PAIRS_SERVICE_JWT")} }

func (s *service) GenerateToken(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": id, "exp": time.Now().Add(time.Hour).Unix()}).SignedString(s.secret)
}

// A mail link that is a session: whoever has an access token sets a new password.
func (s *service) GenerateResetToken(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": id, "exp": time.Now().Add(20 * time.Minute).Unix()}).SignedString(s.secret) // want shared-secret "token of a mail link"
}

// Near misses: other claims, a key of its own, a claim that says what it is for, the check of a code
// that opens a session.

func (s *service) GenerateVerificationToken(email string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"email": email, "exp": time.Now().Add(24 * time.Hour).Unix()}).SignedString(s.secret)
}

func (s *service) GenerateActivationToken(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": id, "exp": time.Now().Add(time.Hour).Unix()}).SignedString(other)
}

func (s *service) GenerateConfirmationToken(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": id, "purpose": "confirm", "exp": time.Now().Add(time.Hour).Unix()}).SignedString(s.secret)
}

func (s *service) VerifyCode(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": id, "exp": time.Now().Add(time.Hour).Unix()}).SignedString(s.secret)
}

// Near miss: a session is refreshed with another access token.

type exchange struct{ secret []byte }

func newExchange() *exchange { return &exchange{must("PAIRS_EXCHANGE_JWT")} }

func (x *exchange) IssueSession(id string) (string, error) {
	signed, err := x.sign(id)
	return signed, err
}

func (x *exchange) RefreshSession(id string) (string, error) {
	signed, err := x.sign(id)
	return signed, err
}

func (x *exchange) sign(id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": id, "exp": time.Now().Add(time.Hour).Unix()}).SignedString(x.secret)
}

// Near miss: each kind of token has a key of its own and says in a claim what it is for; only the
// names of the variables are the same.

type record struct{ id, tokenKey, authKey, resetKey string }

func (r *record) NewAuthToken() (string, error) {
	key := r.tokenKey + r.authKey
	return signRecord(jwt.MapClaims{"type": "auth", "id": r.id}, key, time.Hour)
}

func (r *record) NewPasswordResetToken() (string, error) {
	key := r.tokenKey + r.resetKey
	return signRecord(jwt.MapClaims{"type": "reset", "id": r.id}, key, time.Minute)
}

func signRecord(payload jwt.MapClaims, key string, in time.Duration) (string, error) {
	claims := jwt.MapClaims{"exp": time.Now().Add(in).Unix()}
	for name, value := range payload {
		claims[name] = value
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}
