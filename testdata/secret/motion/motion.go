//go:build go1.26

// Package motion has keys that functions, pointers and the environment carry around.
package motion

import (
	"errors"
	"log"
	"os"
	"sync"

	"github.com/golang-jwt/jwt/v5"
)

func sign(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}

// Functions that run once.

var fallback = sync.OnceValue(func() []byte {
	s, ok := os.LookupEnv("MOTION_FALLBACK")
	if !ok {
		s = "a fallback that is found once" // want default-secret
	}
	return []byte(s)
})

var unchecked = sync.OnceValues(func() ([]byte, error) {
	return []byte(os.Getenv("MOTION_UNCHECKED")), nil // want unchecked-secret
})

var checked = sync.OnceValues(func() ([]byte, error) {
	s := os.Getenv("MOTION_CHECKED")
	if len(s) < 32 {
		return nil, errors.New("MOTION_CHECKED is too short")
	}
	return []byte(s), nil
})

func once() {
	sign(fallback())
	if key, err := unchecked(); err == nil {
		sign(key)
	}
	if key, err := checked(); err == nil {
		sign(key)
	}
}

// Pointers.

type options struct {
	key  *string
	name *string
}

func pointer[T any](v T) *T { return &v }

func pointers() {
	o := options{key: new("behind a new pointer"), name: new("shop")} // want hardcoded-secret
	sign([]byte(*o.key))
	p := options{key: pointer("behind a helper"), name: pointer("shop")} // want hardcoded-secret
	sign([]byte(*p.key))
}

// Method values.

type keeper struct{ key []byte }

func (k *keeper) get() []byte { return k.key }

func methods() {
	k := &keeper{key: []byte("behind a method value")} // want hardcoded-secret
	get := k.get
	sign(get())
}

// The environment, written and read back.

func environment() {
	os.Setenv("MOTION_SET", "written into the environment") // want default-secret
	os.Setenv("MOTION_OTHER", "not a key")
	key := os.Getenv("MOTION_SET")
	if key == "" {
		log.Fatal("MOTION_SET is not set")
	}
	sign([]byte(key))
}
