// Package auth declares its settings and signs.
package auth

import "github.com/golang-jwt/jwt/v5"

type Config struct {
	Secret string `yaml:"token_secret"`
}

type Order struct {
	Secret string `yaml:"secret"`
}

func Token(c Config) (string, error) {
	return jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.Secret))
}

func (o Order) Check(token string) error {
	_, err := jwt.Parse(token, func(*jwt.Token) (any, error) { return []byte(o.Secret), nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return err
}
