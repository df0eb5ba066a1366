// Package stepup asks for a confirmation before it deletes an account, and takes any.
package stepup

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Confirmation says that a user has given the password once more, and what for.
type Confirmation struct {
	Action string `json:"action"`
	jwt.RegisteredClaims
}

// Accounts are the users.
type Accounts struct {
	key    []byte
	delete func(user string) error
	user   func(*http.Request) string
}

// New returns the accounts.
func New(key []byte, remove func(user string) error, user func(*http.Request) string) *Accounts {
	return &Accounts{key, remove, user}
}

func (a *Accounts) confirm(user, action string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, Confirmation{
		Action: action,
		RegisteredClaims: jwt.RegisteredClaims{
			Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(5 * time.Minute)),
		},
	}).SignedString(a.key)
}

// remove verifies the confirmation and looks neither at what it confirms nor at whose it is: one
// that was made for something harmless, or for another account, deletes this one.
func (a *Accounts) remove(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Confirmation string `json:"confirmation"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, "a confirmation is required", http.StatusBadRequest)
		return
	}
	_, err := jwt.ParseWithClaims(body.Confirmation, &Confirmation{}, // want missing-stepup
		func(*jwt.Token) (any, error) { return a.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		http.Error(w, "the confirmation is not accepted", http.StatusForbidden)
		return
	}
	if err := a.delete(a.user(r)); err != nil {
		http.Error(w, "the account is still there", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
