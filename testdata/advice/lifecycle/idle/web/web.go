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
	CheckName(ctx context.Context, name string) bool
	Authenticate(ctx context.Context, hash, password string) error
	Token(subject string) (string, error)
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

// Guest checks no password.
func (h *Handler) Guest(c *gin.Context) {
	if !h.plain.CheckName(c, c.PostForm("name")) {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	h.issueToken(c)
}

// Login has a service compare the password.
func (h *Handler) Login(c *gin.Context) {
	if h.plain.Authenticate(c, c.GetString("hash"), c.PostForm("password")) != nil { // want unlimited-login "passwords can be tried without a limit"
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	h.issueToken(c)
}

func (h *Handler) issueToken(c *gin.Context) {
	token, err := h.plain.Token(c.PostForm("name"))
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"token": token})
}

// AdminLogout asks a service that does nothing.
func (h *Handler) AdminLogout(c *gin.Context) {
	h.plain.Quit(c, c.GetString("id"))
	c.JSON(http.StatusOK, gin.H{"message": "logged out"}) // want logout-client-only
}

// Logout asks a service that does nothing.
func (h *Handler) Logout(c *gin.Context) {
	if err := h.plain.Quit(c, c.GetString("id")); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"message": "logged out"}) // want logout-client-only "logout leaves the token valid"
}

// SignOut asks one that forgets who is there.
func (h *Handler) SignOut(c *gin.Context) {
	if err := h.present.Leave(c, c.GetString("id")); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"message": "logged out"})
}
