// Package settings fills a struct of another package by one call and logs one field of it: only the
// field that signs is a secret.
package settings

import (
	"encoding/json"
	"log"
	"net/url"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/leak/settings/conf"
)

func load() (*conf.Config, error) {
	data, err := os.ReadFile("/etc/shop/config.json")
	if err != nil {
		return nil, err
	}
	c := new(conf.Config)
	if err := json.Unmarshal(data, c); err != nil {
		return nil, err
	}
	if len(c.Secret) < 32 {
		return nil, os.ErrInvalid
	}
	return c, nil
}

func Issue(user string) (string, error) {
	c, err := load()
	if err != nil {
		return "", err
	}
	log.Printf("issuing for %s", c.Host)
	log.Printf("signing with %s", c.Secret) // want secret-log
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user,
		"exp": time.Now().Add(15 * time.Minute).Unix(),
	}).SignedString([]byte(c.Secret))
}

func Ping() error {
	c, err := load()
	if err != nil {
		return err
	}
	u, err := url.Parse("https://" + c.Host)
	if err != nil {
		return err
	}
	return reach(u)
}

func reach(u *url.URL) error {
	log.Printf("reaching %s", u.Host)
	return nil
}
