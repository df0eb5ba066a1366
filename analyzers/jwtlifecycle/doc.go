// Package jwtlifecycle reports tokens that outlive their revocation or their key.
//
// Where a program revokes tokens it keeps a list of them, in Redis, a database or a cache, and asks
// that list before it accepts one. Such a list is known by what is asked for, a token or what
// identifies it (jti), and by what the answer does: a token that is found is refused.
//
// # revocation-open
//
// While the store of revoked tokens fails, the answer is that the token is not revoked: the error
// is dropped, logged and forgotten, or the same as the one which says that nothing is kept. The
// report stands at the call that asks the store.
//
// Why: who has a stolen token waits until the store is slow, restarts or is full, or makes it so,
// and the revoked token is accepted again. Revocation is there for the moment when something is
// wrong.
//
// Bad (go-redis):
//
//	n, err := rdb.Exists(ctx, "revoked:"+claims.ID).Result()
//	if err == nil && n > 0 {
//		return nil, errRevoked
//	}
//	return claims, nil
//
// Bad (go-redis):
//
//	func IsRevoked(ctx context.Context, jti string) bool {
//		_, err := rdb.Get(ctx, "revoked:"+jti).Result()
//		return err == nil
//	}
//
// Bad (gorm):
//
//	err := db.Where("jti = ?", jti).First(&entry).Error
//	return err == nil
//
// Good (go-redis):
//
//	n, err := rdb.Exists(ctx, "revoked:"+claims.ID).Result()
//	if err != nil {
//		return nil, err
//	}
//	if n > 0 {
//		return nil, errRevoked
//	}
//	return claims, nil
//
// Good (gorm):
//
//	err := db.Where("jti = ?", jti).First(&entry).Error
//	return !errors.Is(err, gorm.ErrRecordNotFound)
//
// Silent:
//   - another list that is asked where the first one fails
//   - a setting that decides whether requests pass
//   - lists of the tokens that are accepted, caches of claims, lists of addresses
//   - lists in memory, which cannot fail
//
// Limits: where requests pass on purpose, an ignore directive says why.
//
// # revocation-ttl
//
// A revoked token is kept in the list for a time that is constant and wrong: forever, shorter than
// the tokens live that the package signs, or a number without a unit. Of a map or sync.Map nothing
// ever takes it out. The report stands at the call, or at the argument of the caller that gives the
// time.
//
// Why: an entry that ends before its token makes the token good again. Entries without an end fill
// the store, which then refuses the next revocation. A list in memory ends with the program: every
// restart accepts all revoked tokens again.
//
// Bad (go-redis):
//
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, 0)
//
// Bad (redigo):
//
//	conn.Do("SET", "revoked:"+claims.ID, 1)
//
// Bad (sync):
//
//	var revoked sync.Map
//	revoked.Store(claims.ID, true)
//
// Good (go-redis):
//
//	if ttl := time.Until(claims.ExpiresAt.Time); ttl > 0 {
//		rdb.Set(ctx, "revoked:"+claims.ID, 1, ttl)
//	}
//
// Good (redigo):
//
//	conn.Do("SETEX", "revoked:"+claims.ID, int(time.Until(exp).Seconds())+1, 1)
//
// Silent: times that are settings or computed, entries that another call lets end or takes out,
// lists that are handed to other code, tokens of which nothing says that they are JSON Web Tokens:
// the keys of an API can have no end. Rows of a database are not looked at.
//
// # revocation-order
//
// The list is asked for a claim of a token that is only decoded, before anything verifies it. The
// report stands at the call that asks.
//
// Why: anyone can write any jti into a token that is not verified. Requests without a signature
// reach the store, fill its log and learn from the answer which tokens are revoked.
//
// Bad (golang-jwt):
//
//	parser.ParseUnverified(raw, &claims)
//	if revoked, err := isRevoked(claims.ID); err != nil || revoked {
//		return nil, errRevoked
//	}
//	_, err := jwt.ParseWithClaims(raw, &claims, keyfunc)
//
// Good (golang-jwt):
//
//	if _, err := jwt.ParseWithClaims(raw, &claims, keyfunc); err != nil {
//		return nil, err
//	}
//	if revoked, err := isRevoked(claims.ID); err != nil || revoked {
//		return nil, errRevoked
//	}
//
// Silent: a list of the tokens themselves, in whatever order; tokens that a caller, or a call that
// is not seen, can have verified.
//
// # stale-revocation
//
// Tokens that are older than a change, of a password or of rights, are refused by their claim iat,
// and that is done wrong: the number of seconds is compared with one of milliseconds or
// nanoseconds, or iat is read without a test for nil although the package issues such tokens
// without it.
//
// Why: in another unit every token is too old, or none is: those of before the change go on
// working. A token without iat makes the handler panic, for each request that carries it.
//
// Bad (golang-jwt):
//
//	iat := int64(claims["iat"].(float64))
//	if iat < user.PasswordChangedAt.UnixMilli() {
//		return errStale
//	}
//
// Bad (golang-jwt v5):
//
//	issued := Claims{jwt.RegisteredClaims{ExpiresAt: end}}
//	jwt.NewWithClaims(jwt.SigningMethodHS256, issued).SignedString(key)
//	// and for each request
//	if claims.IssuedAt.Before(user.PasswordChangedAt) {
//		return errStale
//	}
//
// Good (golang-jwt v5):
//
//	if claims.IssuedAt == nil || claims.IssuedAt.Before(user.PasswordChangedAt) {
//		return errStale
//	}
//
// Silent: tokens that others issue, or this program always with iat; an issuer that counts in the
// same unit, which [jwtexpiry](jwtexpiry.md#expiry-unit) reports.
//
// # rotation-fallback
//
// A token is verified with one key and, whatever the error was, with the next one, whose error
// takes the place of the first; behind it the function tells expired tokens from forged ones. The
// report stands at the call with the next key.
//
// Why: a token of the current key that is expired is tried with the previous one, and what is left
// is that its signature is wrong. Clients that renew tokens when they are expired are logged out,
// and who looks for forged tokens in the log finds everybody's.
//
// Bad (golang-jwt v5):
//
//	token, err := jwt.Parse(raw, current)
//	if err != nil {
//		token, err = jwt.Parse(raw, previous)
//	}
//	if errors.Is(err, jwt.ErrTokenExpired) {
//		return nil, errLogInAgain
//	}
//
// Good (golang-jwt v5):
//
//	token, err := jwt.Parse(raw, current)
//	if errors.Is(err, jwt.ErrTokenSignatureInvalid) {
//		token, err = jwt.Parse(raw, previous)
//	}
//
// Good (golang-jwt v5):
//
//	jwt.Parse(raw, func(t *jwt.Token) (any, error) {
//		kid, _ := t.Header["kid"].(string)
//		key, ok := keys[kid]
//		if !ok {
//			return nil, errUnknownKey
//		}
//		return key, nil
//	})
//
// Silent: functions to which every error is the same, errors that are kept apart.
package jwtlifecycle

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
