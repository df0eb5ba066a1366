package main

import (
	"os"
	"strings"
	"testing"
)

// A package that signs cannot see that another one, which main starts with, refuses an empty key: the
// command, which sees both, reports nothing. In a program that does not start so, the report stands.
func TestWithdrawn(t *testing.T) {
	const sign = `package sign

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Token signs.
func Token(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("JWT_SECRET")))
}
`
	const config = `package config

import (
	"errors"
	"os"
)

// Config has what the environment says.
type Config struct{ Key string }

// Load refuses an empty key.
func Load() (*Config, error) {
	c := &Config{Key: os.Getenv("JWT_SECRET")}
	if c.Key == "" {
		return nil, errors.New("JWT_SECRET is not set")
	}
	return c, nil
}
`
	const start = `package main

import (
	"example.com/app/config"
	"example.com/app/sign"
)

func main() {
	if _, err := config.Load(); err != nil {
		panic(err)
	}
	sign.Token(nil)
}
`
	files := map[string]string{
		"go.mod": goMod, "go.sum": goSum, "sign/sign.go": sign, "config/config.go": config, "app/main.go": start,
	}
	dir := module(t, files)
	if out, errs, _ := run(t, dir, nil); strings.Contains(out, "unchecked-secret") || errs != "" {
		t.Errorf("the program tests its key: got\n%s%s", out, errs)
	}
	files["config/config.go"] = `package config

import (
	"log"
	"os"
)

// Config has what the environment says.
type Config struct{ Key, Port string }

// Load ends the program without a key.
func Load() (*Config, error) {
	return &Config{Key: must("JWT_SECRET"), Port: must("PORT")}, nil
}

func must(name string) string {
	value := os.Getenv(name)
	if value == "" {
		log.Fatal(name, " is not set")
	}
	return value
}
`
	if out, errs, _ := run(t, module(t, files), nil); strings.Contains(out, "unchecked-secret") || errs != "" {
		t.Errorf("a helper of another package tests the key: got\n%s%s", out, errs)
	}
	files["config/config.go"] = config
	files["app/main.go"] = "package main\n\nimport \"example.com/app/sign\"\n\nfunc main() { sign.Token(nil) }\n"
	if out, _, _ := run(t, module(t, files), nil); strings.Count(out, ": unchecked-secret") != 1 {
		t.Errorf("nobody tests the key: got\n%s", out)
	}
	files["other/main.go"] = start
	if out, _, _ := run(t, module(t, files), nil); strings.Contains(out, "unchecked-secret") {
		t.Errorf("one of two programs tests the key: got\n%s", out)
	}
	files["sign/sign.go"] = strings.Replace(sign, "\treturn", "\t//jwtvet:ignore unchecked-secret -- config refuses it\n\treturn", 1)
	if out, errs, _ := run(t, module(t, files), nil); strings.Contains(out, "ignore") || errs != "" {
		t.Errorf("the directive is needed by who judges the package by itself: got\n%s%s", out, errs)
	}
}

// A package of another module can be asked for by its path. What it reads from a store of settings is
// reported there, as no main of this module is told of it.
func TestStoreOfDependency(t *testing.T) {
	mod, err := os.ReadFile("../../testdata/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	sum, err := os.ReadFile("../../testdata/go.sum")
	if err != nil {
		t.Fatal(err)
	}
	named := func(name string) string {
		return strings.Replace(string(mod), "module example.com/testdata", "module example.com/"+name, 1)
	}
	dir := module(t, map[string]string{
		"go.mod": named("app") + "\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./dep\n",
		"go.sum": string(sum), "dep/go.mod": named("dep"), "dep/go.sum": string(sum),
		"app.go": "package app\n\nimport _ \"example.com/dep\"\n",
		"dep/dep.go": `package dep

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

// Token signs.
func Token(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(viper.GetString("JWT_SECRET")))
}
`,
	})
	if out, errs, _ := run(t, dir, nil, "example.com/dep"); !strings.Contains(out, ": unchecked-secret") || errs != "" {
		t.Errorf("got\n%s%s", out, errs)
	}
}

// A package that signs with a field of the settings cannot see that main tests the field.
func TestWithdrawnField(t *testing.T) {
	const main = `package main

import (
	"log"

	"example.com/app/config"
	"example.com/app/sign"
)

func main() {
	cfg := config.Load()
	if cfg.JWT.Secret == "" {
		log.Fatal("JWT_SECRET is not set")
	}
	sign.Token(cfg, nil)
}
`
	files := map[string]string{
		"go.mod": goMod, "go.sum": goSum, "app/main.go": main,
		"config/config.go": `package config

import "os"

// Config has what the environment says.
type Config struct{ JWT struct{ Secret string } }

// Load reads it.
func Load() *Config {
	c := &Config{}
	c.JWT.Secret = os.Getenv("JWT_SECRET")
	return c
}
`,
		"sign/sign.go": `package sign

import (
	"example.com/app/config"

	"github.com/golang-jwt/jwt/v5"
)

// Token signs.
func Token(cfg *config.Config, claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(cfg.JWT.Secret))
}
`,
	}
	if out, errs, _ := run(t, module(t, files), nil); strings.Contains(out, "unchecked-secret") || errs != "" {
		t.Errorf("main tests the field: got\n%s%s", out, errs)
	}
	files["app/main.go"] = strings.Replace(main, `cfg.JWT.Secret == ""`, "cfg == nil", 1)
	if out, _, _ := run(t, module(t, files), nil); !strings.Contains(out, "unchecked-secret") {
		t.Errorf("main tests nothing: got\n%s", out)
	}
}
