// Package lists has lists of keys, of which the configuration library demands all or none.
package lists

import (
	"context"
	"os"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
	"github.com/go-playground/validator/v10"
	"github.com/golang-jwt/jwt/v5"
	"github.com/sethvargo/go-envconfig"
	"github.com/spf13/viper"
)

type ring struct {
	Keys   []string          `env:"RING_KEYS,required"`
	Filled []string          `env:"RING_FILLED,notEmpty"`
	Named  map[string]string `env:"RING_NAMED,required"`
	Loose  []string          `env:"RING_LOOSE"`
}

type settings struct {
	Keys  []string          `mapstructure:"keys" validate:"required,dive,required"`
	Long  []string          `mapstructure:"long" validate:"required,min=1,dive,required,min=32"`
	Each  []string          `mapstructure:"each" validate:"dive,required,min=32"`
	Named map[string]string `mapstructure:"named" validate:"required,min=2,dive,keys,max=8,endkeys,required"`
	Short []string          `mapstructure:"short" validate:"required,dive,min=8"`
}

func sign(key []byte) (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func verify(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

func fromEnv(raw string) error {
	var r ring
	if err := envconfig.Process(context.Background(), &r); err != nil {
		return err
	}
	if err := env.Parse(&r); err != nil {
		return err
	}
	for _, k := range r.Keys {
		if verify(raw, []byte(k)) == nil {
			return nil
		}
	}
	if _, err := sign([]byte(r.Filled[0])); err != nil {
		return err
	}
	if _, err := sign([]byte(r.Named["current"])); err != nil {
		return err
	}
	var err error
	for i := range r.Loose {
		err = verify(raw, []byte(r.Loose[i])) // want unchecked-secret
	}
	return err
}

func fromFile(raw string) error {
	var s settings
	if err := viper.Unmarshal(&s); err != nil {
		return err
	}
	if err := validator.New().Struct(s); err != nil {
		return err
	}
	for _, list := range [][]string{s.Keys, s.Each} {
		for _, k := range list {
			if verify(raw, []byte(k)) == nil {
				return nil
			}
		}
	}
	for _, k := range s.Long {
		if verify(raw, []byte(k)) == nil {
			return nil
		}
	}
	if err := verify(raw, []byte(s.Named["old"])); err == nil {
		return nil
	}
	return verify(raw, []byte(s.Short[0]))
}

// split reads several keys of one variable.
func split(raw string) error {
	text := os.Getenv("RING_TEXT")
	if text == "" {
		return os.ErrNotExist
	}
	var err error
	for _, k := range strings.Split(text, ",") {
		if err = verify(raw, []byte(k)); err == nil {
			return nil
		}
	}
	return err
}

// loose does not look at it.
func loose(raw string) error {
	var err error
	for k := range strings.SplitSeq(os.Getenv("RING_SPLIT"), ",") { // want unchecked-secret
		if err = verify(raw, []byte(k)); err == nil {
			return nil
		}
	}
	return err
}

// pair takes what stands after a colon, and fails without one.
func pair(raw string) error {
	_, key, ok := strings.Cut(os.Getenv("RING_PAIR"), ":")
	if !ok {
		return os.ErrInvalid
	}
	return verify(raw, []byte(key))
}
