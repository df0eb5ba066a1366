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

// Settings are the settings of a run. The zero value is the default.
type Settings struct {
	// report test files too
	Tests bool `json:"tests"`
	// report deviations from good practice too, not only vulnerabilities
	Strict bool `json:"strict"`
	// report what the source suggests and the deployment may settle, too
	Advice bool `json:"advice"`
	// analyzers that do not run, categories that are not reported
	Disable []string `json:"disable"`
}

// Of returns what the settings mean for one analyzer: whether it runs, and the values
// of all of its flags that they set.
func (s Settings) Of(a *analysis.Analyzer) (on bool, flags map[string]string) {
	var off []string
	for _, name := range s.Disable {
		if name == analyzers.StaleIgnore ||
			slices.ContainsFunc(analyzers.Categories(a.Name),
				func(c analyzers.Category) bool { return c.ID == name }) {
			off = append(off, name)
		}
	}
	return !slices.Contains(s.Disable, a.Name), map[string]string{
		"tests":   strconv.FormatBool(s.Tests),
		"strict":  strconv.FormatBool(s.Strict),
		"advice":  strconv.FormatBool(s.Advice),
		"disable": strings.Join(off, ","),
	}
}

// Args returns what differs from the default, as flags for go vet.
func (s Settings) Args() []string {
	var args []string
	for _, a := range analyzers.All {
		on, flags := s.Of(a)
		if !on {
			args = append(args, "-"+a.Name+"=false")
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(flags)) {
			if f := a.Flags.Lookup(name); f != nil && f.DefValue != flags[name] {
				args = append(args, "-"+a.Name+"."+name+"="+flags[name])
			}
		}
	}
	return args
}
