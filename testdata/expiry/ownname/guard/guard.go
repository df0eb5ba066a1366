// Package guard refuses tokens, and compares some of the claims by which package issue lets them end.
package guard

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/expiry/ownname/issue"
)

var errExpired = errors.New("expired")

// Require refuses tokens whose session is over.
func Require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, err := issue.Parse(r.Header.Get("X-Session"))
		if err == nil {
			err = session(claims)
		}
		if err != nil {
			log.Printf("refused: %v", err)
			http.Error(w, "denied", http.StatusUnauthorized)
			return
		}
		log.Printf("%v until %v", claims["sub"], claims["expired_at"])
		ctx := context.WithValue(r.Context(), ended{}, claims["expired_at"])
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

type ended struct{}

func session(claims jwt.MapClaims) error {
	end, ok := claims["expires"].(float64)
	if !ok || float64(time.Now().Unix()) > end {
		return errExpired
	}
	if on, ok := claims["expire_on"].(float64); ok && on <= 0 {
		return errExpired
	}
	return nil
}

// Counted refuses what is over.
func Counted(raw string) error {
	claims, err := issue.Parse(raw)
	if err != nil {
		return err
	}
	if isOver(claims["valid_until"]) {
		return errExpired
	}
	return nil
}

func isOver(value any) bool {
	seconds, _ := value.(float64)
	return time.Unix(int64(seconds), 0).Before(time.Now())
}

// Typed refuses what is over.
func Typed(raw string) (string, error) {
	var claims issue.Claims
	if _, err := jwt.ParseWithClaims(raw, &claims, issue.Key, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		return "", err
	}
	if left := claims.Ends - time.Now().Unix(); left <= 0 {
		return "", errExpired
	}
	return claims.User, nil
}

// Subscription is no token.
type Subscription struct {
	ExpiresAt time.Time `json:"expires_at"`
}

// Over reports whether a subscription is over.
func (s *Subscription) Over() bool { return time.Now().After(s.ExpiresAt) }
