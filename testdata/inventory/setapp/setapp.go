// Package setapp fills the settings.
package setapp

import (
	"os"

	"example.com/testdata/inventory/setconf"
	"example.com/testdata/inventory/setlogin"
)

func login(user string) (string, error) {
	cfg := &setconf.Config{TokenSecret: os.Getenv("SET_KEY")}
	return setlogin.Login(cfg, user)
}

var _ = login
