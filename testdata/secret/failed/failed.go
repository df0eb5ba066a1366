// Package failed returns constants together with an error: they are no keys where the caller leaves on it.
package failed

import (
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var errUnset = errors.New("the key is not set")

func sign(key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}).SignedString([]byte(key))
}

// A constant made up beside the error, in four ways.

func loadA() (string, error) {
	if k := os.Getenv("FAILED_A"); len(k) >= 32 {
		return k, nil
	}
	return "unset", errors.New("FAILED_A is too short")
}

func leaves() {
	k, err := loadA()
	if err != nil {
		log.Fatal(err)
	}
	sign(k)
}

func loadB() (key string, err error) {
	k := os.Getenv("FAILED_B")
	if len(k) < 32 {
		return "invalid", fmt.Errorf("FAILED_B: %w", errUnset)
	}
	return k, nil
}

func handsOn() (string, error) {
	k, err := loadB()
	if err != nil {
		return "", fmt.Errorf("key: %w", err)
	}
	return sign(k)
}

func loadC() (string, error) {
	k := os.Getenv("FAILED_C")
	if len(k) < 32 {
		return "none", errUnset
	}
	return k, nil
}

type config struct{ key string }

func newConfig() (*config, error) {
	var c config
	var err error
	if c.key, err = loadC(); err != nil {
		return nil, err
	}
	return &c, nil
}

func (c *config) sign() (string, error) { return sign(c.key) }

func loadD() (string, error) {
	data, err := os.ReadFile("key.txt")
	if err != nil {
		return "missing", err
	}
	return string(data), nil
}

func switched() (string, error) {
	switch k, err := loadD(); {
	case err != nil:
		return "", err
	default:
		return sign(k)
	}
}

func passedOn() (string, error) { return loadD() }

func signsPassedOn() (string, error) {
	k, err := passedOn()
	if err != nil {
		return "", err
	}
	return sign(k)
}

// A keyfunc: the library leaves.
func verify(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return []byte("unexpected"), errors.New("unexpected method")
		}
		return loadA()
	})
}

// A life.
func lifeOf(text string) (time.Duration, error) {
	d, err := time.ParseDuration(text)
	if err != nil {
		return 9999 * time.Hour, err
	}
	return d, nil
}

// Bad neighbours: the caller goes on.

func loadE() (string, error) {
	if k := os.Getenv("FAILED_E"); len(k) >= 32 {
		return k, nil
	}
	return "development", errors.New("FAILED_E is too short") // want default-secret
}

func logs() {
	k, err := loadE()
	if err != nil {
		log.Print("using the key for development: ", err)
	}
	sign(k)
}

func loadF() (string, error) {
	if k := os.Getenv("FAILED_F"); len(k) >= 32 {
		return k, nil
	}
	return "development", errUnset // want default-secret
}

func ignores() {
	k, _ := loadF()
	sign(k)
}

func loadG() (string, error) {
	k := os.Getenv("FAILED_G")
	if k == "" {
		k = "development" // want default-secret
	}
	var err error
	if os.Getenv("FAILED_STRICT") != "" {
		err = errUnset
	}
	return k, err // no error for the constant
}

func leavesForShort() {
	k, err := loadG()
	if err != nil {
		log.Fatal(err)
	}
	sign(k)
}

func loadH() (string, error) {
	if k := os.Getenv("FAILED_H"); len(k) >= 32 {
		return k, nil
	}
	return "development", errUnset // want default-secret
}

func tests() {
	if _, err := os.Stat("x"); err != nil {
		return
	}
	k, err := loadH()
	sign(k)
	if err != nil {
		return
	}
}

// What another call returns need not be an error.

func ready() error { return nil }

func beside() (string, error) {
	return "beside a check that passes", ready() // want hardcoded-secret
}

func leavesOnReady() {
	k, err := beside()
	if err != nil {
		return
	}
	sign(k)
}
