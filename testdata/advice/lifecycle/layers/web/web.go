// Package web has the handlers.
package web

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/testdata/advice/lifecycle/layers/service"
)

type loose interface {
	Refresh(ctx context.Context, raw string) (*service.Pair, error)
	RefreshForKeeping(ctx context.Context, raw string) (string, error)
}

type strict interface {
	RefreshOnce(ctx context.Context, raw string) (string, error)
}

// Handler has the services.
type Handler struct {
	loose   loose
	strict  strict
	current map[string]string
}

// New returns one.
func New(l loose, s strict, _ *service.Many) *Handler { return &Handler{l, s, map[string]string{}} }

// Refresh answers with new tokens.
func (h *Handler) Refresh(c *gin.Context) {
	pair, err := h.loose.Refresh(c, c.PostForm("token"))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.JSON(http.StatusOK, pair)
}

// RefreshAndKeep keeps the new token: the old one is found to be none of those.
func (h *Handler) RefreshAndKeep(c *gin.Context) {
	next, err := h.loose.RefreshForKeeping(c, c.PostForm("token"))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	h.current[c.PostForm("id")] = next
	c.JSON(http.StatusOK, gin.H{"token": next})
}

// Exchange answers with new tokens.
func (h *Handler) Exchange(c *gin.Context) {
	next, err := h.strict.RefreshOnce(c, c.PostForm("token"))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.JSON(http.StatusOK, gin.H{"token": next})
}
