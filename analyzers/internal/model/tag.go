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
