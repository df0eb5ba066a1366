// Package bound signs with what names in lists are read into.
package bound

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/bound/conf"
)

type signer struct{ user, other, checked string }

func newSigner(cfg conf.Config) *signer {
	return &signer{
		user:    cfg.UserKey,    // want unchecked-secret "environment and never checked"
		other:   cfg.JWT.Secret, // want unchecked-secret
		checked: cfg.JWT.Checked,
	}
}

func (s *signer) sign(t *jwt.Token) {
	t.SignedString([]byte(s.user))
	t.SignedString([]byte(s.other))
	t.SignedString([]byte(s.checked))
}
