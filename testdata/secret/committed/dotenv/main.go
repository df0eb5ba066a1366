// Command dotenv reads its key from the environment, which it loads from files.
package main

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/joho/godotenv"
)

func main() {
	godotenv.Load()
	godotenv.Load(".env.ignored", ".env."+os.Getenv("APP_ENV"))
	for _, name := range []string{"SHOP_TOKEN_KEY", "SHOP_LATER_KEY"} {
		if os.Getenv(name) == "" {
			panic(name)
		}
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(os.Getenv("SHOP_TOKEN_KEY")))
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(os.Getenv("SHOP_LATER_KEY")))
}
