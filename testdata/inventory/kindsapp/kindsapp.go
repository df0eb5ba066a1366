// Package kindsapp calls helpers of another package for tokens of several kinds.
package kindsapp

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"example.com/testdata/inventory/kinds"
)

type tokens struct {
	Access  string `json:"access_token"`
	Refresh string `json:"refresh_token"`
}

func login(w http.ResponseWriter, user string) {
	access, err := kinds.Sign(user, 15*time.Minute)
	if err != nil {
		return
	}
	refresh, err := kinds.Sign(user, 30*24*time.Hour)
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(tokens{access, refresh})
}

func guard(s *kinds.Service, r *http.Request) error {
	_, err := s.Verify(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), "access")
	return err
}

func renew(s *kinds.Service, old string) error {
	_, err := s.Verify(old, "refresh")
	return err
}
