// Package plain never calls SetSameSite: what runs before may do it, so that it is named beside other flags only.
package plain

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func login(c *gin.Context, token string) {
	c.SetCookie("token", token, 3600, "/", "", false, true) // want insecure-cookie "lacks Secure and SameSite"
	c.Status(http.StatusNoContent)
}

func fine(c *gin.Context, token string) { c.SetCookie("token", token, 3600, "/", "", true, true) }
