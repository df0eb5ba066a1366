// Package users makes its own routes, with the middlewares of another package in front.
package users

import (
	"net/http"
	"strings"

	"example.com/testdata/verify/fronted/guard"

	"github.com/gofiber/fiber/v2"
)

type handler struct{ out func(token string) error }

// Routes adds the routes of users.
func Routes(r fiber.Router, mux *http.ServeMux, h *handler) {
	r.Post("/logout", guard.Required, h.Logout)
	api := r.Group("/api", guard.Required)
	api.Post("/leave", h.Leave)
	admin := r.Group("/admin")
	admin.Use(guard.Required)
	admin.Post("/end", h.End)
	mux.Handle("/quit", guard.Wrap(http.HandlerFunc(h.Quit)))

	r.Post("/open", h.Open)
	r.Post("/both", guard.Required, h.Both)
	r.Post("/both/open", h.Both)
	r.Post("/after", h.After, guard.Required)
}

func (h *handler) Logout(c *fiber.Ctx) error {
	return h.out(strings.Split(c.Get("Authorization"), " ")[1])
}

func (h *handler) Leave(c *fiber.Ctx) error {
	return h.out(strings.Split(c.Get("Authorization"), " ")[1])
}

func (h *handler) End(c *fiber.Ctx) error {
	return h.out(strings.Split(c.Get("Authorization"), " ")[1])
}

func (h *handler) Quit(w http.ResponseWriter, r *http.Request) {
	if h.out(strings.Split(r.Header.Get("Authorization"), " ")[1]) != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

func (h *handler) Open(c *fiber.Ctx) error {
	return h.out(strings.Split(c.Get("Authorization"), " ")[1]) // want header-panic
}

func (h *handler) Both(c *fiber.Ctx) error {
	return h.out(strings.Split(c.Get("Authorization"), " ")[1]) // want header-panic
}

func (h *handler) After(c *fiber.Ctx) error {
	return h.out(strings.Split(c.Get("Authorization"), " ")[1]) // want header-panic
}
