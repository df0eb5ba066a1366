// Package web handles requests that run sensitive functions.
package web

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"

	"example.com/testdata/limits/lifecycle/accounts"
	"example.com/testdata/limits/lifecycle/steps"
)

// Handler handles requests.
type Handler struct {
	service *accounts.Service
	store   *accounts.Store
}

// Remove runs one through a service.
func (h *Handler) Remove(c *gin.Context) {
	if h.service.Remove(c, c.GetString("user")) != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
	}
}

// Export runs another one by itself.
func (h *Handler) Export(w http.ResponseWriter, r *http.Request) {
	data, err := h.store.Export(r.Context(), r.PathValue("user"))
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	w.Write(data)
}

// Confirmed compares what the token confirms.
func (h *Handler) Confirmed(c *gin.Context) {
	if c.GetStringMapString("claims")["action"] != "delete-account" {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	accounts.Delete(c, c.GetString("user"))
}

// Show runs none.
func (h *Handler) Show(c *gin.Context) { accounts.Show(c, c.GetString("user")) }

func routes(r *gin.Engine, h *Handler) {
	r.Use(steps.Required())
	r.DELETE("/account", h.Remove)                // want missing-stepup "Delete is listed as sensitive, and this route runs it without a confirmation"
	r.DELETE("/mine", steps.Required(), h.Remove) // want missing-stepup
	r.DELETE("/checked", steps.Again(), h.Remove)
	r.DELETE("/confirmed", h.Confirmed)
	r.GET("/account", h.Show)
	r.POST("/drop", func(c *gin.Context) { // want missing-stepup
		accounts.Delete(c, c.GetString("user"))
	})
	r.POST("/later", func(c *gin.Context) { // want missing-stepup
		go func() { accounts.Delete(c.Copy(), c.GetString("user")) }()
	})
}

func grouped(r *gin.Engine, h *Handler) {
	g := r.Group("/danger", steps.Required(), steps.Again())
	g.DELETE("/account", h.Remove)
}

func handed(r *gin.Engine, h *Handler, more gin.HandlerFunc) {
	r.DELETE("/account", more, h.Remove)
}

func mux(m *http.ServeMux, h *Handler) {
	m.HandleFunc("GET /export/{user}", h.Export) // want missing-stepup "Export is listed"
	m.Handle("GET /safe/{user}", confirm(http.HandlerFunc(h.Export)))
	m.Handle("GET /plain/{user}", logged(http.HandlerFunc(h.Export))) // want missing-stepup
	m.Handle("GET /twice/{user}", logged(remove(h.store)))            // want missing-stepup
}

func tree(r chi.Router, h *Handler) {
	r.With(confirm).Get("/export/{user}", h.Export)
	r.With(logged).Get("/export/{user}", h.Export) // want missing-stepup
}

func remove(s *accounts.Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { s.Export(r.Context(), "") }
}

func confirm(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Code") != "" {
			next.ServeHTTP(w, r)
		}
	})
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}
