package model

import (
	"reflect"
	"strconv"
	"strings"
)

// Tag is what a struct tag says of the value that a configuration library puts into a field:
//
//	Secret string `env:"JWT_SECRET,required"`
//	Secret string `mapstructure:"jwt_secret" validate:"min=32"`
//	Secret string `envconfig:"JWT_SECRET" default:"development"`
//	Tokens Tokens `envPrefix:"TOKENS_"`
type Tag struct {
	Source      Role   // Env, Config or Flag, None when the tag names no source
	Name        string // under which the source is read
	File        string // under which a settings file has it, where Name is that of a variable
	Fallback    string
	HasFallback bool
	Required    bool   // an empty value is an error
	Min         int    // least length in bytes that a validator accepts, 0 when it does not say
	Skipped     bool   // nothing is read for the field
	Prefix      string // what the names of the fields in it begin with
	Inline      bool   // its fields are read as those of the struct around it
}

// tagKeys gives each struct tag key that configuration libraries read its role. A key can be used
// by several libraries; a name in it may be followed by options after commas.
var tagKeys = []struct {
	key  string
	role Role
}{
	{"env", Env}, {"envconfig", Env}, {"split_words", None},
	{"mapstructure", Config}, {"koanf", Config}, {"toml", Config}, {"yaml", Config},
	{"ini", Config}, {"json", Config},
	{"envDefault", Fallback}, {"env-default", Fallback}, {"default", Fallback},
	{"required", Required}, {"env-required", Required}, {"validate", Required},
	{"binding", Required}, {"valid", Required},
	{"envPrefix", Prefix}, {"env-prefix", Prefix},
}

// ReadTag reads the struct tag of a configuration field.
func ReadTag(raw string) Tag {
	tag := Tag{Source: None}
	for _, k := range tagKeys {
		value, ok := reflect.StructTag(raw).Lookup(k.key)
		if !ok {
			continue
		}
		name, options, _ := strings.Cut(value, ",")
		switch k.role {
		case Env, Config:
			// a secret that is kept out of JSON can be a setting all the same
			tag.Skipped = tag.Source == None && (tag.Skipped || name == "-" && k.key != "json")
			if tag.Source == None && (k.role == Env || name != "" && name != "-") {
				tag.Source, tag.Name = k.role, name
			} else if tag.Source == Env && k.role == Config && tag.File == "" && name != "-" {
				tag.File = name
			}
			tag.options(options)
		case Prefix:
			tag.Prefix = value
		case Fallback:
			tag.Fallback, tag.HasFallback = value, true
		case Required:
			tag.Required = tag.Required || value != "false"
			tag.options(value)
		}
	}
	_, required := reflect.StructTag(raw).Lookup("env-required")
	if _, own := reflect.StructTag(raw).Lookup("env-default"); own && required && tag.Required {
		tag.Fallback, tag.HasFallback = "", false // cleanenv asks for a value before it looks for a default
	}
	return tag
}

// options reads what stands after a name, such as required, notEmpty, default=x or min=8.
func (t *Tag) options(list string) {
	for option := range strings.SplitSeq(list, ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(option), "=")
		switch key {
		case "required", "notEmpty", "nonempty":
			t.Required = true
		case "default":
			t.Fallback, t.HasFallback = value, true
		case "prefix":
			t.Prefix = value
		case "inline", "squash":
			t.Inline = true
		case "min", "len", "gte":
			if n, err := strconv.Atoi(value); err == nil {
				t.Required, t.Min = true, n
			}
		}
	}
}

// requestKeys gives each struct tag key by which frameworks fill a field from a request its role.
var requestKeys = []struct {
	key  string
	role Role
}{
	{"header", Request}, {"reqHeader", Request}, {"cookie", Request}, {"query", Query},
	{"path", Route}, {"param", Route}, {"params", Route}, {"uri", Route}, {"form", Request},
}

// ReadRequestTag reads the struct tag of a field that a framework fills from a request: which part
// of it, and under which name. The role is None for other tags.
//
//	Authorization string `header:"Authorization"`
//	Token         string `query:"access_token"`
func ReadRequestTag(raw string) (role Role, name string) {
	for _, k := range requestKeys {
		value, _ := reflect.StructTag(raw).Lookup(k.key)
		if name, _, _ := strings.Cut(value, ","); name != "" && name != "-" {
			return k.role, name
		}
	}
	return None, ""
}
