// Package conf declares settings. Others fill them, and others use them.
package conf

import "errors"

// Config is filled by package load and used by package auth.
type Config struct {
	Name string
	Auth Auth
}

// Auth is part of it.
type Auth struct {
	Key  string
	Spec struct{ Secret []byte }
}

// Checked is filled by package load too, which refuses an empty secret.
type Checked struct{ Secret string }

// Validated is filled by package load and tested here.
type Validated struct{ Secret string }

// Validate refuses an empty secret.
func (v *Validated) Validate() error {
	if v.Secret == "" {
		return errors.New("secret is missing")
	}
	return nil
}

// Tested is filled by package load and tested by the program.
type Tested struct{ Secret string }

// Random is filled with a new key.
type Random struct{ Secret []byte }

// Options are written out by the program.
type Options struct {
	Secret string
	Issuer string
}

// Kept is made by a constructor.
type Kept struct{ Secret string }

// NewKept keeps what it is given.
func NewKept(secret, issuer string) *Kept { return &Kept{Secret: secret} }

// Strict is made by a constructor that refuses an empty secret.
type Strict struct{ Secret string }

// NewStrict keeps what it is given.
func NewStrict(secret string) (*Strict, error) {
	if secret == "" {
		return nil, errors.New("secret is missing")
	}
	return &Strict{Secret: secret}, nil
}

// Tagged is filled by package load by its tags.
type Tagged struct {
	Secret string `env:"FIELDS_TAGGED_SECRET"`
	Needed string `env:"FIELDS_NEEDED_SECRET,required"`
}

// Prefixed is filled by package load, which knows the whole names of the settings.
type Prefixed struct {
	JWT   Inner  `envPrefix:"FIELDS_JWT_"`
	Named string `env:"FIELDS_JWT_SECRET" envDefault:"development of a name"` // want default-secret
}

// Inner has a default that nobody reports here: its name is that of any secret.
type Inner struct {
	Secret string `env:"SECRET" envDefault:"development of a prefix"`
}

// Plain is filled by package load under the names of its fields, which nobody here knows.
type Plain struct {
	JWTSecret string `default:"development of a field"`
}

// Deep is handed on by package server.
type Deep struct{ Secret string }

// Injected is made and handed on by a container.
type Injected struct{ Secret string }
