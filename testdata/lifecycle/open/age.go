package open

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/redis/go-redis/v9"
)

var (
	errOld   = errors.New("issued before all sessions were ended")
	sessions *redis.Client
)

type userClaims struct {
	UserID string `json:"uid"`
	jwt.RegisteredClaims
}

func olderThanLogout(w http.ResponseWriter, r *http.Request, next http.Handler, claims *userClaims) {
	raw, err := sessions.Get(r.Context(), "revoked_after:"+claims.UserID).Result() // want revocation-open
	if err == nil && raw != "" {
		if at, err := strconv.ParseInt(raw, 10, 64); err == nil && claims.IssuedAt.Unix() <= at {
			http.Error(w, "revoked", http.StatusUnauthorized)
			return
		}
	}
	next.ServeHTTP(w, r)
}

func issuedBefore(ctx context.Context, db *sql.DB, userID string, issuedAt time.Time) error {
	var at time.Time
	err := db.QueryRowContext(ctx, "SELECT at FROM revoked_users WHERE id = $1", userID).Scan(&at) // want revocation-open
	if err == nil && issuedAt.Before(at) {
		return errOld
	}
	return nil
}

// The store is there: what was asked before would have failed.
func sessionThenAge(w http.ResponseWriter, r *http.Request, next http.Handler, claims *userClaims) {
	if claims.ID != "" {
		known, err := sessions.Exists(r.Context(), "session:"+claims.ID).Result()
		if err != nil || known == 0 {
			http.Error(w, "no session", http.StatusUnauthorized)
			return
		}
	}
	raw, err := sessions.Get(r.Context(), "revoked_after:"+claims.UserID).Result()
	if err == nil && raw != "" {
		if at, err := strconv.ParseInt(raw, 10, 64); err == nil && claims.IssuedAt.Unix() <= at {
			http.Error(w, "revoked", http.StatusUnauthorized)
			return
		}
	}
	next.ServeHTTP(w, r)
}

// Near misses: the failure refuses, or the answer has nothing to do with the age of the token.

func issuedBeforeOrFails(ctx context.Context, db *sql.DB, userID string, issuedAt time.Time) error {
	var at time.Time
	err := db.QueryRowContext(ctx, "SELECT at FROM revoked_users WHERE id = $1", userID).Scan(&at)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	if issuedAt.Before(at) {
		return errOld
	}
	return nil
}

func certificate(ctx context.Context, db *sql.DB, serial string, now time.Time) error {
	var at time.Time
	err := db.QueryRowContext(ctx, "SELECT at FROM revoked_certificates WHERE serial = $1", serial).Scan(&at)
	if err == nil && now.After(at) {
		return errOld
	}
	return nil
}
