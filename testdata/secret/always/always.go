// Package always holds keys that nothing gives a value.
package always

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"os"

	ginjwt "github.com/appleboy/gin-jwt/v2"
	"github.com/cristalhq/jwt/v5"
	golang "github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
)

func sign(key []byte) (string, error) {
	return golang.NewWithClaims(golang.SigningMethodHS256, golang.MapClaims{"events": 1}).SignedString(key)
}

var secret []byte

func global() {
	golang.New(golang.SigningMethodHS256).SignedString(secret) // want empty-secret "always empty"
}

func keyfunc(text string) {
	golang.Parse(text, func(*golang.Token) (any, error) {
		return secret, nil // want empty-secret
	})
}

func literal() { sign([]byte("")) } // want empty-secret

const none = "" // want empty-secret

func constant() { sign([]byte(none)) }

func local() {
	var key []byte
	golang.New(golang.SigningMethodHS512).SignedString(key) // want empty-secret
}

func slice() { sign([]byte{}) } // want empty-secret

// A constructor that takes over every field but the secret.

type Config struct{ Issuer, Secret string }

type issuer struct {
	name   string
	secret string
}

func New(c Config) *issuer { return &issuer{name: c.Issuer} }

func (i *issuer) sign() {
	golang.NewWithClaims(golang.SigningMethodHS256, golang.MapClaims{"iss": i.name}).SignedString([]byte(i.secret)) // want empty-secret
}

func middlewares() {
	echojwt.JWT([]byte("")) // want empty-secret
}

// Near misses.

// nil is no key of an HMAC: the library says so.
func untyped() {
	golang.New(golang.SigningMethodHS256).SignedString(nil)
	golang.Parse("", func(*golang.Token) (any, error) { return nil, nil })
	golang.Parse("", func(*golang.Token) (any, error) { return nil, errors.New("no key") })
	var key any
	golang.New(golang.SigningMethodHS256).SignedString(key)
}

func refuses() {
	jwt.NewSignerHS(jwt.HS256, []byte(""))
	ginjwt.New(&ginjwt.GinJWTMiddleware{Realm: "test"})
	ginjwt.New(&ginjwt.GinJWTMiddleware{Key: nil})
}

// Another package may set what is exported, and the linker a string: -ldflags "-X always.linked=...".

var Exported []byte

var linked string

type Service struct{ Key []byte }

func (s *Service) sign() { sign(s.Key) }

func visible() {
	sign(Exported)
	sign([]byte(linked))
}

type tagged struct {
	secret []byte `inject:"jwt"`
}

func (t *tagged) sign() { sign(t.secret) }

type loaded struct{ secret []byte }

func (l *loaded) UnmarshalJSON(data []byte) error { return json.Unmarshal(data, &l.secret) }

func (l *loaded) sign() { sign(l.secret) }

type lazy struct{ secret []byte }

func (l *lazy) sign() {
	if len(l.secret) == 0 {
		panic("no secret")
	}
	sign(l.secret)
}

type set struct{ secret []byte }

func (s *set) SetSecret(b []byte) { s.secret = b }

func (s *set) sign() { sign(s.secret) }

func filled() {
	key := make([]byte, 32)
	rand.Read(key)
	sign(key)
	copied := make([]byte, 32)
	copy(copied, os.Args[1])
	sign(copied)
	var read []byte
	json.Unmarshal([]byte(os.Args[1]), &read)
	sign(read)
}

var later []byte

func init() { later, _ = os.ReadFile("/run/secrets/jwt") }

func initialised() { sign(later) }

var byPointer []byte

func setUp(to *[]byte) { *to, _ = os.ReadFile("/run/secrets/jwt") }

func pointed() {
	setUp(&byPointer)
	sign(byPointer)
}

type embedding struct{ set }

func (e *embedding) sign() { sign(e.secret) }

type plain struct{ secret string }

type converted struct{ secret string }

func (c converted) sign() { sign([]byte(c.secret)) }

func conversion() { converted(plain{os.Args[1]}).sign() }
