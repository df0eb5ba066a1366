// Package config reads keys with the libraries that programs take their settings from.
package config

import (
	"context"
	"os"

	"github.com/alecthomas/kong"
	beego "github.com/beego/beego/v2/core/config"
	"github.com/caarlos0/env/v11"
	"github.com/golang-jwt/jwt/v5"
	"github.com/ilyakaznacheev/cleanenv"
	"github.com/kelseyhightower/envconfig"
	"github.com/knadh/koanf/v2"
	"github.com/rs/zerolog/log"
	sethvargo "github.com/sethvargo/go-envconfig"
	cli2 "github.com/urfave/cli/v2"
	cli3 "github.com/urfave/cli/v3"
	"gopkg.in/ini.v1"
)

func sign(key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(key))
}

func urfave2() *cli2.App {
	return &cli2.App{
		Flags:  []cli2.Flag{&cli2.StringFlag{Name: "signer-two", Value: "default of cli v2"}}, // want default-secret
		Action: func(c *cli2.Context) error { _, err := sign(c.String("signer-two")); return err },
	}
}

func urfave3() *cli3.Command {
	return &cli3.Command{
		Flags:  []cli3.Flag{&cli3.StringFlag{Name: "signer-three", Value: "default of cli v3"}}, // want default-secret
		Action: func(_ context.Context, c *cli3.Command) error { _, err := sign(c.String("signer-three")); return err },
	}
}

type caarlos struct {
	Signer string `env:"A_SIGNER" envDefault:"default of env"` // want default-secret
}

func caarlos0() {
	var c caarlos
	env.Parse(&c)
	sign(c.Signer)
}

type hightower struct {
	Signer string `default:"default of envconfig"` // want default-secret
}

func kelsey() {
	var c hightower
	envconfig.MustProcess("app", &c)
	sign(c.Signer)
}

type vargo struct {
	Signer string `env:"B_SIGNER, default=default of another envconfig"` // want default-secret
}

func seth(ctx context.Context) {
	var c vargo
	sethvargo.Process(ctx, &c)
	sign(c.Signer)
}

type clean struct {
	Signer string `yaml:"signer" env-default:"default of cleanenv"` // want default-secret
}

func ilya() {
	var c clean
	cleanenv.ReadConfig("config.yml", &c)
	sign(c.Signer)
}

type command struct {
	Signer string `help:"what tokens are signed with" default:"default of kong"` // want default-secret
}

func alec() {
	var c command
	kong.Parse(&c)
	sign(c.Signer)
}

func file(f *ini.File) {
	sign(f.Section("auth").Key("signer").MustString("default of ini")) // want default-secret
}

func bee() {
	sign(beego.DefaultString("signer", "default of beego")) // want default-secret
}

// Near misses: required settings, a setting that has no default, and one whose default belongs to something else.

type required struct {
	Signer string `env:"C_SIGNER,required"`
	Clean  string `env:"D_SIGNER" env-required:"true"`
	Port   string `env:"PORT" envDefault:"8080"`
}

func needed() {
	var c required
	env.Parse(&c)
	sign(c.Signer)
	sign(c.Clean)
}

func without(k *koanf.Koanf) { sign(k.String("auth.signer")) }

func expanded() {
	key := os.ExpandEnv("$E_SIGNER")
	if len(key) < 32 {
		panic("E_SIGNER is too short")
	}
	sign(key)
}

func ended() {
	key := os.Getenv("F_SIGNER")
	if key == "" {
		key = "never signs anything"
		log.Fatal().Msg("F_SIGNER is not set")
	}
	sign(key)
}

type together struct {
	Signer string `env:"G_SIGNER"`
}

func inOneCondition() {
	var c together
	if env.Parse(&c) != nil || c.Signer == "" {
		os.Exit(1)
	}
	sign(c.Signer)
}

type tooEarly struct {
	Signer string `env:"H_SIGNER"` // want unchecked-secret
}

func testedBeforeItIsFilled() {
	var c tooEarly
	if c.Signer != "" || env.Parse(&c) != nil {
		os.Exit(1)
	}
	sign(c.Signer)
}
