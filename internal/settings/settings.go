// Package settings is what people can set about jwtvet, in one form for all drivers: the keys of
// .jwtvet.yml, the flags of the command, the settings of the golangci-lint plugin.
package settings

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Settings are the settings of a run. The zero value is the default. [Keys] says what each is.
type Settings struct {
	Profile    string            `json:"profile"`
	Tests      bool              `json:"tests"`
	Strict     bool              `json:"strict"`
	Advice     bool              `json:"advice"`
	Only       []string          `json:"only"`
	Disable    []string          `json:"disable"`
	Severity   string            `json:"severity"`
	FailOn     string            `json:"fail-on"`
	Severities map[string]string `json:"severities"`

	AccessLife   string `json:"access-life"`
	RefreshLife  string `json:"refresh-life"`
	MinKeyLength int    `json:"min-key-length"`

	AllowedHosts       []string `json:"allowed-hosts"`
	SensitiveFunctions []string `json:"sensitive-functions"`
	SecretNames        []string `json:"secret-names"`
	NotSecretNames     []string `json:"not-secret-names"`
	Models             []Model  `json:"models"`

	Overrides []Override `json:"overrides"`
}

// Of returns what the settings mean for one analyzer: whether it runs, and the values
// of all of its flags that they set.
func (s Settings) Of(a *analysis.Analyzer) (on bool, flags map[string]string) {
	strict, advice := s.Strict, s.Advice
	only := len(s.Only) > 0 && !slices.Contains(s.Only, a.Name)
	on = !only
	var off []string
	for _, c := range append(analyzers.Categories(a.Name), analyzers.Category{ID: analyzers.StaleIgnore}) {
		named := slices.Contains(s.Only, c.ID)
		if slices.Contains(s.Disable, c.ID) || !named && (only || len(s.Only) > 0 && c.ID == analyzers.StaleIgnore) {
			off = append(off, c.ID)
		}
		if only && named { // by its name, whatever the flag is without which it is not reported
			on, strict, advice = true, strict || c.Strict, advice || c.Advice
		}
	}
	flags = map[string]string{
		"tests":   strconv.FormatBool(s.Tests),
		"strict":  strconv.FormatBool(strict),
		"advice":  strconv.FormatBool(advice),
		"disable": strings.Join(off, ","),
	}
	for i := range Keys {
		k := &Keys[i]
		if f := a.Flags.Lookup(k.Name); f != nil && k.carrier() != nil {
			if flags[k.Name] = k.text(&s); flags[k.Name] == k.Default {
				flags[k.Name] = f.DefValue // the same answers of the go command
			}
		}
	}
	return on && !slices.Contains(s.Disable, a.Name), flags
}

// Off reports whether an analyzer or category of a name is not asked for.
func (s Settings) Off(name string) bool {
	if slices.Contains(s.Disable, name) {
		return true
	}
	return len(s.Only) > 0 && !slices.Contains(s.Only, name) &&
		!slices.ContainsFunc(analyzers.All, func(a *analysis.Analyzer) bool {
			of := analyzers.Categories(a.Name)
			has := func(n string) bool {
				return slices.ContainsFunc(of, func(c analyzers.Category) bool { return c.ID == n })
			}
			return slices.Contains(s.Only, a.Name) && has(name) ||
				a.Name == name && slices.ContainsFunc(s.Only, has)
		})
}

// Args returns what differs from the default, as flags for go vet. What holds for all analyzers is
// given to the first one.
func (s Settings) Args() []string {
	var args []string
	first := true
	for _, a := range analyzers.All {
		on, flags := s.Of(a)
		if !on {
			args = append(args, "-"+a.Name+"=false")
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(flags)) {
			k := Find(name)
			if f := a.Flags.Lookup(name); f.DefValue != flags[name] && (first || !k.global) {
				args = append(args, "-"+a.Name+"."+name+"="+flags[name])
			}
		}
		first = false
	}
	return args
}

// Apply sets in this process what belongs to the whole run and not to one analyzer.
func (s Settings) Apply() error {
	for i := range Keys {
		if k := &Keys[i]; k.global {
			if err := k.carrier().Value.Set(k.text(&s)); err != nil {
				return err
			}
		}
	}
	return nil
}
