package pairs

import (
	"os"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Near misses: one secret, from which the kinds of token have a key each, and the times at which they
// end beside the tokens.

func signWith(user string, end int64, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user": user, "exp": end}).SignedString([]byte(key))
}

func prefixedPair(user string) (map[string]string, error) {
	secret := os.Getenv("PAIRS_PREFIXED")
	if secret == "" {
		panic("PAIRS_PREFIXED is not set")
	}
	accessEnd := time.Now().Add(15 * time.Minute).Unix()
	accessToken, err := signWith(user, accessEnd, "access"+secret)
	if err != nil {
		return nil, err
	}
	refreshEnd := time.Now().Add(24 * time.Hour).Unix()
	refreshToken, err := signWith(user, refreshEnd, "refresh"+secret)
	return map[string]string{
		"accessToken":     accessToken,
		"refreshToken":    refreshToken,
		"expAccessToken":  strconv.Itoa(int(accessEnd)),
		"expRefreshToken": strconv.Itoa(int(refreshEnd)),
	}, err
}

func accessOf(user string, end int64, key string) (string, error) {
	claims := jwt.MapClaims{"user": user, "exp": end}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

func refreshOf(user string, end int64, key string) (string, error) {
	claims := jwt.MapClaims{"user": user, "exp": end}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

func prefixedByTwo(user string) (access, refresh string) {
	secret := string(key)
	access, _ = accessOf(user, time.Now().Add(time.Minute).Unix(), "access"+secret)
	refresh, _ = refreshOf(user, time.Now().Add(time.Hour).Unix(), "refresh"+secret)
	return access, refresh
}
