// Package auth signs with the keys of package config.
package auth

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/exposed/config"
)

func sign(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}

// Tokens signs with each of them.
func Tokens() []string {
	var out []string
	for _, key := range []string{
		config.CheckedSecret, config.MainSecret,
	} {
		t, _ := sign([]byte(key))
		out = append(out, t)
	}
	return out
}

// The signers of one key each.
func JWT() (string, error)     { return sign([]byte(config.SessionTokenSecret)) }
func Bytes() (string, error)   { return sign(config.TokenKey) }
func Checked() (string, error) { return sign([]byte(config.CheckedSecret)) }
func Main() (string, error)    { return sign([]byte(config.MainSecret)) }
func Boot() (string, error)    { return sign([]byte(config.BootSecret)) }
func Listed() (string, error)  { return sign([]byte(config.ListedSecret)) }
func Flag() (string, error)    { return sign([]byte(config.FlagSecret)) }
func Set() (string, error)     { return sign([]byte(config.SetSecret)) }
func Ignored() (string, error) { return sign([]byte(config.IgnoredSecret)) }
func Key() (string, error)     { return sign([]byte(config.SigningKey)) }

// User tests the key that it signs with.
func User() (string, error) {
	if config.UserSecret == "" {
		return "", errors.New("no key")
	}
	return sign([]byte(config.UserSecret))
}
