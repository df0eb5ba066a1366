// Package pointers fills keys by way of pointers that a table holds.
package pointers

import (
	"fmt"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

type settings struct {
	access, refresh, unused string
}

// load fills the fields that its table names.
func load() (*settings, error) {
	s := new(settings)
	for _, f := range []struct {
		name string
		to   *string
	}{
		{"POINTERS_ACCESS", &s.access},
		{"POINTERS_REFRESH", &s.refresh},
	} {
		if *f.to = os.Getenv(f.name); len(*f.to) < 32 {
			return nil, fmt.Errorf("%s is too short", f.name)
		}
	}
	return s, nil
}

func (s *settings) sign(tok *jwt.Token) (string, error) {
	return tok.SignedString([]byte(s.access))
}

func (s *settings) renew(tok *jwt.Token) (string, error) {
	return tok.SignedString([]byte(s.refresh))
}

// forgotten is signed with a field that no entry of the table names.
func (s *settings) forgotten(tok *jwt.Token) (string, error) {
	return tok.SignedString([]byte(s.unused)) // want empty-secret
}

// local fills variables in the same way.
func local(tok *jwt.Token) (string, error) {
	var key string
	for name, to := range map[string]*string{"POINTERS_LOCAL": &key} {
		*to = os.Getenv(name)
	}
	return tok.SignedString([]byte(key))
}

var global []byte

func init() {
	p := &global
	*p = []byte(os.Getenv("POINTERS_GLOBAL"))
	if len(*p) < 32 {
		panic("POINTERS_GLOBAL is too short")
	}
}

func byGlobal(tok *jwt.Token) (string, error) {
	return tok.SignedString(global)
}
