// Package enforce refuses requests, and does or does not keep them back.
package enforce

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

var key []byte

func pick(*jwt.Token) (any, error) { return key, nil }

func check(raw string) error {
	_, err := jwt.Parse(raw, pick, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

func noReturn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			http.Error(w, "no", http.StatusUnauthorized) // want unenforced-auth "a return is missing"
		}
		next.ServeHTTP(w, r)
	})
}

func status(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			w.WriteHeader(http.StatusForbidden) // want unenforced-auth "a return is missing"
		}
		next(w, r)
	}
}

func noAbort() gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := check(c.GetHeader("X-Token")); err != nil {
			c.JSON(http.StatusUnauthorized, gin.H{"error": "no"}) // want unenforced-auth "nothing calls Abort"
			return
		}
		c.Next()
	}
}

func noReturnFiber(c *fiber.Ctx) error {
	if err := check(c.Get("X-Token")); err != nil {
		c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "no"}) // want unenforced-auth "a return is missing"
	}
	return c.Next()
}

func noReturnEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := check(c.Request().Header.Get("X-Token")); err != nil {
			c.JSON(http.StatusUnauthorized, "no") // want unenforced-auth "a return is missing"
		}
		return next(c)
	}
}

// What follows is good.

func returns(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func branches(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err == nil {
			next.ServeHTTP(w, r)
		} else {
			http.Error(w, "no", http.StatusUnauthorized)
		}
	})
}

// a token is welcome, not needed
func optional(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			w.Header().Set("X-User", "guest")
		}
		next.ServeHTTP(w, r)
	})
}

func aborts() gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := check(c.GetHeader("X-Token")); err != nil {
			c.JSON(http.StatusUnauthorized, gin.H{"error": "no"})
			c.Abort()
			return
		}
		c.Next()
	}
}

func abortsFirst() gin.HandlerFunc {
	return func(c *gin.Context) {
		if !strings.HasPrefix(c.GetHeader("Authorization"), "Bearer ") {
			c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "no"})
			return
		}
		if err := check(c.GetHeader("X-Token")); err != nil {
			c.Abort()
			c.JSON(http.StatusUnauthorized, gin.H{"error": "no"})
			return
		}
		c.Next()
	}
}

// the last handler of a chain has no next handler
func last(c *gin.Context) {
	if err := check(c.GetHeader("X-Token")); err != nil {
		c.JSON(http.StatusUnauthorized, gin.H{"error": "no"})
		return
	}
	c.JSON(http.StatusOK, gin.H{"ok": true})
}

func returnsFiber(c *fiber.Ctx) error {
	if err := check(c.Get("X-Token")); err != nil {
		return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "no"})
	}
	return c.Next()
}
