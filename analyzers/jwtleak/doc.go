// Package jwtleak reports JWT keys and tokens that reach logs, responses, claims or URLs.
//
// A value is a key because it reaches a key parameter. It is a token because a JWT library
// created it, verifies it or reads it from the credentials of a request. Both are followed from
// these sources to sinks: logs, HTTP responses, claims and URLs, through formatting, fields,
// logger wrappers and other packages.
//
// # secret-log
//
// A JWT key, or a struct that holds one, is written to a log, to the console, to an error tracker
// or a trace, into a panic or into the text of an error. The report stands at the argument.
//
// Why: more people and systems have access to logs than to keys, and logs are kept for years.
// Anyone who reads the key can forge tokens for every user.
//
// Bad (log):
//
//	log.Printf("secret: %s", os.Getenv("JWT_SECRET"))
//
// Bad (log/slog, with a field config.JWTSecret):
//
//	slog.Info("starting", "config", config)
//
// Good (log/slog):
//
//	slog.Info("starting", "keys", len(keys))
//
// Silent:
//   - hashes, lengths, masked parts, %T; other pieces of a split text, such as the id of the key
//   - types that define their own text (String, LogValue, MarshalJSON)
//   - attributes that a handler of slog, zap or logrus takes out by their names
//   - fields that an encoder leaves out
//   - copies whose fields with keys are blanked, and what another package makes of the struct
//   - command-line programs; a server that prints its key when it starts is not one
//   - what only a setting lets through that is named after it, as LogSensitive or ShowTokens, or that
//     says that a developer runs the program: env == "development"
//
// Fix: the argument is removed, with its key or verb. The field gets json:"-" where only a log
// encodes the struct. Neither is offered where the code would not compile without the argument.
//
// # token-log
//
// A token, a struct that holds one, the Authorization header, or all headers of a request are
// written to a log, to the console, to an error tracker or a trace, or are part of an error whose
// text is. So are members such as access_token of what is decoded from a request or a response,
// what the program sends as a bearer token, whatever its name, and random texts that are called
// refreshToken or resetToken. The report stands at the argument.
//
// Why: until the token expires, anyone who reads the log can act as its user. One that was refused
// may be good for another service, or once the key is there.
//
// Bad (log):
//
//	log.Println("token:", r.Header.Get("Authorization"))
//
// Bad (zap):
//
//	logger.Debug("signed", zap.String("token", signed))
//
// Bad (net/http):
//
//	req.Header.Set("Authorization", "Bearer "+client.Key)
//	log.Printf("client: %+v", *client)
//
// Good (zap):
//
//	logger.Debug("signed", zap.String("jti", claims.ID))
//
// Silent:
//   - messages with a signature (RFC 7515) whose bytes are not seen to be the JSON of claims
//   - claims, ids, hashes, lengths, masked parts; other pieces of a header, such as its scheme
//   - random texts of other names, as lockToken and pageToken
//   - requests and headers of which the Authorization is deleted or replaced before
//   - errors of a parser, and errors that only go back to the sender of the token
//   - command-line programs, which print a token because their user asked for it
//   - the contexts of gin and echo as a whole, of which the address of the request is printed
//   - what only a setting lets through that is named after it, as LogSensitive or ShowTokens, or that
//     says that a developer runs the program: env == "development"
//
// Fix: as secret-log.
//
// # secret-response
//
// A JWT key is written to the HTTP response, to the data of a template, to the URL of a redirect,
// or into a program for browsers (GOOS=js). The report stands at the argument.
//
// Why: anyone who sends the request gets the key and can forge tokens for every user.
//
// Bad (gin):
//
//	c.JSON(http.StatusOK, gin.H{"secret": jwtSecret})
//
// Bad (net/http, with a field config.JWTSecret):
//
//	json.NewEncoder(w).Encode(config)
//
// Good (gin):
//
//	c.JSON(http.StatusOK, gin.H{"token": signed})
//
// Good (net/http):
//
//	json.NewEncoder(w).Encode(map[string]string{"token": signed})
//
// Silent:
//   - as secret-log
//   - public keys
//
// # sensitive-claim
//
// A claim holds a password, its hash, a card number or a secret, or a struct with such a field.
// The report stands at the claim.
//
// Why: a token is signed, not encrypted. Anyone who sees it can read its claims.
//
// Bad (golang-jwt):
//
//	claims := jwt.MapClaims{"sub": user.ID, "password": user.Password}
//
// Bad (golang-jwt, where User.Password is marshalled):
//
//	type Claims struct {
//		User models.User
//		jwt.RegisteredClaims
//	}
//
// Good (golang-jwt):
//
//	claims := jwt.MapClaims{"sub": user.ID}
//
// Silent:
//   - fields with json:"-", and with omitempty, which may be empty
//   - types that marshal themselves
//   - booleans and times, such as password_changed_at
//
// # token-url
//
// A token is read from the query or the path of a URL to be verified or in the place of the
// Authorization header, or by a middleware that answers with 401 where there is none, is looked up
// there by a middleware of a library, or is put into the query of a URL. The report stands at the
// read, the option or the URL.
//
// Why: URLs are written to the logs of every server and proxy on the way, to the browser history
// and to the Referer header of the next page.
//
// Bad (gin):
//
//	token, err := jwt.Parse(c.Query("token"), keyfunc)
//
// Bad (echo-jwt):
//
//	config := echojwt.Config{TokenLookup: "query:token"}
//
// Bad (net/http):
//
//	http.Redirect(w, r, "/app?token="+signed, http.StatusFound)
//
// Bad (net/url, encoded into a URL):
//
//	query.Set("access_token", signed)
//
// Good (gin):
//
//	raw, ok := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")
//	token, err := jwt.Parse(raw, keyfunc)
//
// Good (echo-jwt):
//
//	config := echojwt.Config{TokenLookup: "header:Authorization:Bearer "}
//
// Silent:
//   - opaque tokens in links that are sent by mail
//   - the id_token_hint of OpenID Connect
//   - requests to APIs that take a token in the query and nowhere else, as those of WeChat and
//     DingTalk and Google's tokeninfo, where the URL is written out
//   - messages with a signature (RFC 7515) whose bytes are not seen to be the JSON of claims
//   - what goes through the browser by its definition: the code and the state of OAuth, request
//     objects
//   - tokens of which a part is shown
//
// Limits: a browser cannot set headers on a websocket. A token in its query is reported all the
// same, although the fix, a ticket that is valid once, takes work.
package jwtleak

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
