// Package oauth trades codes for tokens in a server.
package oauth

import (
	"log"
	"log/slog"
	"net/http"
	"time"

	"golang.org/x/oauth2"
	"k8s.io/klog"
)

type server struct{ config *oauth2.Config }

func (s *server) callback(w http.ResponseWriter, r *http.Request) {
	token, err := s.config.Exchange(r.Context(), r.FormValue("code"))
	if err != nil {
		http.Error(w, "no", http.StatusBadGateway)
		return
	}
	log.Printf("signed in: %s", token.AccessToken)        // want token-log
	slog.Info("signed in", "refresh", token.RefreshToken) // want token-log
	klog.Infof("token %v", token)                         // want token-log
	klog.Infoln(token.AccessToken)                        // want token-log

	// Near misses: when it ends, of which type it is, how long it is.
	log.Printf("valid until %s, %s", token.Expiry.Format(time.RFC3339), token.TokenType)
	log.Printf("token of %d bytes, valid: %t", len(token.AccessToken), token.Valid())
}

func (s *server) refresh(r *http.Request, old *oauth2.Token) error {
	_, err := s.config.TokenSource(r.Context(), old).Token()
	if err != nil {
		log.Printf("refresh failed: %v", err)
	}
	return err
}
