// Package web has the handlers.
package web

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"
)

// Quitter is what a handler knows of a service.
type Quitter interface {
	Quit(ctx context.Context, id string) error
}

// Leaver is what another one knows.
type Leaver interface {
	Leave(ctx context.Context, id string) error
}

// Handler has the services.
type Handler struct {
	plain   Quitter
	present Leaver
}

// New returns one.
func New(p Quitter, l Leaver) *Handler { return &Handler{p, l} }

// Logout asks a service that does nothing.
func (h *Handler) Logout(c *gin.Context) {
	if err := h.plain.Quit(c, c.GetString("id")); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError) // want logout-client-only "logout leaves the token valid"
		return
	}
	c.JSON(http.StatusOK, gin.H{"message": "logged out"})
}

// SignOut asks one that forgets who is there.
func (h *Handler) SignOut(c *gin.Context) {
	if err := h.present.Leave(c, c.GetString("id")); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"message": "logged out"})
}
