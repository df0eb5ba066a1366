// Package guest sends cookies that are called tokens, and knows nothing of JSON Web Tokens.
package guest

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

type order struct{ GuestToken string }

func checkout(w http.ResponseWriter, o order) {
	http.SetCookie(w, &http.Cookie{
		Name: "shop_guest_token", Value: o.GuestToken, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode,
	})
}

func login(w http.ResponseWriter, accessToken, sessionToken string) {
	http.SetCookie(w, &http.Cookie{Name: "access_token", Value: accessToken, HttpOnly: true})
	http.SetCookie(w, &http.Cookie{Name: "session_token", Value: sessionToken, HttpOnly: true})
}

func refresh(c *gin.Context, refreshToken string) {
	c.SetSameSite(http.SameSiteNoneMode)
	c.SetCookie("refresh_token", refreshToken, 3600, "/", "", true, true)
}

var _ = []any{checkout, login, refresh}
