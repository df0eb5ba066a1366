// Package jwtlifecycle reports tokens that outlive their revocation or their key.
//
// Where a program revokes tokens it keeps a list of them, in Redis, a database or a cache, and asks
// that list before it accepts one. Such a list is known by what is asked for, a token or what
// identifies it (jti), and by what the answer does: a token that is found is refused.
//
// With -advice the package where a program starts joins what its packages do, and reports what none
// of them does. The source cannot show what a proxy or a gateway in front of the program adds:
// these categories are advice.
//
// # revocation-open
//
// While the store of revoked tokens fails, the answer is that the token is not revoked: the error
// is dropped, logged and forgotten, or the same as the one which says that nothing is kept. So it is
// for a store that says since when the tokens of a user are accepted. The report stands at the call
// that asks the store.
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
//   - another list that is asked where the first one fails, be it by all middlewares of the package
//     that verify tokens, behind one that verifies none
//   - a setting that decides whether requests pass
//   - lists of the tokens that are accepted, caches of claims, lists of addresses
//   - lists in memory, which cannot fail
//   - a comment in the branch that nothing but the failure leads to, which says that the token
//     passes (go on, ignored, best effort), or is in another language than English
//   - functions where a comment says that requests pass on purpose (fail open, availability) or
//     what an error is treated as, or a setting decides it
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
// A function of the program that puts something into a store, under a name and for a time that its
// callers give, is looked at where it is called.
//
// Of a list in an exported variable the whole program is asked: the report stands where an entry is
// put in, for a program in which no package takes one out.
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
//
// # missing-stepup
//
// With -strict only: the package issues tokens that confirm one action, by a claim such as action,
// and verifies them without a look at that claim. The report stands at the verification. Of
// functions that the setting sensitive-functions lists, it stands at the route of a handler that
// runs one, where neither the handler, nor what it calls on the way, nor a middleware of the route
// asks for a confirmation.
//
// Why: a confirmation that a user has given for something harmless, or that belongs to somebody
// else, is accepted for the deletion of an account.
//
// Bad (golang-jwt):
//
//	type Confirmation struct {
//		Action string `json:"action"`
//		jwt.RegisteredClaims
//	}
//	_, err := jwt.ParseWithClaims(raw, &Confirmation{}, keyfunc)
//	if err != nil {
//		return errRefused
//	}
//	return accounts.Delete(user)
//
// Good (golang-jwt):
//
//	var confirmed Confirmation
//	_, err := jwt.ParseWithClaims(raw, &confirmed, keyfunc)
//	if err != nil || confirmed.Action != "delete-account" || confirmed.Subject != user {
//		return errRefused
//	}
//	return accounts.Delete(user)
//
// Bad (gin, with sensitive-functions: [accounts.Delete]):
//
//	remove := func(c *gin.Context) { accounts.Delete(c, c.GetString("user")) }
//	router.DELETE("/account", LoggedIn(), remove)
//
// Good (gin, with sensitive-functions: [accounts.Delete]):
//
//	passwordAgain := func(c *gin.Context) {
//		if bcrypt.CompareHashAndPassword(hash(c), []byte(c.PostForm("password"))) != nil {
//			c.AbortWithStatus(http.StatusForbidden)
//		}
//	}
//	router.DELETE("/account", LoggedIn(), passwordAgain, remove)
//
// Silent: claims that are returned or handed on, maps of claims, tokens that others issue; routes
// with a middleware that is not seen, and whatever compares a password, an action or the time of the
// login, or is named after a confirmation.
//
// # refresh-reuse
//
// With -advice only: a function verifies a refresh token and issues another one, and nothing in it
// keeps the new one or retires the old one. The report stands at the new token.
//
// Why: a stolen refresh token can be traded for new ones forever, beside those of its owner.
// Where each is accepted once, the second use shows that one was stolen, and all of that login can
// be revoked.
//
// Bad (golang-jwt, gin):
//
//	old, err := verify(in.RefreshToken)
//	if err != nil {
//		c.AbortWithStatus(http.StatusUnauthorized)
//		return
//	}
//	refreshToken, err := issue(old.Subject, 7*24*time.Hour)
//	c.JSON(http.StatusOK, gin.H{"refresh_token": refreshToken})
//
// Good (golang-jwt, go-redis):
//
//	first, err := rdb.SetNX(ctx, "used:"+old.ID, 1, time.Until(old.ExpiresAt.Time)).Result()
//	if err != nil || !first {
//		c.AbortWithStatus(http.StatusUnauthorized)
//		return
//	}
//	refreshToken, err := issue(old.Subject, 7*24*time.Hour)
//
// Silent:
//   - functions that write to a store, or call something that is not seen and could do so; what
//     stands behind an interface is seen where the program starts, in all that implements it
//   - functions whose callers write to a store
//   - functions that issue access tokens only
//
// # logout-client-only
//
// With -advice only: a handler by which users log out deletes a cookie, or only answers, and does
// nothing else. The report stands at the call that deletes it, or answers.
//
// Why: who has copied the token before, from a shared computer or a log, goes on using it. Logging
// out is what users do when they fear just that.
//
// Bad (gin):
//
//	func Logout(c *gin.Context) {
//		c.SetCookie("access_token", "", -1, "/", "", true, true)
//		c.JSON(http.StatusOK, gin.H{"message": "logged out"})
//	}
//
// Good (gin, go-redis):
//
//	func Logout(c *gin.Context) {
//		claims := c.MustGet("claims").(*jwt.RegisteredClaims)
//		ttl := time.Until(claims.ExpiresAt.Time)
//		if err := rdb.Set(c, "revoked:"+claims.ID, 1, ttl).Err(); err != nil {
//			c.AbortWithStatus(http.StatusInternalServerError)
//			return
//		}
//		c.SetCookie("access_token", "", -1, "/", "", true, true)
//	}
//
// Silent: programs whose tokens live an hour at most, or that ask a store, or a version of the
// account, when they verify one; handlers that call anything else, unless nothing in the module
// that implements it does anything.
//
// # no-revocation
//
// With -advice only: access tokens live longer than an hour, and nothing in the program asks
// whether one was revoked, or what became of the account. The report stands at the middleware that
// verifies them.
//
// Why: a stolen token, and one of an employee who left, is good until it expires. Until then
// only a new key stops it, which ends the tokens of all users.
//
// Bad (golang-jwt, net/http):
//
//	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(72 * time.Hour))}
//	// and for each request
//	if _, err := jwt.ParseWithClaims(raw, &claims, keyfunc); err != nil {
//		http.Error(w, "unauthorized", http.StatusUnauthorized)
//		return
//	}
//	next.ServeHTTP(w, r)
//
// Good (golang-jwt, a short life):
//
//	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(15 * time.Minute))}
//
// Good (golang-jwt, a deny list):
//
//	if revoked, err := isRevoked(ctx, claims.ID); err != nil || revoked {
//		http.Error(w, "unauthorized", http.StatusUnauthorized)
//		return
//	}
//
// Silent: lifetimes that are settings; verifications that ask a store, or something that could ask
// one; programs that compare iat with a change, name a version of tokens, or call, ask or compare
// what takes tokens back: IsRevoked, "SELECT 1 FROM revoked_tokens", a map blacklist.
//
// # unlimited-login
//
// With -advice only: a password is compared with its digest (bcrypt, argon2, scrypt, PBKDF2) and a
// token is issued, and no package of the program limits requests or counts failed attempts. The
// report stands at the comparison, where the digest is made, or where a handler calls what does it
// behind an interface.
//
// Why: anyone can try passwords, those of leaks first, as often as the machine allows, and each try
// costs the program more than the attacker.
//
// Bad (gin):
//
//	router.POST("/login", func(c *gin.Context) {
//		if bcrypt.CompareHashAndPassword(user.Hash, []byte(in.Password)) != nil {
//			c.AbortWithStatus(http.StatusUnauthorized)
//			return
//		}
//		c.JSON(http.StatusOK, gin.H{"token": issue(user)})
//	})
//
// Good (fiber):
//
//	app.Post("/login", limiter.New(limiter.Config{Max: 5}), login)
//
// Good (a counter of the account):
//
//	if bcrypt.CompareHashAndPassword(user.Hash, []byte(in.Password)) != nil {
//		user.FailedAttempts++
//	}
//
// Silent: programs with a rate limit of any kind, a captcha or a counter, which is more than a helper
// that would answer "too many requests" and that nothing calls; those that mention a
// proxy in front of them, or have files that run or name one (nginx.conf, a folder of a gateway, a
// compose file, an Ingress, the README) beside their module; those with a middleware of others about
// which nothing is known.
//
// # silent-failure
//
// With -advice only: a middleware refuses tokens, and nothing in the program logs or counts it, nor
// the answers to requests. The report stands at the verification.
//
// Why: who tries forged or stolen tokens leaves no trace, and nobody can tell how long it went on.
//
// Bad (golang-jwt, net/http):
//
//	claims, err := verify(bearer(r))
//	if err != nil {
//		http.Error(w, "unauthorized", http.StatusUnauthorized)
//		return
//	}
//
// Good (golang-jwt, log/slog):
//
//	claims, err := verify(bearer(r))
//	if err != nil {
//		slog.Warn("token refused", "error", err, "addr", r.RemoteAddr)
//		http.Error(w, "unauthorized", http.StatusUnauthorized)
//		return
//	}
//
// Good (gin):
//
//	router := gin.Default() // logs each request with the status of its answer
//
// Silent: programs with an access log, of a library or their own; middlewares that call something
// which may log; frameworks that log by themselves.
//
// # missing-headers
//
// With -advice only: a program that lets in who has a token writes pages, and nothing in it sets
// header fields by which browsers protect them. The report stands where the first page is written.
//
// Why: other sites can show the page in a frame and have users click in it, and browsers guess
// types of content, so that what one user uploads runs as a script of the page.
//
// Bad (gin):
//
//	c.HTML(http.StatusOK, "account.html", user)
//
// Good (gin):
//
//	router.Use(func(c *gin.Context) {
//		c.Header("X-Frame-Options", "DENY")
//		c.Header("X-Content-Type-Options", "nosniff")
//		c.Header("Strict-Transport-Security", "max-age=63072000")
//	})
//
// Good (echo):
//
//	e.Use(middleware.Secure())
//
// Silent: programs that set one of these fields anywhere, that mention a proxy in front of them or
// have files that run or name one beside their module, or that answer without pages; one page alone
// that another package has, as examples do.
//
// # missing-csrf
//
// With -advice only: a middleware reads the token from a cookie, the cookie is sent without
// SameSite, and nothing in the program tells requests of other sites. The report stands where the
// cookie is sent.
//
// Why: a page of anybody can have the browser of a user send requests, which carry the cookie. Not
// all browsers take a missing SameSite for Lax.
//
// Bad (net/http):
//
//	http.SetCookie(w, &http.Cookie{Name: "token", Value: token, Secure: true, HttpOnly: true})
//	// and for each request
//	cookie, err := r.Cookie("token")
//	claims, err := verify(cookie.Value)
//
// Good (net/http):
//
//	http.SetCookie(w, &http.Cookie{Name: "token", Value: token, SameSite: http.SameSiteLaxMode})
//
// Good (net/http since Go 1.25):
//
//	handler := http.NewCrossOriginProtection().Handler(mux)
//
// Silent: cookies with SameSite, those of refresh tokens, and programs with any defence: tokens of
// forms, Origin or Sec-Fetch-Site that are compared, a library for it.
//
// # missing-redirect
//
// With -advice only: a program listens at port 443 with TLS and at port 80 without, and answers
// both alike. The report stands at the call that listens at port 80.
//
// Why: who types the name of the site comes to port 80 first, and sends tokens and cookies without
// encryption.
//
// Bad (net/http):
//
//	go http.ListenAndServe(":80", mux)
//	http.ListenAndServeTLS(":443", "cert.pem", "key.pem", mux)
//
// Good (net/http):
//
//	go http.ListenAndServe(":80", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
//		http.Redirect(w, r, "https://"+r.Host+r.URL.RequestURI(), http.StatusMovedPermanently)
//	}))
//	http.ListenAndServeTLS(":443", "cert.pem", "key.pem", mux)
//
// Silent: programs that redirect to HTTPS or send Strict-Transport-Security anywhere, handlers that
// are made by a call, other ports.
package jwtlifecycle

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
