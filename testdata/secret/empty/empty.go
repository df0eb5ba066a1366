// Package empty holds keys that an operator may forget to set.
package empty

import (
	"errors"
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func sign(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}

func direct() { sign([]byte(os.Getenv("EMPTY_A"))) } // want unchecked-secret

func keyfunc(token string) {
	jwt.Parse(token, func(*jwt.Token) (any, error) { return []byte(os.Getenv("EMPTY_B")), nil }) // want unchecked-secret
}

type config struct{ signer string }

func load() *config { return &config{signer: os.Getenv("EMPTY_C")} } // want unchecked-secret

func (c *config) sign() { sign([]byte(c.signer)) }

type tagged struct {
	Free     string `env:"EMPTY_D"` // want unchecked-secret
	Required string `env:"EMPTY_E,required"`
	NotEmpty string `env:"EMPTY_F,notEmpty"`
	Checked  string `env:"EMPTY_G" validate:"required,min=32"`
}

func (t tagged) sign() {
	sign([]byte(t.Free))
	sign([]byte(t.Required))
	sign([]byte(t.NotEmpty))
	sign([]byte(t.Checked))
}

func getenv(name, def string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return def
}

func emptyDefault() { sign([]byte(getenv("EMPTY_O", ""))) } // want unchecked-secret

// Near misses.

func emptyDefaultTested() {
	key := getenv("EMPTY_P", "")
	if key == "" {
		log.Fatal("EMPTY_P is not set")
	}
	sign([]byte(key))
}

func tested() {
	key := os.Getenv("EMPTY_H")
	if key == "" {
		log.Fatal("EMPTY_H is not set")
	}
	sign([]byte(key))
}

func elsewhere() { sign([]byte(os.Getenv("EMPTY_I"))) }

func init() {
	if len(os.Getenv("EMPTY_I")) < 32 {
		panic("EMPTY_I is too short")
	}
}

func must(name string) string {
	v := os.Getenv(name)
	if v == "" {
		log.Fatalf("%s is not set", name)
	}
	return v
}

func helper() { sign([]byte(must("EMPTY_J"))) }

func looped() error {
	for _, name := range []string{"EMPTY_K", "EMPTY_L"} {
		if os.Getenv(name) == "" {
			return errors.New(name + " is not set")
		}
	}
	sign([]byte(os.Getenv("EMPTY_K")))
	return nil
}

func lookup() error {
	key, ok := os.LookupEnv("EMPTY_M")
	if !ok {
		return errors.New("EMPTY_M is not set")
	}
	sign([]byte(key))
	return nil
}

func parsed() error { // a parser refuses an empty text
	key, err := jwt.ParseRSAPrivateKeyFromPEM([]byte(os.Getenv("EMPTY_N")))
	if err != nil {
		return err
	}
	_, err = jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"events": 1}).SignedString(key)
	return err
}

// lookedFor says whether there is a value, and returns an empty one where its caller says so.
func lookedFor(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return fallback
}

func lookedUp() {
	sign([]byte(lookedFor("EMPTY_LOOKUP_A", ""))) // want unchecked-secret
	key := lookedFor("EMPTY_LOOKUP_B", "")
	if key == "" {
		panic("EMPTY_LOOKUP_B is not set")
	}
	sign([]byte(key))
}

// demanded ends the program where there is none.
func demanded(name string) string {
	v, ok := os.LookupEnv(name)
	if !ok {
		panic(name + " is not set")
	}
	return v
}

func demands() { sign([]byte(demanded("EMPTY_LOOKUP_C"))) }
