package cli

import (
	"flag"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/internal/settings"
)

// changes are settings that flags change, by their names.
type changes map[string]*yaml.Node

// define defines a flag for each setting.
func (c *changes) define(fs *flag.FlagSet) {
	*c = changes{}
	for i := range settings.Keys {
		k := &settings.Keys[i]
		fs.Var(change{k, *c}, k.Name, k.Usage)
	}
}

// apply changes settings. Each flag was given by itself: they take effect in the order of the
// settings.
func (c changes) apply(s *settings.Settings) error {
	for i := range settings.Keys {
		k := &settings.Keys[i]
		if n := c[k.Name]; n != nil {
			if err := k.Set(s, n); err != nil {
				return err
			}
		}
	}
	return nil
}

// change is the value of the flag of a setting.
type change struct {
	key *settings.Key
	to  changes
}

// String implements [flag.Value].
func (c change) String() string { return "" }

// IsBoolFlag lets the flag stand without a value.
func (c change) IsBoolFlag() bool { return c.key != nil && c.key.IsBool() }

// Set implements [flag.Value].
func (c change) Set(text string) error {
	if c.key.IsBool() {
		on, err := strconv.ParseBool(text)
		if err != nil {
			return err
		}
		text = strconv.FormatBool(on)
	}
	c.to[c.key.Name] = c.key.Flag(text)
	return nil
}
