// Package auth puts tokens into the lists of another package.
package auth

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/lifecycle/exposed/lists"
)

func Logout(token string) { lists.Blacklist[token] = true } // want revocation-ttl "never taken out"

func Revoke(c *jwt.RegisteredClaims) {
	lists.RevokedTokens.Store(c.ID, true) // want revocation-ttl "never taken out"
}

func IsRevoked(token, jti string) bool {
	_, revoked := lists.RevokedTokens.Load(jti)
	return revoked || lists.Blacklist[token] || lists.DenyList[token] || lists.InvalidList[token]
}

// Near misses: a package of the program takes them out, makes the list anew, or gets it.

func RevokeUntil(c *jwt.RegisteredClaims) { lists.RevokedUntil[c.ID] = c.ExpiresAt.Time }

func IsRevokedUntil(jti string) bool { return time.Now().Before(lists.RevokedUntil[jti]) }

func Deny(token string) { lists.DenyList[token] = true }

func Invalidate(token string) { lists.InvalidList[token] = true }

// Near miss: who is logged in.
func Login(token, user string) { lists.Sessions[token] = user }
