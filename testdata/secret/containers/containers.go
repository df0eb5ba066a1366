// Package containers has its keys handed over by what puts programs together.
package containers

import (
	"context"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/samber/do/v2"
	"go.uber.org/dig"
	"go.uber.org/fx"
)

func sign(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}

type (
	supplied string
	provided []byte
	dug      string
	region   string
)

type signer struct{ key []byte }

func newSupplied(k supplied, _ region) *signer { return &signer{[]byte(k)} }

func newProvided() (provided, error) {
	return provided("what a constructor returns"), nil // want hardcoded-secret
}

// By type.
var app = fx.New(
	fx.Supply(supplied("what a container is given"), region("north")), // want hardcoded-secret
	fx.Provide(newProvided, fx.Annotate(newSupplied, fx.ResultTags(`name:"supplied"`))),
	fx.Invoke(func(k provided) { sign(k) }, func(s *signer) { sign(s.key) }),
)

func dig1(c *dig.Container) {
	c.Provide(func() dug { return dug(os.Getenv("CONTAINERS_DUG")) }) // want unchecked-secret
	c.Invoke(func(k dug) { sign([]byte(k)) })
}

// By name.
func named(i do.Injector) {
	do.ProvideNamedValue(i, "jwt.key", "what stands under a name") // want hardcoded-secret
	do.ProvideNamedValue(i, "issuer", "https://containers.example.com")
	do.ProvideValue(i, region("south"))
	sign([]byte(do.MustInvokeNamed[string](i, "jwt.key")))
}

// In a context: under a type of this package, and under another of the same form.
type (
	keyOfKey    struct{}
	keyOfIssuer struct{}
)

func kept(ctx context.Context) context.Context {
	ctx = context.WithValue(ctx, keyOfIssuer{}, "https://containers.example.com")
	return context.WithValue(ctx, keyOfKey{}, "what stands in a context") // want hardcoded-secret
}

func used(ctx context.Context) (string, error) {
	issuer, _ := ctx.Value(keyOfIssuer{}).(string)
	key, _ := ctx.Value(keyOfKey{}).(string)
	return sign([]byte(key + issuer))
}

// A value that another package leaves under the same text is another one: nothing is known of it.
func foreign(ctx context.Context) (string, error) {
	key, _ := ctx.Value("tenant").([]byte)
	return sign(key)
}
