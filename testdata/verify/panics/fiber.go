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

// A library has split the token before, or refuses it.
func parsed(c *fiber.Ctx) string {
	raw := c.Get("Authorization")
	token, _, err := jwt.NewParser().ParseUnverified(raw, jwt.MapClaims{})
	if err != nil || token.Header["alg"] != "ES256K" {
		return ""
	}
	return strings.Split(raw, ".")[2]
}
