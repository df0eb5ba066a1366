package panics

import (
	"strings"

	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v4"
)

func third(c *fiber.Ctx) string {
	return strings.Split(c.Cookies("jwt_token"), ".")[2] // want header-panic "without a length check"
}

func stored(c *fiber.Ctx) int {
	token := c.Locals("user").(*jwt.Token)
	return token.Claims.(jwt.MapClaims)["id"].(int) // want header-panic "never of this type"
}

// What follows is good.

func storedRight(c *fiber.Ctx) int {
	token := c.Locals("user").(*jwt.Token)
	return int(token.Claims.(jwt.MapClaims)["id"].(float64))
}
