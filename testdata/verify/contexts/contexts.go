// Package contexts has middlewares that leave tokens for handlers.
package contexts

import (
	"context"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

type claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

var key []byte

func byKey(*jwt.Token) (any, error) { return key, nil }

func read(raw string) claims {
	var c claims
	jwt.NewParser().ParseUnverified(raw, &c) // want unverified-token
	return c
}

type rawKey struct{}

// bring verifies nothing.
func bring(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := strings.TrimPrefix(r.Header.Get("X-Brought"), "Bearer ")
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), rawKey{}, raw)))
	})
}

func handle(w http.ResponseWriter, r *http.Request) {
	raw, _ := r.Context().Value(rawKey{}).(string)
	w.Write([]byte(read(raw).Role))
}

// The same with frameworks.
func ginBring(c *gin.Context) { c.Set("raw", c.GetHeader("X-Gin")); c.Next() }

func ginHandle(c *gin.Context) {
	var own claims
	jwt.NewParser().ParseUnverified(c.GetString("raw"), &own) // want unverified-token
	c.String(http.StatusOK, own.Role)
}

func echoBring(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Set("raw", c.FormValue("x_echo"))
		return next(c)
	}
}

func echoHandle(c echo.Context) error {
	var own claims
	jwt.NewParser().ParseUnverified(c.Get("raw").(string), &own) // want unverified-token
	return c.String(http.StatusOK, own.Role)
}

func fiberBring(c *fiber.Ctx) error { c.Locals("raw", c.Get("X-Fiber")); return c.Next() }

func fiberHandle(c *fiber.Ctx) error {
	var own claims
	raw, _ := c.Locals("raw").(string)
	jwt.NewParser().ParseUnverified(raw, &own) // want unverified-token
	return c.SendString(own.Role)
}

// checked is verified by the middleware that leaves it.
func checked(c *gin.Context) {
	raw := c.GetHeader("X-Checked")
	if _, err := jwt.ParseWithClaims(raw, new(claims), byKey); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("checked", raw)
	c.Next()
}

func checkedHandle(c *gin.Context) {
	var own claims
	jwt.NewParser().ParseUnverified(c.GetString("checked"), &own)
	c.String(http.StatusOK, own.Role)
}

// What another package leaves is not known here.
func foreign(c *gin.Context) {
	var own claims
	jwt.NewParser().ParseUnverified(c.GetString("gateway"), &own)
	c.String(http.StatusOK, own.Role)
}
