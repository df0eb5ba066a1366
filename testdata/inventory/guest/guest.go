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

type validator interface{ Validate(token string) error }

// guard reads a token that another package validates, behind an interface.
func guard(c *gin.Context, v validator) error {
	if old, err := c.Cookie("refresh_token"); err == nil {
		return v.Validate(old)
	}
	_, _ = c.Cookie("theme")
	_, _ = c.Cookie("shop_guest_token")
	return v.Validate(bearer(c))
}

func bearer(c *gin.Context) string {
	header := c.GetHeader("Authorization")
	if len(header) < 7 || header[:7] != "Bearer " {
		return ""
	}
	return header[7:]
}

var _ = []any{checkout, login, refresh, guard}

func tooMany(c *gin.Context, attempts int) {
	if attempts > 5 {
		c.JSON(http.StatusTooManyRequests, gin.H{"error": "later"})
	}
}

var _ = tooMany
