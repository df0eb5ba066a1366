// Package fallback holds keys that fall back to a constant when nothing else is set.
package fallback

import (
	"cmp"
	"crypto/rand"
	"flag"
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"example.com/testdata/secret/fallback/settings"
)

func sign(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}

func getenv(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok && v != "" {
		return v
	}
	return fallback
}

func helper() { sign([]byte(getenv("SIGNER", "fallback of a helper"))) } // want default-secret

func condition() {
	key := os.Getenv("SIGNER")
	if key == "" {
		key = "fallback in a condition" // want default-secret
	}
	sign([]byte(key))
}

func or() {
	sign([]byte(cmp.Or(os.Getenv("SIGNER"), "fallback of cmp.Or"))) // want default-secret
}

var (
	signer  = flag.String("signer", "default of a flag", "what tokens are signed with")          // want default-secret
	signer2 = pflag.StringP("signer2", "s", "default of a pflag", "what tokens are signed with") // want default-secret
)

func flags() { sign([]byte(*signer)); sign([]byte(*signer2)) }

func configured() {
	viper.SetDefault("tokens.signer", "default of a configuration key") // want default-secret
	sign([]byte(viper.GetString("tokens.signer")))
}

type config struct {
	Signer string `env:"SIGNER" envDefault:"default of a struct tag"` // want default-secret
}

func tagged(c config) { sign([]byte(c.Signer)) }

// The name alone says what a setting is for: no sink is needed.

type service struct {
	Secret string `env:"JWT_SECRET" envDefault:"named struct tag"` // want default-secret
	TTL    string `env:"JWT_SECRET_TTL" envDefault:"15m"`
	File   string `env:"JWT_SECRET_FILE" envDefault:"/run/secrets/jwt"`
}

func named() {
	viper.SetDefault("jwt.secret", "named configuration key") // want default-secret
	viper.SetDefault("jwt.secret_path", "/etc/keys/jwt")
	viper.SetDefault("jwt.issuer", "https://example.com")
	_ = getenv("JWT_SIGNING_KEY", "named variable") // want default-secret
	_ = getenv("JWT_ISSUER", "issuer")
}

// A default of another package is reported where it is handed over, unless it was reported there by its name.
func foreign() {
	c := settings.Load()
	sign([]byte(c.Material)) // want default-secret "via settings.Material"
	sign([]byte(c.JWTSecret))
	sign([]byte(settings.Get("MATERIAL", "helper of another package"))) // want default-secret
}

// Near misses.

func exits() {
	key := os.Getenv("SIGNER")
	if key == "" {
		log.Fatal("SIGNER is not set")
	}
	sign([]byte(key))
}

func empty() {
	key := getenv("SIGNER", "")
	if key == "" {
		panic("SIGNER is not set")
	}
	sign([]byte(key))
}

func refused() {
	key := getenv("SIGNER", "refused at start")
	if key == "refused at start" {
		log.Fatal("set SIGNER")
	}
	sign([]byte(key))
}

type logger interface {
	Warnf(format string, args ...any)
	Fatalf(format string, args ...any)
}

func refusedByOwnLogger(l logger) {
	key := getenv("SIGNER", "refused by a logger of its own")
	if key == "refused by a logger of its own" {
		l.Fatalf("set SIGNER")
	}
	sign([]byte(key))
}

func replaced() {
	key := getenv("SIGNER", "replaced at start")
	if key == "replaced at start" {
		log.Print("SIGNER is not set: tokens are for this run")
		key = rand.Text() + rand.Text()
	}
	sign([]byte(key))
}

// A warning is none: the program goes on.
func warned(l logger) {
	key := getenv("SIGNER", "warned of at start") // want default-secret
	if key == "warned of at start" {
		log.Print("insecure key, set SIGNER")
	}
	sign([]byte(key))
	other := getenv("SIGNER", "noted at start") // want default-secret
	notes := map[string]string{}
	if other == "noted at start" {
		l.Warnf("insecure key, set SIGNER")
		notes["signer"] = "insecure"
	}
	sign([]byte(other))
}

func path() {
	key, err := os.ReadFile(getenv("SIGNER_FILE", "/run/secrets/signer"))
	if err != nil {
		log.Fatal(err)
	}
	sign(key)
}

const twice = "a key here and a default there" // want hardcoded-secret

func once() { sign([]byte(twice)) }

func again() {
	key := os.Getenv("FALLBACK_TWICE")
	if key == "" {
		key = twice
	}
	sign([]byte(key))
}
