package model_test

import (
	"reflect"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

func TestParse(t *testing.T) {
	for sig, want := range map[string]model.Sig{
		"Sign(key)":                          {Name: "Sign", Args: []model.Role{model.Key}, Func: true},
		"Sign(_, key) token, _":              {Name: "Sign", Args: []model.Role{model.None, model.Key}, Results: []model.Role{model.Token, model.None}, Func: true},
		"Or(from...)":                        {Name: "Or", Args: []model.Role{model.From}, Variadic: true, Func: true},
		"Exit()":                             {Name: "Exit", Func: true},
		"(*Token).Sign(key) token":           {Name: "Token.Sign", Args: []model.Role{model.Key}, Results: []model.Role{model.Token}, Func: true, Method: true},
		"(object Signer).Sign(claims) token": {Name: "Signer.Sign", Recv: model.Object, Args: []model.Role{model.Claims}, Results: []model.Role{model.Token}, Func: true, Method: true},
		"Token.Claims claims":                {Name: "Token.Claims", Results: []model.Role{model.Claims}},
		"Reader random":                      {Name: "Reader", Results: []model.Role{model.Random}},
		"Text() random[26]":                  {Name: "Text", Results: []model.Role{model.Random}, Size: 26, Func: true},
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
	for _, sig := range []string{"", "(key)", "Sign(key", "(*Token.Sign(key)", "(*Token).Claims claims"} {
		if got, ok := (model.Row{Sig: sig}).Parse(); ok {
			t.Errorf("%q is read as %+v", sig, got)
		}
	}
}

func TestReadTag(t *testing.T) {
	env := func(name string, more model.Tag) model.Tag {
		more.Source, more.Name = model.Env, name
		return more
	}
	for raw, want := range map[string]model.Tag{
		`xml:"secret"`:                                      {Source: model.None},
		`mapstructure:"-"`:                                  {Source: model.None},
		`mapstructure:"jwt_secret"`:                         {Source: model.Config, Name: "jwt_secret"},
		`json:"secret" env:"JWT_SECRET"`:                    env("JWT_SECRET", model.Tag{}),
		`env:"JWT_SECRET,required"`:                         env("JWT_SECRET", model.Tag{Required: true}),
		`env:"JWT_SECRET,notEmpty"`:                         env("JWT_SECRET", model.Tag{Required: true}),
		`env:"JWT_SECRET" envDefault:"local"`:               env("JWT_SECRET", model.Tag{Fallback: "local", HasFallback: true}),
		`env:"JWT_SECRET" env-default:"local"`:              env("JWT_SECRET", model.Tag{Fallback: "local", HasFallback: true}),
		`env:"JWT_SECRET, default=local"`:                   env("JWT_SECRET", model.Tag{Fallback: "local", HasFallback: true}),
		`envconfig:"JWT_SECRET" required:"true"`:            env("JWT_SECRET", model.Tag{Required: true}),
		`envconfig:"JWT_SECRET" required:"false"`:           env("JWT_SECRET", model.Tag{}),
		`yaml:"secret" validate:"required,min=16"`:          {Source: model.Config, Name: "secret", Required: true, Min: 16, HasMin: true},
		`env:"JWT_SECRET" env-required:"true" default:"no"`: env("JWT_SECRET", model.Tag{Required: true, Fallback: "no", HasFallback: true}),
	} {
		if got := model.ReadTag(raw); got != want {
			t.Errorf("%s: got %+v, want %+v", raw, got, want)
		}
	}
}
