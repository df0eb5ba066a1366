// Package svc gets an interface of another package.
package svc

import (
	"net/http"
	"time"

	"example.com/testdata/leak/loggers/logi"
	"github.com/golang-jwt/jwt/v5"
)

type Service struct {
	log logi.Logger
	key []byte
}

func New(l logi.Logger, key []byte) *Service { return &Service{l, key} }

func (s *Service) Login(w http.ResponseWriter, r *http.Request) {
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "x", "exp": time.Now().Add(time.Minute).Unix()}).SignedString(s.key)
	if err != nil {
		s.log.Error(err)
		return
	}
	s.log.Infof("issued %s", tok)      // want token-log
	s.log.Info("issued", "token", tok) // want token-log
	s.log.Print("issued " + tok)       // want token-log
	logi.Infof("issued %s", tok)       // want token-log "via logi.Infof"
	logi.Wrapf("issued %s", tok)       // want token-log "via logi.Wrapf"
	s.log.Infof("issued %d", len(tok))
	w.Write([]byte(tok))
}
