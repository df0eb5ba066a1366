package model_test

import (
	"reflect"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

func TestParse(t *testing.T) {
	one := func(r model.Role) []model.Role { return []model.Role{r} }
	for sig, want := range map[string]model.Sig{
		"Sign(key)": {Name: "Sign", Args: one(model.Key), Func: true},
		"Sign(_, key) token, _": {
			Name: "Sign", Args: []model.Role{model.None, model.Key},
			Results: []model.Role{model.Token, model.None}, Func: true,
		},
		"Or(from...)": {Name: "Or", Args: one(model.From), Variadic: true, Func: true},
		"Exit()":      {Name: "Exit", Func: true},
		"(*Token).Sign(key) token": {
			Name: "Token.Sign", Args: one(model.Key), Results: one(model.Token),
			Func: true, Method: true,
		},
		"(object Signer).Sign(claims) token": {
			Name: "Signer.Sign", Recv: model.Object, Args: one(model.Claims),
			Results: one(model.Token), Func: true, Method: true,
		},
		"Token.Claims claims": {Name: "Token.Claims", Results: one(model.Claims)},
		"Reader random":       {Name: "Reader", Results: one(model.Random)},
		"Text() random[26]":   {Name: "Text", Results: one(model.Random), Size: 26, Func: true},
	} {
		if want.Recv == "" {
			want.Recv = model.None
		}
		want.Verb = model.Sign
		got, ok := model.Row{Verb: model.Sign, Sig: sig}.Parse()
		if !ok || !reflect.DeepEqual(*got, want) {
			t.Errorf("%s: got %+v, %v; want %+v", sig, got, ok, want)
		}
	}
	for _, sig := range []string{
		"", "(key)", "Sign(key", "(*Token.Sign(key)", "(*Token).Claims claims",
	} {
		if got, ok := (model.Row{Sig: sig}).Parse(); ok {
			t.Errorf("%q is read as %+v", sig, got)
		}
	}
}

// A library has exact import paths or a family, not both, and says something of them.
func TestLibraries(t *testing.T) {
	for _, lib := range model.Libraries() {
		if (len(lib.Paths) == 0) == (lib.Family == "") {
			t.Errorf("%v, %q: paths or a family, not both", lib.Paths, lib.Family)
		}
		said := lib
		said.Paths, said.Family = nil, ""
		if reflect.ValueOf(said).IsZero() {
			t.Errorf("%v%s: nothing is said of it", lib.Paths, lib.Family)
		}
		if lib.Family != "" && len(lib.Rows) > 0 {
			t.Errorf("%s: rows need an import path", lib.Family)
		}
	}
}

// A name of a package has one meaning. Where it had two, only the last one would count.
func TestOneMeaning(t *testing.T) {
	seen := map[string]model.Row{}
	for _, lib := range model.Libraries() {
		for _, row := range lib.Rows {
			sig, ok := row.Parse()
			if !ok {
				continue // TestRows says so
			}
			for _, path := range lib.Paths {
				name := path + "." + sig.Name
				if other, ok := seen[name]; ok {
					t.Errorf("%s: %v and %v", name, other, row)
				}
				seen[name] = row
			}
		}
	}
}

// What importing a path says of a package.
func TestProgram(t *testing.T) {
	for _, c := range []struct {
		name     string
		is       func(string) bool
		yes, not []string
	}{
		{"HandlesTokens", model.HandlesTokens, []string{"github.com/golang-jwt/jwt/v5"},
			[]string{"github.com/golang-jwt/jwt/v9", "net/http"}},
		{"Configures", model.Configures, []string{"github.com/spf13/viper", "github.com/rs/cors"},
			[]string{"github.com/labstack/echo/v4", "os"}},
		{"WrapsLogger", model.WrapsLogger,
			[]string{"log/slog", "go.uber.org/zap"},
			[]string{"fmt", "os", "go.uber.org/zap/zapcore", "github.com/gofiber/fiber/v2/log"}},
		{"IsServer", model.IsServer,
			[]string{"net/http", "net/rpc/jsonrpc", "github.com/labstack/echo/v3/middleware"},
			[]string{"net/http/httputil", "github.com/labstack/echo-jwt/v4"}},
		{"IsCLI", model.IsCLI, []string{"flag", "github.com/urfave/cli/v2"},
			[]string{"os", "github.com/spf13/viper"}},
		{"HasCommands", model.HasCommands,
			[]string{"github.com/spf13/cobra", "github.com/urfave/cli/v2"},
			[]string{"flag"}},
		{"IsRouter", model.IsRouter,
			[]string{"github.com/go-chi/chi/v5/middleware", "github.com/rs/cors"},
			[]string{"github.com/go-chi/jwtauth/v5"}},
		{"EncryptsConnections", model.EncryptsConnections,
			[]string{"golang.org/x/crypto/acme/autocert"},
			[]string{"golang.org/x/crypto", "crypto/tls"}},
		{"IsForTests", model.IsForTests,
			[]string{"github.com/stretchr/testify/suite", "github.com/onsi/ginkgo/v2"},
			[]string{"github.com/stretchr/testify/assert", "testing"}},
		{"RunsInBrowser", model.RunsInBrowser, []string{"syscall/js"}, []string{"syscall"}},
		{"DrivesBrowser", model.DrivesBrowser,
			[]string{"github.com/chromedp/chromedp", "github.com/go-rod/rod"},
			[]string{"github.com/go-rod/stealth"}},
	} {
		for _, path := range c.yes {
			if !c.is(path) {
				t.Errorf("%s(%s) is false", c.name, path)
			}
		}
		for _, path := range c.not {
			if c.is(path) {
				t.Errorf("%s(%s) is true", c.name, path)
			}
		}
	}
}

func TestReadTag(t *testing.T) {
	env := func(name string, more model.Tag) model.Tag {
		more.Source, more.Name = model.Env, name
		return more
	}
	local := model.Tag{Fallback: "local", HasFallback: true}
	for raw, want := range map[string]model.Tag{
		`xml:"secret"`:                            {Source: model.None},
		`mapstructure:"-"`:                        {Source: model.None, Skipped: true},
		`json:"-"`:                                {Source: model.None},
		`yaml:"-" env:"JWT_SECRET"`:               env("JWT_SECRET", model.Tag{}),
		`envPrefix:"TOKENS_"`:                     {Source: model.None, Prefix: "TOKENS_"},
		`env:", prefix=TOKENS_"`:                  env("", model.Tag{Prefix: "TOKENS_"}),
		`mapstructure:",squash"`:                  {Source: model.None, Inline: true},
		`mapstructure:"jwt_secret"`:               {Source: model.Config, Name: "jwt_secret"},
		`json:"secret" env:"JWT_SECRET"`:          env("JWT_SECRET", model.Tag{File: "secret"}),
		`env:"JWT_SECRET,required"`:               env("JWT_SECRET", model.Tag{Required: true}),
		`env:"JWT_SECRET,notEmpty"`:               env("JWT_SECRET", model.Tag{Required: true}),
		`env:"JWT_SECRET" envDefault:"local"`:     env("JWT_SECRET", local),
		`env:"JWT_SECRET" env-default:"local"`:    env("JWT_SECRET", local),
		`env:"JWT_SECRET, default=local"`:         env("JWT_SECRET", local),
		`envconfig:"JWT_SECRET" required:"true"`:  env("JWT_SECRET", model.Tag{Required: true}),
		`envconfig:"JWT_SECRET" required:"false"`: env("JWT_SECRET", model.Tag{}),
		`yaml:"secret" validate:"required,min=16"`: {
			Source: model.Config, Name: "secret", Required: true, Min: 16,
		},
		`env:"JWT_SECRET" env-required:"true" env-default:"no"`: env("JWT_SECRET", model.Tag{Required: true}),
		`env:"JWT_SECRET" env-required:"true" default:"no"`: env("JWT_SECRET", model.Tag{
			Required: true, Fallback: "no", HasFallback: true,
		}),
	} {
		if got := model.ReadTag(raw); got != want {
			t.Errorf("%s: got %+v, want %+v", raw, got, want)
		}
	}
}

// What a row says of the length of what an encoding makes, by the length of what it is given.
func TestEncoded(t *testing.T) {
	for sig, want := range map[string][4]int{
		"Hex(from) [2n]":      {0, 2, 4, 64},
		"Base64(from) [4n/3]": {0, 4, 4, 44},
		"Trim(from) [n]":      {0, 1, 2, 32},
		"Lower(from)":         {-1, -1, -1, -1},
		"Text() random[26]":   {-1, -1, -1, -1},
	} {
		s, ok := model.Row{Verb: model.Pass, Sig: sig}.Parse()
		if !ok {
			t.Fatalf("%s is not read", sig)
		}
		got := [4]int{s.Encoded(0), s.Encoded(1), s.Encoded(2), s.Encoded(32)}
		if got != want {
			t.Errorf("%s: got %v, want %v", sig, got, want)
		}
	}
}
