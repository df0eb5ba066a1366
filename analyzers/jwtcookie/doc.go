// Package jwtcookie reports cookies and CORS policies that expose a token.
//
// A cookie is followed from the call that sends it to everything that sets a part of it:
// literals, assignments, setters, helpers, the defaults of the library.
//
// # insecure-cookie
//
// A cookie carries a token, which its value or the names of cookie and value show, or the random
// identifier of a session by its name, and lacks Secure, HttpOnly or SameSite. One report names all
// attributes that are missing. It stands at the literal, or at the call where the attributes are
// arguments.
//
// Why: without Secure the browser sends the token over plaintext HTTP; without HttpOnly an
// injected script (XSS) reads it; without SameSite other sites send requests with it (CSRF).
//
// Bad (net/http):
//
//	http.SetCookie(w, &http.Cookie{Name: "token", Value: token})
//
// Bad (gin):
//
//	c.SetCookie("access_token", token, 900, "/", "", false, true)
//
// Bad (fiber):
//
//	c.Cookie(&fiber.Cookie{Name: "jwt", Value: token, HTTPOnly: true})
//
// Good (net/http):
//
//	http.SetCookie(w, &http.Cookie{
//		Name:     "token",
//		Value:    token,
//		Secure:   true,
//		HttpOnly: true,
//		SameSite: http.SameSiteLaxMode,
//	})
//
// Good (gin):
//
//	c.SetSameSite(http.SameSiteLaxMode)
//	c.SetCookie("access_token", token, 900, "/", "", true, true)
//
// Good (fiber):
//
//	c.Cookie(&fiber.Cookie{
//		Name:     "jwt",
//		Value:    token,
//		Secure:   true,
//		HTTPOnly: true,
//		SameSite: fiber.CookieSameSiteLaxMode,
//	})
//
// Silent:
//   - an attribute that is set in one branch, or to a value that is not known, such as a setting
//     or r.TLS != nil
//   - cookies passed to code that is not visible
//   - cookies that are deleted or hold a constant
//   - names that browsers accept from secure cookies only
//   - attributes that the library sets by itself
//   - CSRF, state and device tokens
//
// SameSite that one call sets for all cookies of a request, as in gin, is only reported as missing
// where a program is seen as a whole: by its main package, when no package of it makes that call.
//
// Limits: a cookie whose session holds a token is reported where one package does both. The cookie
// of a session that keeps who is logged in, as user_id or authenticated, is reported where a store
// is made and nothing sets its options.
//
// Fix: the attributes that are missing, Lax for SameSite.
//
// # cors-credentials
//
// Any origin may send requests with credentials to a program that sends tokens as cookies: a
// function of the CORS policy accepts every origin, a list has https://*, which fits every origin, or
// the option that reflects the origin is on. The report stands at the option.
//
// Why: any page that a user visits calls the API as that user and reads the responses. Cookies
// with SameSite=None are sent along.
//
// Bad (gin):
//
//	cors.New(cors.Config{
//		AllowOriginFunc:  func(string) bool { return true },
//		AllowCredentials: true,
//	})
//
// Bad (chi):
//
//	cors.New(cors.Options{
//		AllowOriginFunc:  func(*http.Request, string) bool { return true },
//		AllowCredentials: true,
//	})
//
// Bad (echo):
//
//	middleware.CORSWithConfig(middleware.CORSConfig{
//		AllowOriginFunc:  func(string) (bool, error) { return true, nil },
//		AllowCredentials: true,
//	})
//
// Good (gin):
//
//	cors.New(cors.Config{
//		AllowOrigins:     []string{"https://app.example.com"},
//		AllowCredentials: true,
//	})
//
// Good (chi):
//
//	cors.New(cors.Options{
//		AllowedOrigins:   []string{"https://app.example.com"},
//		AllowCredentials: true,
//	})
//
// Good (echo):
//
//	middleware.CORSWithConfig(middleware.CORSConfig{
//		AllowOrigins:     []string{"https://app.example.com"},
//		AllowCredentials: true,
//	})
//
// Silent:
//   - functions that check the origin
//   - programs that send no token as a cookie, or only with SameSite=Lax or Strict
//   - a wildcard that the library sends as a wildcard, for which browsers send no cookies
//
// # cookie-lifetime
//
// With -strict only: a cookie lives longer than the token in it, where both lifetimes are
// constants; MaxAge is a Unix timestamp or a time.Duration and not a number of seconds; a cookie
// for a refresh token has neither MaxAge nor Expires; a cookie whose name begins with __Host- has
// no Path=/. The report stands at MaxAge or Expires, else at the cookie.
//
// Why: the browser keeps and sends a token that is no longer accepted, and the token stays longer
// in the browser profile, where it can be stolen. A MaxAge in nanoseconds, a time.Duration
// converted to int, keeps it forever, and so does a Unix timestamp.
//
// Bad (net/http, with a token that expires after 15 minutes):
//
//	cookie := &http.Cookie{Name: "token", Value: token, MaxAge: 30 * 24 * 3600}
//
// Bad (gin, for more than 28000 years):
//
//	c.SetCookie("token", token, int(15*time.Minute), "/", "", true, true)
//
// Bad (fiber, as long again as since 1970):
//
//	cookie := &fiber.Cookie{Name: "token", Value: token, MaxAge: int(expires.Unix())}
//
// Good (net/http):
//
//	cookie := &http.Cookie{Name: "token", Value: token, MaxAge: 15 * 60}
//
// Good (gin):
//
//	c.SetCookie("token", token, int((15 * time.Minute).Seconds()), "/", "", true, true)
//
// Good (fiber):
//
//	cookie := &fiber.Cookie{
//		Name:   "token",
//		Value:  token,
//		MaxAge: int(time.Until(expires).Seconds()),
//	}
//
// Silent: a lifetime of cookie or token that is not constant.
package jwtcookie

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
