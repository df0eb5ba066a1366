// Package view came with a template.
package view

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// Page is an example.
func Page(c *gin.Context) { c.HTML(http.StatusOK, "index.tmpl", nil) }

// API is what is used.
func API(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"status": true}) }
