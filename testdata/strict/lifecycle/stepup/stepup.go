// Package stepup has users confirm an action, and compares what they confirm or does not.
package stepup

import (
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var key = []byte(os.Getenv("CONFIRMATION_KEY"))

type confirmation struct {
	Action string `json:"action"`
	jwt.RegisteredClaims
}

type session struct {
	Action string `json:"action"` // the package issues none
	jwt.RegisteredClaims
}

func confirm(user, action string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, confirmation{
		Action: action, RegisteredClaims: jwt.RegisteredClaims{Subject: user},
	}).SignedString(key)
}

func keys(*jwt.Token) (any, error) { return key, nil }

var methods = jwt.WithValidMethods([]string{"HS256"})

func any1(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &confirmation{}, keys, methods) // want missing-stepup "of a token that confirms an action"
	return err
}

func anyOfUser(raw, user string) error {
	var c confirmation
	token, err := jwt.ParseWithClaims(raw, &c, keys, methods) // want missing-stepup "never compared"
	if err != nil || !token.Valid || c.Subject != user {
		return errors.New("refused")
	}
	return nil
}

func compared(raw, user string) error {
	var c confirmation
	_, err := jwt.ParseWithClaims(raw, &c, keys, methods)
	if err != nil || c.Action != "delete" || c.Subject != user {
		return errors.New("refused")
	}
	return nil
}

func returned(raw string) (*confirmation, error) {
	c := &confirmation{}
	_, err := jwt.ParseWithClaims(raw, c, keys, methods)
	return c, err
}

func asserted(raw string) string {
	token, err := jwt.ParseWithClaims(raw, &confirmation{}, keys, methods)
	if err != nil {
		return ""
	}
	return token.Claims.(*confirmation).Action
}

func others(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &session{}, keys, methods)
	return err
}
