// Package auth signs with the settings that it is given and does not know who fills them.
package auth

import (
	"example.com/testdata/secret/fields/conf"
	"github.com/golang-jwt/jwt/v5"
)

func sign(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}

// Service keeps a part of the settings.
type Service struct{ cfg conf.Auth }

// New returns a service.
func New(cfg *conf.Config) *Service { return &Service{cfg.Auth} }

// Token signs.
func (s *Service) Token() (string, error) { return sign([]byte(s.cfg.Key)) }

// Special signs with another key.
func (s *Service) Special() (string, error) { return sign(s.cfg.Spec.Secret) }

// Checked signs.
func Checked(c *conf.Checked) (string, error) { return sign([]byte(c.Secret)) }

// Validated signs.
func Validated(c *conf.Validated) (string, error) { return sign([]byte(c.Secret)) }

// Tested signs.
func Tested(c *conf.Tested) (string, error) { return sign([]byte(c.Secret)) }

// Random signs.
func Random(c *conf.Random) (string, error) { return sign(c.Secret) }

// Options signs.
func Options(o conf.Options) (string, error) { return sign([]byte(o.Secret)) }

// Kept signs.
func Kept(k *conf.Kept) (string, error) { return sign([]byte(k.Secret)) }

// Strict signs.
func Strict(k *conf.Strict) (string, error) { return sign([]byte(k.Secret)) }

// Tagged signs twice.
func Tagged(t *conf.Tagged) (string, error) {
	if s, err := sign([]byte(t.Needed)); err != nil {
		return s, err
	}
	return sign([]byte(t.Secret)) // want unchecked-secret "via conf.Secret"
}

// Deep signs.
func Deep(d conf.Deep) (string, error) { return sign([]byte(d.Secret)) }

// Injected is called by a container.
func Injected(c *conf.Injected) *Service { return &Service{conf.Auth{Key: c.Secret}} }

// Prefixed signs.
func Prefixed(p *conf.Prefixed) {
	sign([]byte(p.JWT.Secret)) // want default-secret "via conf.Secret"
	sign([]byte(p.Named))
}

// Plain signs.
func Plain(p *conf.Plain) { sign([]byte(p.JWTSecret)) }
