package web

import (
	"errors"
	"net/http"
	"strconv"

	"example.com/testdata/guide/service/internal/revocation"
	"example.com/testdata/guide/service/internal/security"
	"example.com/testdata/guide/service/internal/tokens"
)

type credentials struct {
	User     string `json:"user"`
	Password string `json:"password"`
}

// login exchanges a password for tokens. Who has been wrong too often is not heard for a while, not
// with the right password either.
func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	var given credentials
	if !decode(w, r, &given) {
		return
	}
	ok, done := s.authenticate(w, r, given)
	if done {
		return
	}
	if !ok {
		http.Error(w, "the name or the password is wrong", http.StatusUnauthorized)
		return
	}
	s.logIn(w, r, given.User)
}

// authenticate compares a password, unless too many were wrong. It answers requests that it does
// not look at.
func (s *Server) authenticate(
	w http.ResponseWriter, r *http.Request, given credentials,
) (ok, done bool) {
	ctx, from := r.Context(), clientOf(r)
	attempts, err := s.Failures.Attempt(ctx, from, given.User)
	if err != nil {
		s.unavailable(w, r, err)
		return false, true
	}
	if attempts > security.MaxFailures {
		s.Log.LoginBlocked(ctx, given.User, from, attempts)
		w.Header().Set("Retry-After", strconv.Itoa(int(security.FailureTime.Seconds())))
		http.Error(w, "too many attempts", http.StatusTooManyRequests)
		return false, true
	}
	if !s.Accounts.Authenticate(given.User, given.Password) {
		s.Log.LoginFailed(ctx, given.User, from)
		return false, false
	}
	if err := s.Failures.Succeeded(ctx, from, given.User); err != nil {
		s.unavailable(w, r, err)
		return false, true
	}
	return true, false
}

// refresh exchanges a refresh token for new tokens, and takes it back.
func (s *Server) refresh(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie(refreshCookie)
	if err != nil {
		http.Error(w, "log in first", http.StatusUnauthorized)
		return
	}
	claims, err := s.Tokens.VerifyRefresh(cookie.Value)
	if err == nil {
		err = s.Revoked.CheckIssued(r.Context(), claims)
	}
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	err = s.Revoked.Revoke(r.Context(), claims)
	switch {
	case errors.Is(err, revocation.ErrRevoked):
		s.reused(w, r, claims)
	case err != nil:
		s.refuse(w, r, err)
	default:
		s.logIn(w, r, claims.Subject)
	}
}

// reused ends all sessions of a user. A refresh token that comes a second time was copied, and
// nobody knows which of the two has the copy.
func (s *Server) reused(w http.ResponseWriter, r *http.Request, claims *tokens.Claims) {
	s.Log.RefreshReused(r.Context(), claims.Subject, claims.ID, clientOf(r))
	if err := s.Revoked.RevokeUser(r.Context(), claims.Subject); err != nil {
		s.unavailable(w, r, err)
		return
	}
	s.Log.Revoked(r.Context(), claims.Subject)
	clearCookies(w)
	http.Error(w, "the token is not accepted", http.StatusUnauthorized)
}

// logout takes back both tokens. To clear the cookies alone would leave every copy of them at work.
func (s *Server) logout(w http.ResponseWriter, r *http.Request, claims *tokens.Claims) {
	revoke := []*tokens.Claims{claims}
	if cookie, err := r.Cookie(refreshCookie); err == nil {
		if refresh, err := s.Tokens.VerifyRefresh(cookie.Value); err == nil {
			revoke = append(revoke, refresh)
		}
	}
	for _, c := range revoke {
		err := s.Revoked.Revoke(r.Context(), c)
		if err != nil && !errors.Is(err, revocation.ErrRevoked) {
			s.unavailable(w, r, err)
			return
		}
	}
	clearCookies(w)
	w.WriteHeader(http.StatusNoContent)
}
