package redact

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// nested is a configuration whose key stands in a struct in it.
type nested struct {
	Port int
	JWT  struct {
		Method string
		Secret string
	}
	Session struct{ Key string }
}

var loaded = &nested{}

func (n *nested) sign(c jwt.RegisteredClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(n.JWT.Secret))
}

// masked logs a copy without keys, if there are some.
func masked() {
	safe := *loaded
	if len(loaded.Session.Key) != 0 {
		safe.Session.Key = "XXXXXXXX"
	}
	if len(loaded.JWT.Secret) != 0 {
		safe.JWT.Secret = "XXXXXXXX"
	}
	log.Printf("configuration: %+v", safe)
	log.Printf("configuration: %+v", *loaded) // want secret-log "field Secret"
}

// account is filled with what a provider says, and by another one with a token.
type account struct{ ID, Mail string }

func known(client *http.Client, url string) (*account, error) {
	res, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return nil, err
	}
	var me struct{ Id, Mail string }
	var a account
	err = json.Unmarshal(body, &me)
	a.ID = me.Id
	a.Mail = me.Mail
	fmt.Println(a)
	return &a, err
}

func fake(key []byte) (*account, error) {
	token, err := jwt.New(jwt.SigningMethodHS256).SignedString(key)
	a := account{ID: token, Mail: "me@example.org"}
	fmt.Println(a) // want token-log "field ID"
	return &a, err
}

func passedOn(a account) { log.Println(a) } // want token-log "field ID"

func all(key []byte) {
	a, _ := fake(key)
	passedOn(*a)
}

// ring is a configuration that knows itself.
type ring struct {
	Secret string
	Parent *ring
	Name   string
}

func (r *ring) sign(c jwt.RegisteredClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(r.Secret))
}

func circle(name string) {
	r := ring{Secret: loaded.JWT.Secret}
	r.Parent = &r
	r.Name = r.Secret + name
	log.Printf("%+v", r) // want secret-log
	s := r
	s.Parent, s.Secret, s.Name = &s, "", name
	log.Printf("%+v", s)
}
