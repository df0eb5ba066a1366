// Package nested has settings inside of settings: the tags along the way make the name.
package nested

import (
	"log"

	"github.com/caarlos0/env/v11"
	"github.com/golang-jwt/jwt/v5"
	"github.com/kelseyhightower/envconfig"
	"github.com/knadh/koanf"
	"github.com/knadh/koanf/providers/confmap"
	"github.com/knadh/koanf/providers/structs"
	"github.com/spf13/viper"
)

func sign(key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(key))
}

// viper: defaults by the path, in a map, and below a key.

type shop struct {
	Auth auth `mapstructure:"auth"`
	Mail mail `mapstructure:"mail"`
	Base `mapstructure:",squash"`
	Old  []auth `mapstructure:"old"`
}

type auth struct {
	Signer  string `mapstructure:"signer"`
	Renewer string `mapstructure:"renewer"`
	Checked string `mapstructure:"checked"`
}

type mail struct {
	Signer string `mapstructure:"signer"`
	From   string `mapstructure:"from"`
}

// Base is part of the settings around it.
type Base struct {
	Common string `mapstructure:"common"`
}

func loadShop() *shop {
	v := viper.New()
	v.SetDefault("auth.signer", "a default by its path")                                             // want default-secret "a constant of 21 bytes"
	v.SetDefault("mail", map[string]any{"signer": "a default in a map", "from": "shop@example.com"}) // want default-secret
	v.SetDefault("common", "a default of what is squashed")                                          // want default-secret
	v.SetDefault("nowhere.signer", "of nothing that is used")
	v.SetDefault("auth.checked", "refused")
	var s shop
	if err := v.Unmarshal(&s); err != nil {
		log.Fatal(err)
	}
	if s.Auth.Checked == "refused" {
		log.Fatal("auth.checked must be set")
	}
	return &s
}

func signShop() {
	s := loadShop()
	sign(s.Auth.Signer)
	sign(s.Auth.Renewer)
	sign(s.Auth.Checked)
	sign(s.Mail.Signer)
	sign(s.Common)
}

type below struct{ Signer string }

func loadBelow() {
	viper.SetDefault("below.signer", "a default below a key") // want default-secret
	var b below
	viper.UnmarshalKey("below", &b)
	sign(b.Signer)
}

// koanf: the first provider has the defaults.

type layers struct {
	Auth struct {
		Signer string `koanf:"signer"`
		Hidden string `koanf:"-"`
	} `koanf:"auth"`
}

func loadLayers() {
	k := koanf.New(".")
	k.Load(confmap.Provider(map[string]any{
		"auth.signer": "a default of koanf", // want default-secret
		"auth.hidden": "of a field that is not filled",
		"http.addr":   ":8080",
	}, "."), nil)
	var l layers
	k.Unmarshal("", &l)
	sign(l.Auth.Signer)
	l.Auth.Hidden = given()
	sign(l.Auth.Hidden)
}

func given() string { return viper.GetString("auth.hidden2") }

type flat struct {
	Signer string `koanf:"signer"`
	Issuer string `koanf:"issuer"`
}

func loadFlat() {
	k := koanf.New(".")
	k.Load(structs.Provider(flat{Signer: "a default in a struct", Issuer: "shop"}, "koanf"), nil) // want default-secret
	var f flat
	k.Unmarshal("", &f)
	sign(f.Signer)
}

// The environment: prefixes of structs, and fields without a tag.

type outer struct {
	Tokens inner `envPrefix:"TOKENS_"`
	Other  other `envPrefix:"OTHER_"`
}

type inner struct {
	Loose  string `env:"LOOSE"` // want unchecked-secret
	Strict string `env:"STRICT,notEmpty"`
}

type other struct {
	Looked string `env:"LOOKED"`
}

func loadOuter() {
	var o outer
	env.Parse(&o)
	mustSet("OTHER_LOOKED")
	sign(o.Tokens.Loose)
	sign(o.Tokens.Strict)
	sign(o.Other.Looked)
}

func mustSet(name string) {
	if viper.GetString(name) == "" {
		log.Fatal(name + " is not set")
	}
}

type named struct {
	JWT struct {
		Signer string // want unchecked-secret
		Strict string `required:"true"`
	}
	Looked string
}

func loadNamed() {
	var n named
	envconfig.MustProcess("shop", &n)
	mustSet("SHOP_LOOKED")
	sign(n.JWT.Signer)
	sign(n.JWT.Strict)
	sign(n.Looked)
}

// Types that hold themselves end the walk through them.

type tree map[string]tree

type list []list

func loadTree(v *viper.Viper) (t tree, l list, err error) {
	if err = v.Unmarshal(&t); err == nil {
		err = v.UnmarshalKey("list", &l)
	}
	return t, l, err
}
