// Package wallet has handlers that believe the token of a request. Who puts what in front of them is another package's
// business: in the program guarded a middleware verifies the token.
package wallet

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// Handler answers requests.
type Handler struct{}

// Create makes a wallet for the user of the token.
func (h *Handler) Create(c *gin.Context) {
	raw := strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, claims); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.JSON(http.StatusOK, gin.H{"user": claims["sub"]})
}

// Close is for the user of a token, too, and relies on the form of the header.
func (h *Handler) Close(c *gin.Context) {
	raw := strings.Split(c.GetHeader("Authorization"), " ")[1]
	c.JSON(http.StatusOK, gin.H{"closed": len(raw)})
}

// Bearer is no handler: who calls it is not known.
func Bearer(r *http.Request) string {
	return strings.Split(r.Header.Get("Authorization"), " ")[1] // want header-panic
}

// Identify lets anybody pass: it is what stands in front.
func Identify(c *gin.Context) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(c.GetHeader("Authorization"), claims) // want unverified-token
	c.Set("user", claims["sub"])
	c.Next()
}

// List is routed here, without a guard.
func (h *Handler) List(c *gin.Context) {
	claims := jwt.MapClaims{}
	jwt.NewParser().ParseUnverified(c.GetHeader("X-Token"), claims) // want unverified-token
	c.JSON(http.StatusOK, gin.H{"user": claims["sub"]})
}

// Routes makes the routes of all.
func Routes(r gin.IRouter, h *Handler) { r.GET("/wallets", h.List) }
