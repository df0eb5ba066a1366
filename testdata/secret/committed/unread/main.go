// Command unread names a file whose end is no format that viper knows: ReadInConfig returns an error.
package main

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

func main() {
	viper.SetConfigFile(".env.production")
	viper.ReadInConfig()
	viper.SetConfigFile("staging.env")
	viper.ReadInConfig()
	key := viper.GetString("JWT_SECRET")
	if key == "" {
		panic("no key")
	}
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(key))
}
