// Package beside has a middleware that asks a deny list before one of those that verify tokens, which
// do not all ask it.
package beside

import (
	"os"
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

var db *gorm.DB

func parse(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(os.Getenv("BESIDE_KEY")), nil },
		jwt.WithValidMethods([]string{"HS256"}))
}

// Early refuses what is in the list.
func Early(c *fiber.Ctx) error {
	raw := strings.TrimPrefix(c.Get("Authorization"), "Bearer ")
	var listed bool
	if err := db.Table("token_blacklists").Where("token = ?", raw).First(&listed).Error; err == nil && listed { // want revocation-open
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// Require verifies tokens, and asks the list.
func Require(c *fiber.Ctx) error {
	raw := strings.TrimPrefix(c.Get("Authorization"), "Bearer ")
	token, err := parse(raw)
	if err != nil || !token.Valid {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	var n int64
	if err := db.Table("token_blacklists").Where("token = ?", raw).Count(&n).Error; err != nil {
		return c.SendStatus(fiber.StatusInternalServerError)
	}
	if n > 0 {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// Profile verifies tokens only.
func Profile(c *fiber.Ctx) error {
	token, err := parse(strings.TrimPrefix(c.Get("Authorization"), "Bearer "))
	if err != nil || !token.Valid {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}
