// Package gin sends tokens in cookies of gin and hertz, whose parts are arguments in different order.
package gin

import (
	"context"
	"net/http"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/protocol"
	"github.com/gin-gonic/gin"
)

func login(c *gin.Context, token string) {
	c.SetCookie("token", token, 3600, "/", "", false, true) // want insecure-cookie "which carries a token, lacks Secure: it is sent"
}

func open(c *gin.Context, token string) {
	c.SetCookie("token", token, 3600, "/", "", false, false) // want insecure-cookie "lacks Secure and HttpOnly:"
}

func tooLate(c *gin.Context, jwt string) {
	c.SetCookie("login", jwt, 3600, "/", "", true, true) // want insecure-cookie "lacks SameSite in time"
	c.SetSameSite(http.SameSiteLaxMode)
}

func data(c *gin.Context, token string) {
	c.SetCookieData(&http.Cookie{Name: "token", Value: token, Secure: true}) // want insecure-cookie "lacks HttpOnly:"
}

func hertz(_ context.Context, c *app.RequestContext, token string) {
	c.SetCookie("token", token, 3600, "/", "", protocol.CookieSameSiteLaxMode, false, true)   // want insecure-cookie "lacks Secure: it is sent"
	c.SetCookie("jwt", token, 3600, "/", "", protocol.CookieSameSiteDisabled, true, false)    // want insecure-cookie "lacks HttpOnly and SameSite"
	c.SetCookie("token", token, 3600, "/", "", protocol.CookieSameSiteNoneMode, false, true)  // None makes it secure
	c.SetCookie("token", token, 3600, "/", "", protocol.CookieSameSiteStrictMode, true, true) // a near miss
}

// Near misses.

func inTime(c *gin.Context, token string) {
	c.SetSameSite(http.SameSiteStrictMode)
	c.SetCookie("token", token, 3600, "/", "", true, true)
}

// Another function of the package, such as a middleware, may have set SameSite.
func elsewhere(c *gin.Context, token string) { c.SetCookie("token", token, 3600, "/", "", true, true) }

func configured(c *gin.Context, token string, secure bool) {
	c.SetCookie("token", token, 3600, "/", "", secure, true)
}

func logout(c *gin.Context) {
	c.SetCookie("token", "", -1, "/", "", false, true)
	c.SetCookie("logged_in", "true", 3600, "/", "", false, false)
}

// SecureCookies is for main to set, which knows whether TLS is on.
var SecureCookies = false

var secureCookies = false

func settable(c *gin.Context, token string) {
	c.SetSameSite(http.SameSiteLaxMode)
	c.SetCookie("token", token, 3600, "/", "", SecureCookies, true)
	c.SetCookie("token", token, 3600, "/", "", secureCookies, true) // want insecure-cookie "lacks Secure:"
}
