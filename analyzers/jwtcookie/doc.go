// Package jwtcookie reports cookies that let a token out of the browser.
//
// A cookie is followed from the call that sends it to everything that sets a part of it: literals, assignments, setters,
// helpers, the defaults of the library.
//
// # insecure-cookie
//
// A cookie carries a token, by its value or by the names of cookie and value, and lacks Secure, HttpOnly or SameSite. One
// report names all that is missing; it stands at the literal, or at the call where the parts are arguments.
//
// Why: without Secure the token goes over plain HTTP to whoever listens; without HttpOnly one injected script reads it;
// without SameSite other sites make requests in its name.
//
//	bad:   http.SetCookie(w, &http.Cookie{Name: "token", Value: token})
//	       c.SetCookie("access_token", token, 900, "/", "", false, true)                       // gin
//	       c.Cookie(&fiber.Cookie{Name: "jwt", Value: token, HTTPOnly: true})                  // fiber
//	good:  http.SetCookie(w, &http.Cookie{Name: "token", Value: token, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
//	       c.SetSameSite(http.SameSiteLaxMode)
//	       c.SetCookie("access_token", token, 900, "/", "", true, true)
//
// Silent: a flag that is set in one branch or to what cannot be told, such as a setting or r.TLS != nil; cookies handed to
// code that is not seen; cookies that are deleted or hold a constant; names that browsers accept from secure cookies only;
// what the library sets by itself. CSRF, state and device tokens are none.
//
// Limits: a cookie whose session keeps a token is reported where one package does both.
//
// Fix: the flags that are missing, Lax for SameSite.
//
// # cors-credentials
//
// Any origin may make requests with credentials to a program that sends tokens as cookies: a function of the CORS policy
// says yes to every origin, or the option that reflects it is on. The report stands at the option.
//
// Why: any page that a user visits calls the API as that user and reads the answers. SameSite=None cookies go along.
//
//	bad:   cors.New(cors.Config{AllowOriginFunc: func(string) bool { return true }, AllowCredentials: true})    // gin
//	       cors.New(cors.Options{AllowOriginFunc: func(*http.Request, string) bool { return true }, AllowCredentials: true}) // chi
//	good:  cors.New(cors.Config{AllowOrigins: []string{"https://app.example.com"}, AllowCredentials: true})
//
// Silent: functions that look at the origin; programs that send no token as a cookie; a wildcard that the library answers
// with a wildcard, for which browsers send no cookies.
//
// # cookie-lifetime
//
// With -strict only: a cookie lives longer than the token in it, by constants on both sides; its age is the moment at which it
// ends; a cookie for a refresh token says nothing of its age; one whose name begins with __Host- has no Path=/. The report
// stands at the age or end of the cookie, else at the cookie.
//
// Why: the browser keeps and sends a token that nobody accepts any more, and the time in which it lies in the profile of
// the browser grows. An age in nanoseconds, a Duration made an int, keeps it for ever, and so does a moment in time.
//
//	bad:   &http.Cookie{Name: "token", Value: token, MaxAge: 30 * 24 * 3600}        // the token ends after 15 minutes
//	       c.SetCookie("token", token, int(time.Hour), "/", "", true, true)         // gin: 114155 years
//	       &fiber.Cookie{Name: "token", Value: token, MaxAge: int(expires.Unix())}  // fiber: as long again as since 1970
//	good:  &http.Cookie{Name: "token", Value: token, MaxAge: 15 * 60}
//	       &fiber.Cookie{Name: "token", Value: token, MaxAge: int(time.Until(expires).Seconds())}
//
// Silent: a life of cookie or token that is not constant.
package jwtcookie

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
