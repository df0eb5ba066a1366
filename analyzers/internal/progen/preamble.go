package progen

// libraries are what every program imports; what it does not use is no error here.
const libraries = `import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

`

// tags are what the field Secret of a program's settings can have.
var tags = []string{"", "`env:\"JWT_SECRET\"`", "`env:\"KEY\" envDefault:\"secret\"`",
	"`json:\"token\" default:\"changeme\"`", "`mapstructure:\"jwt-secret\" validate:\"required\"`"}

// preamble is what every package declares.
const preamble = `
type Settings struct {
	Secret string $tag
	Key    []byte
	Next   *Settings
	Names  []string
	Extra  map[string]string
	Life   time.Duration
	Make   func(string) string
	Keep   Keeper
	Debug  bool
	Box[string]
}

func Load(name string) *Settings { return &Settings{Secret: os.Getenv(name)} }

func (s *Settings) Find(name string) string {
	if s.Next != nil {
		return s.Next.Find(name)
	}
	return s.Secret + name
}

func (s *Settings) Check() error {
	if s.Secret == "" {
		return errors.New("no secret")
	}
	return s.Next.Check()
}

func (s *Settings) Chain(next *Settings) *Settings {
	s.Next = next
	return s
}

func (s *Settings) KeyFor(t *jwt.Token) (any, error) {
	if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
		return nil, errors.New("wrong algorithm")
	}
	return s.Key, nil
}

type Keeper interface{ Find(name string) string }

type Env struct{}

func (Env) Find(name string) string { return os.Getenv(name) }

type Func func(string) string

func (f Func) Find(name string) string { return f(name) }

type Claims struct {
	jwt.RegisteredClaims
	User string ` + "`json:\"user\"`" + `
}

type Pair struct{ A, B string }

type Box[T any] struct{ Val T }

func (b *Box[T]) Get() T { return b.Val }

func Of[T any](v T) *Box[T] { return &Box[T]{v} }

func First[T any](a, b T) T {
	if any(a) != nil {
		return a
	}
	return First(b, a)
}

func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func Map[T, U any](in []T, f func(T) U) (out []U) {
	for _, v := range in {
		out = append(out, f(v))
	}
	return out
}

func Each[T any](in []T) func(func(T) bool) {
	return func(yield func(T) bool) {
		for _, v := range in {
			if !yield(v) {
				return
			}
		}
	}
}

func Chan(s string) chan string {
	c := make(chan string, 1)
	c <- s
	return c
}

func Curry(f, g func(string) string) func(string) string {
	return func(s string) string { return f(g(s)) }
}

func KeyOf(key []byte) jwt.Keyfunc {
	return func(*jwt.Token) (any, error) { return key, nil }
}

`
