// Package behind has a middleware that asks a deny list before the one that verifies tokens, which asks
// it, too.
package behind

import (
	"os"
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

var db *gorm.DB

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("BEHIND_KEY")), nil }

// Early refuses what is in the list. While the database fails the next one refuses all.
func Early(c *fiber.Ctx) error {
	raw := strings.TrimPrefix(c.Get("Authorization"), "Bearer ")
	var listed bool
	if err := db.Table("token_blacklists").Where("token = ?", raw).First(&listed).Error; err == nil && listed {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// Require verifies tokens.
func Require(c *fiber.Ctx) error {
	raw := strings.TrimPrefix(c.Get("Authorization"), "Bearer ")
	token, err := jwt.Parse(raw, key, jwt.WithValidMethods([]string{"HS256"}))
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
