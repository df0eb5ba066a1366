package store

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

// whose hands the issuer on: whether somebody checks it is not known. of checks it.

func whose(raw string, key []byte) (id, issuer string, err error) {
	claims := &jwt.RegisteredClaims{}
	_, err = jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return "", "", err
	}
	return claims.ID, claims.Issuer, nil
}

func of(raw string, key []byte) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return "", err
	}
	if claims.Issuer != "store" {
		return "", errors.New("of somebody else")
	}
	return claims.ID, nil
}
