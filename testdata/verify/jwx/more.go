package jwx

import (
	"errors"
	"strings"
	"time"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

type service struct{ key []byte }

func (s *service) sign(user string) ([]byte, error) {
	token, err := jwt.NewBuilder().Subject(user).Audience([]string{"billing"}).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(token, jwt.WithKey(jwa.HS256, s.key))
}

// invite signs a token for nobody in particular with the same key.
func (s *service) invite(mail string) ([]byte, error) {
	token, err := jwt.NewBuilder().Subject(mail).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(token, jwt.WithKey(jwa.HS256, s.key))
}

func (s *service) anybody(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithKey(jwa.HS256, s.key)) // want missing-audience "audience (aud)"
}

func (s *service) text(raw []byte) bool {
	_, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256, s.key), jwt.WithAudience("billing"))
	return err != nil && strings.Contains(err.Error(), "exp not satisfied") // want error-string-match "matched by its text"
}

// What follows is good.

const codeTooOld = "token-too-old"

// fresh says with a code of its own what is wrong, and so knows the text again.
func (s *service) fresh(raw []byte) error {
	token, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256, s.key), jwt.WithAudience("billing"))
	if err == nil && time.Since(token.IssuedAt()) > time.Hour {
		err = errors.New(codeTooOld)
	}
	if err != nil && strings.Contains(err.Error(), codeTooOld) {
		return nil
	}
	return err
}

func (s *service) ours(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithKey(jwa.HS256, s.key), jwt.WithAudience("billing"))
}

func (s *service) sentinel(raw []byte) bool {
	_, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256, s.key), jwt.WithAudience("billing"))
	return errors.Is(err, jwt.ErrTokenExpired())
}
