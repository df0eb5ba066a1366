package cli

import (
	"cmp"
	"flag"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/load"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// changes are settings that flags change, by their names.
type changes map[string]*yaml.Node

// define defines a flag for each setting.
func (c *changes) define(fs *flag.FlagSet) {
	*c = changes{}
	for i := range settings.Keys {
		k := &settings.Keys[i]
		if k.HasFlag() {
			fs.Var(change{k, *c}, k.Name, k.FlagUsage())
		}
	}
	fs.Var(change{settings.Find("disable"), *c}, "skip",
		"the same as -disable: `names` separated by commas")
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

// judge changes the severities of reports as the settings say, and leaves out those that are not
// asked for.
func (o *options) judge(list []drive.Report) []drive.Report {
	var out []drive.Report
	for _, r := range list {
		file, reported := o.below(r.Position.File, cmp.Or(o.Beside, o.Dir)), false
		r.Severity, reported = o.merged.Judge(r.Analyzer, r.Category, r.Severity, file)
		if reported && !o.merged.Moot(r.Category, r.Message, file) {
			out = append(out, r)
		}
	}
	return out
}

// below returns the name of a file, which is relative to dir, as overrides have it: relative to the
// folder of the settings, with slashes; "" where it is not below that.
func (o *options) below(file, dir string) string {
	if !filepath.IsAbs(file) {
		file = filepath.Join(dir, file)
	}
	file, err := filepath.Abs(file)
	if err != nil {
		return ""
	}
	return filepath.ToSlash(strings.TrimPrefix(load.Relative(file, o.settings),
		"."+string(filepath.Separator)))
}

// unresolved returns what is wrong with rows of the model, as reports say it: they name nothing in
// a package that is imported. It is nil for nothing.
func unresolved(list []drive.Report) error {
	var said []string
	for _, r := range list {
		if r.Category == analyzers.UnresolvedModel && !slices.Contains(said, r.Message) {
			said = append(said, r.Message)
		}
	}
	switch len(said) {
	case 0:
		return nil
	case 1:
		return &wrongModel{said[0]}
	}
	slices.Sort(said)
	return &wrongModel{fmt.Sprintf("%s (and %d more)", said[0], len(said)-1)}
}

// wrongModel is the error of a setting that the analysis has found wrong.
type wrongModel struct{ text string }

// Error implements [error].
func (e *wrongModel) Error() string { return e.text }
