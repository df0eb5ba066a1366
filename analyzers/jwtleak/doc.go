// Package jwtleak reports keys and tokens that others get to see.
//
// A value is a key because it reaches a key parameter, a token because a library made it, verifies it or reads it from the
// credentials of a request. Both are followed to logs, to answers, into claims and into URLs, through formats, fields,
// wrappers of loggers and other packages.
//
// # secret-log
//
// A key of tokens, or a struct that holds one, is written to a log, to the console, to a service for errors or traces, into
// a panic or into the text of an error. The report stands at the argument.
//
// Why: logs go to more people and machines than keys do, and stay for years. Whoever reads the key can sign as anyone.
//
//	bad:   log.Printf("secret: %s", os.Getenv("JWT_SECRET"))
//	       slog.Info("starting", "config", cfg)                       // cfg.JWTSecret
//	good:  slog.Info("starting", "keys", len(keys))
//
// Silent: hashes, lengths, masked parts, %T; types that say themselves what shows of them (String, LogValue, MarshalJSON);
// fields that an encoder leaves out; programs run from a command line. A server that shows its key when it starts is none.
//
// Fix: the argument is left out, with its key or verb; the field gets json:"-" where nothing but a log encodes the struct.
// Neither is offered where something would not compile without the argument.
//
// # token-log
//
// A token, a struct that one was put into, the Authorization header, or the headers of a request as a whole are written to a
// log, to the console, or to a service for errors or traces; or they are part of an error whose text is. The report stands
// at the argument.
//
// Why: until its end, whoever reads the log is the user. Refresh tokens end late.
//
//	bad:   log.Println("token:", r.Header.Get("Authorization"))
//	       logger.Debug("signed", zap.String("token", signed))        // zap
//	       logrus.WithField("token", signed).Info("signed")           // logrus
//	good:  logger.Debug("signed", zap.String("jti", claims.ID))
//
// Silent: claims, ids, hashes, lengths, masked parts; errors of a parser, and those that only go back to the sender of the
// token; programs run from a command line, which print a token because their user asked for it; the contexts of gin and
// echo as a whole, of which the address of the request is printed.
//
// Fix: as secret-log.
//
// # secret-response
//
// A key of tokens is part of what a server answers, of the data of a template, of the address of a redirect, or of a program
// for browsers (GOOS=js). The report stands at the argument.
//
// Why: whoever asks can sign as anyone from then on.
//
//	bad:   c.JSON(200, gin.H{"secret": jwtSecret})                    // gin
//	       json.NewEncoder(w).Encode(config)                          // config.JWTSecret
//	good:  c.JSON(200, gin.H{"token": signed})
//
// Silent: as secret-log; public keys.
//
// # sensitive-claim
//
// A claim holds a password, its hash, a card number or a secret, or a struct with such a field. The report stands at the
// claim.
//
// Why: a token is signed, not encrypted. Everyone who sees it reads its claims.
//
//	bad:   jwt.MapClaims{"sub": user.ID, "password": user.Password}
//	       type Claims struct { User models.User; jwt.RegisteredClaims }       // User.Password is marshalled
//	good:  jwt.MapClaims{"sub": user.ID}
//
// Silent: fields with json:"-"; types that marshal themselves; booleans and times, such as password_changed_at.
//
// # token-url
//
// A token is read from the query of a URL to be verified, looked up there by a middleware, or put into the query of a URL.
// The report stands at the read, the option or the URL.
//
// Why: URLs are written to the logs of every server and proxy on the way, to the history of the browser and to the Referer
// of the next page.
//
//	bad:   jwt.Parse(c.Query("token"), keyfunc)                       // gin
//	       http.Redirect(w, r, "/app?token="+signed, http.StatusFound)
//	       query.Set("access_token", token)                              // net/url, encoded into a URL
//	       echojwt.Config{TokenLookup: "query:token"}                    // echo
//	good:  jwt.Parse(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), keyfunc)
//
// Silent: opaque tokens in links that are sent by mail; the id_token_hint of OpenID Connect.
//
// Limits: a browser cannot set headers on a websocket, so that a token in its query is reported although the remedy, a
// ticket that is good once, takes work.
package jwtleak

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
