package web

import (
	"errors"
	"net/http"

	"example.com/testdata/guide/service/internal/accounts"
	"example.com/testdata/guide/service/internal/tokens"
)

// deletion is the action that a confirmation must be for.
const deletion = "delete-account"

// register makes an account.
func (s *Server) register(w http.ResponseWriter, r *http.Request) {
	var given credentials
	if !decode(w, r, &given) {
		return
	}
	err := s.Accounts.Create(given.User, given.Password)
	switch {
	case errors.Is(err, accounts.ErrInvalid):
		http.Error(w, err.Error(), http.StatusBadRequest)
	case errors.Is(err, accounts.ErrTaken):
		http.Error(w, err.Error(), http.StatusConflict)
	case err != nil:
		s.unavailable(w, r, err)
	default:
		w.WriteHeader(http.StatusCreated)
	}
}

// account answers with the user's own name.
func (s *Server) account(w http.ResponseWriter, _ *http.Request, claims *tokens.Claims) {
	encode(w, http.StatusOK, map[string]string{"user": claims.Subject})
}

// confirm exchanges the password of the user who is logged in for a confirmation of one action.
func (s *Server) confirm(w http.ResponseWriter, r *http.Request, claims *tokens.Claims) {
	var given struct {
		Password string `json:"password"`
		Action   string `json:"action"`
	}
	if !decode(w, r, &given) {
		return
	}
	if given.Action != deletion {
		http.Error(w, "there is no such action", http.StatusBadRequest)
		return
	}
	ok, done := s.authenticate(w, r, credentials{claims.Subject, given.Password})
	if done {
		return
	}
	if !ok {
		http.Error(w, "the password is wrong", http.StatusForbidden)
		return
	}
	confirmation, err := s.Tokens.Confirmation(claims.Subject, given.Action)
	if err != nil {
		s.unavailable(w, r, err)
		return
	}
	encode(w, http.StatusOK, map[string]string{"confirmation": confirmation})
}

// deleteAccount deletes the account of the user who is logged in, with a confirmation of this
// action by this user.
func (s *Server) deleteAccount(w http.ResponseWriter, r *http.Request, claims *tokens.Claims) {
	var given struct {
		Confirmation string `json:"confirmation"`
	}
	if !decode(w, r, &given) {
		return
	}
	confirmation, err := s.Tokens.VerifyConfirmation(given.Confirmation)
	if err != nil || confirmation.Action != deletion || confirmation.Subject != claims.Subject {
		s.Log.ConfirmationRefused(r.Context(), claims.Subject, deletion, clientOf(r))
		http.Error(w, "the confirmation is not accepted", http.StatusForbidden)
		return
	}
	if err := s.Revoked.RevokeUser(r.Context(), claims.Subject); err != nil {
		s.unavailable(w, r, err)
		return
	}
	s.Accounts.Delete(claims.Subject)
	clearCookies(w)
	w.WriteHeader(http.StatusNoContent)
}
