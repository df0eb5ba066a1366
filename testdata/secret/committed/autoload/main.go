// Command autoload has its environment loaded by an import.
package main

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
	_ "github.com/joho/godotenv/autoload"
)

var key = os.Getenv("JWT_SECRET")

func main() {
	if len(key) < 32 {
		panic("JWT_SECRET is too short")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
}
