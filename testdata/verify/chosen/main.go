// Package main is a tool with which its user looks at tokens: a flag chooses the algorithm.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

var (
	alg  = flag.String("alg", "", "algorithm")
	file = flag.String("key", "", "file with the key")
)

func isNone() bool { return strings.EqualFold(*alg, "none") }

func load() (any, error) {
	if isNone() {
		return jwt.UnsafeAllowNoneSignatureType, nil
	}
	return read(*file)
}

// read returns an empty object for +, as a shorthand.
func read(path string) ([]byte, error) {
	if path == "+" {
		return []byte("{}"), nil
	}
	return os.ReadFile(path)
}

func verify(raw string) error {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) {
		if isNone() {
			return jwt.UnsafeAllowNoneSignatureType, nil
		}
		return read(*file)
	})
	if err != nil {
		return err
	}
	fmt.Println(token.Claims)
	return nil
}

var methods = map[string]jwt.SigningMethod{"none": jwt.SigningMethodNone, "HS256": jwt.SigningMethodHS256}

func sign(text string) error {
	key, err := load()
	if err != nil {
		return err
	}
	method := methods[*alg]
	if method == nil {
		return errors.New("unknown algorithm")
	}
	s, err := jwt.NewWithClaims(method, jwt.MapClaims{"text": text}).SignedString(key)
	if err != nil {
		return err
	}
	fmt.Println(s)
	return nil
}

// Bad neighbours: the token chooses, or nobody.

func trusting(raw string, secret []byte) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if t.Method.Alg() == "none" {
			return jwt.UnsafeAllowNoneSignatureType, nil // want alg-none "are accepted"
		}
		return secret, nil
	})
	return err
}

func mint(sub string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"sub": sub}).SignedString(jwt.UnsafeAllowNoneSignatureType) // want alg-none "issued without"
}

func main() {
	flag.Parse()
	for _, f := range []func(string) error{verify, sign, func(s string) error { return trusting(s, nil) }} {
		if err := f(flag.Arg(0)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	if s, err := mint(flag.Arg(0)); err == nil {
		fmt.Println(s)
	}
}
