package purpose

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// One helper makes the claims of both kinds; the subject, set by its callers, says which.

type subject struct {
	ID string `json:"id"`
	jwt.RegisteredClaims
}

func pairOf(key []byte, id string, both bool) (access, refresh string, err error) {
	claims := subjectOf(false, id)
	claims.Subject = "access_token"
	access, err = jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
	if err != nil {
		return "", "", err
	}
	if both {
		longer := subjectOf(true, id)
		longer.Subject = "refresh_token"
		refresh, err = jwt.NewWithClaims(jwt.SigningMethodHS256, longer).SignedString(key)
	}
	return access, refresh, err
}

func subjectOf(isRefresh bool, id string) subject {
	end := time.Now().Add(time.Hour * 24 * 7) // want long-expiry "access token lifetime is 7 days"
	if isRefresh {
		end = time.Now().Add(time.Hour * 24 * 365 * 10) // want long-expiry "refresh token lifetime is 3650 days"
	}
	return subject{ID: id, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(end)}}
}

// One call gives both, and its first name is not that of the second.
func bothOf(user string, first string, accessEnd, refreshEnd int64, key []byte) (string, string, error) {
	access, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": user, "exp": accessEnd}).SignedString(key)
	if err != nil {
		return "", "", err
	}
	renewing := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"first_token": first, "exp": refreshEnd})
	refresh, err := renewing.SignedString(key)
	return access, refresh, err
}

func loginBoth(user string, key []byte) (string, string, error) {
	access, refresh, err := bothOf(user, "", time.Now().Unix()+3600, time.Now().Unix()+30*24*3600, key)
	return access, refresh, err
}
