// Package receiver has settings that read themselves: the struct that is filled is the receiver of a
// method, which no argument of its calls is.
package receiver

import (
	"encoding/json"
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

type config struct {
	Secret string `json:"jwt_secret"`
}

func (c *config) load(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, c)
}

func start() (string, error) {
	c := &config{}
	if err := c.load("settings.json"); err != nil {
		return "", err
	}
	if c.Secret == "" {
		return "", errors.New("no secret")
	}
	return sign(c.Secret)
}

func test() (string, error) { return sign("a-key-that-is-written-here") } // want hardcoded-secret

func sign(key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(key))
}
