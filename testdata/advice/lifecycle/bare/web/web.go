// Package web answers with pages.
package web

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// Home is the first page.
func Home(c *gin.Context) {
	c.HTML(http.StatusOK, "home.html", c.GetString("subject")) // want missing-headers "pages are sent without header fields"
}

// Account is another one.
func Account(c *gin.Context) { c.HTML(http.StatusOK, "account.html", c.GetString("subject")) }

// Logout forgets the token in the browser only.
func Logout(c *gin.Context) {
	c.SetCookie("access_token", "", -1, "/", "", true, true) // want logout-client-only "logout leaves the token valid"
	c.JSON(http.StatusOK, gin.H{"message": "logged out"})
}

type logger interface {
	Info(text string, args ...any)
}

// SignOut says so, to operators too, and does nothing else.
func SignOut(to logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		to.Info("signed out")
		c.JSON(http.StatusOK, gin.H{"message": "signed out"}) // want logout-client-only "logout leaves the token valid"
	}
}

type admin struct{}

// Logout is still to be written.
func (admin) Logout(c *gin.Context) {
	c.JSON(http.StatusNotImplemented, gin.H{"error": "not implemented"})
}
