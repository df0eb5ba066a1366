// Command symmetric has keys that are called symmetric: those of tokens that are no JWT are called so,
// and of a JWT where they sign one.
package main

import (
	"crypto/aes"
	"crypto/cipher"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

type config struct {
	TokenSymmetricKey  string `mapstructure:"TOKEN_SYMMETRIC_KEY"`
	AccessSymmetricKey string `mapstructure:"ACCESS_TOKEN_SYMMETRIC_KEY"`
}

func main() {
	viper.SetConfigFile("app.env")
	var c config
	if viper.ReadInConfig() != nil || viper.Unmarshal(&c) != nil {
		os.Exit(1)
	}
	if c.TokenSymmetricKey == "" {
		os.Exit(1)
	}
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(c.TokenSymmetricKey))
	seal(c.AccessSymmetricKey)
}

// seal makes the cipher of tokens that are encrypted.
func seal(key string) (cipher.AEAD, error) {
	block, err := aes.NewCipher([]byte(key))
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}
