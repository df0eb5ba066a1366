// Package hardcoded holds keys that are written in the source, in the ways programs write them.
package hardcoded

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"os"

	dgrijalva "github.com/dgrijalva/jwt-go"
	form3 "github.com/form3tech-oss/jwt-go"
	jwt3 "github.com/golang-jwt/jwt"
	jwt4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/hardcoded/keys"
)

var claims = jwt.MapClaims{"sub": "1", "events": nil}

var packageKey = []byte("package variable") // want hardcoded-secret

const constKey = "constant" // want hardcoded-secret "constant of 8 bytes"

const listedKey = "super-secret-key-123" // want hardcoded-secret "on public word lists"

func packageVar() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(packageKey)
}

func constant() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(constKey))
}

func listed() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(listedKey))
}

func local() (string, error) {
	key := "local variable" // want hardcoded-secret
	bytes := []byte(key)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(bytes)
}

func bytes() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte{1, 2, 3, 4}) // want hardcoded-secret
}

func decoded() (string, error) {
	key, _ := base64.StdEncoding.DecodeString("c2VjcmV0c2VjcmV0") // want hardcoded-secret
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func digest() (string, error) {
	sum := sha256.Sum256([]byte("name of the application")) // want hardcoded-secret "hash of a constant"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(sum[:])
}

// Keyfuncs: literal, named, method value, returned closure.

func literalKeyfunc(token string) (*jwt.Token, error) {
	return jwt.Parse(token, func(*jwt.Token) (any, error) {
		return []byte("keyfunc literal"), nil // want hardcoded-secret
	})
}

func namedKeyfunc(token string) (*jwt.Token, error) { return jwt.Parse(token, named) }

func named(t *jwt.Token) (any, error) {
	if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
		return nil, errors.New("unexpected algorithm")
	}
	return []byte("named keyfunc"), nil // want hardcoded-secret
}

type verifier struct{ secret []byte }

func newVerifier() *verifier { return &verifier{secret: []byte("struct field")} } // want hardcoded-secret

func (v *verifier) keyfunc(*jwt.Token) (any, error) { return v.secret, nil }

func (v *verifier) check(token string) (*jwt.Token, error) { return jwt.Parse(token, v.keyfunc) }

func closure(secret string) jwt.Keyfunc {
	return func(*jwt.Token) (any, error) { return []byte(secret), nil }
}

func returnedClosure(token string) (*jwt.Token, error) {
	return jwt.Parse(token, closure("closure's argument")) // want hardcoded-secret
}

// Constructors, options, options structs, interfaces, generics, maps.

type signer struct {
	key  []byte
	name string
}

type option func(*signer)

func withKey(key string) option { return func(s *signer) { s.key = []byte(key) } }

func withName(name string) option { return func(s *signer) { s.name = name } }

func newSigner(opts ...option) *signer {
	s := &signer{}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *signer) Sign() (string, error) {
	return jwt4.NewWithClaims(jwt4.SigningMethodHS256, jwt4.MapClaims{"events": 1}).SignedString(s.key)
}

var _ = newSigner(withName("not a key"), withKey("functional option")) // want hardcoded-secret

type options struct{ Secret, Issuer string }

type service struct{ opts options }

func newService(o options) *service { return &service{opts: o} }

func (s service) Sign() (string, error) {
	return jwt3.NewWithClaims(jwt3.SigningMethodHS256, jwt3.MapClaims{"events": 1}).SignedString([]byte(s.opts.Secret))
}

var _ = newService(options{Issuer: "not a key", Secret: "options struct"}) // want hardcoded-secret

type maker interface {
	Make(secret string) (string, error)
}

type hmacMaker struct{}

func (hmacMaker) Make(secret string) (string, error) {
	return dgrijalva.NewWithClaims(dgrijalva.SigningMethodHS256, dgrijalva.MapClaims{"events": 1}).SignedString([]byte(secret))
}

func throughInterface(m maker) { m.Make("interface method") } // want hardcoded-secret

func generic[T string | []byte](secret T) (string, error) {
	return form3.NewWithClaims(form3.SigningMethodHS256, form3.MapClaims{"events": 1}).SignedString([]byte(secret))
}

var _, _ = generic("generic helper") // want hardcoded-secret

var byID = map[string][]byte{
	"current": []byte("map of keys"), // want hardcoded-secret
}

func fromMap(token string) (*jwt.Token, error) {
	return jwt.Parse(token, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		return byID[kid], nil
	})
}

const privatePEM = `-----BEGIN EC PRIVATE KEY----- // want hardcoded-secret "private key written in the source"
MHcCAQEEIBfhxlYbd2Vf2rtkbBtjbWjUeDxvH8/dOvAFhb5zpuxHoAoGCCqGSM49
-----END EC PRIVATE KEY-----` // an invalid key is enough here

func pem() (string, error) {
	key, err := jwt.ParseECPrivateKeyFromPEM([]byte(privatePEM))
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodES256, claims).SignedString(key)
}

// A literal of another package is reported where it is handed over.
func foreign() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(keys.Signing)) // want hardcoded-secret "via keys.Signing"
}

func handedOver() (string, error) {
	return keys.Sign("wrapper in another package") // want hardcoded-secret
}

func fieldOfAnother() keys.Options {
	return keys.Options{Issuer: "not a key", Secret: "field of another package"} // want hardcoded-secret
}

func variableOfAnother() { keys.Current = []byte("variable of another package") } // want hardcoded-secret

// Near misses.

const (
	headerName = "Authorization"
	envName    = "APP_SIGNING"
)

const publicPEM = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
-----END PUBLIC KEY-----`

func names(r *http.Request) (*jwt.Token, error) {
	key := os.Getenv(envName)
	if key == "" {
		return nil, errors.New("no key")
	}
	return jwt.Parse(r.Header.Get(headerName), func(*jwt.Token) (any, error) { return []byte(key), nil })
}

func public(token string) (*jwt.Token, error) {
	return jwt.Parse(token, func(*jwt.Token) (any, error) { return jwt.ParseECPublicKeyFromPEM([]byte(publicPEM)) })
}

func replaced() (string, error) {
	key := "dev"
	key = os.Getenv(envName)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

func prefixed() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("prefix:" + os.Getenv(envName)))
}

func noSink() string { return keys.Hash("a constant that is no key") }
