package settings

import (
	"slices"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Key is one setting: a key of .jwtvet.yml and of the plugin, and a flag of the command. What the
// help, the pages, the schema and the first file say of it is made of this.
type Key struct {
	Name  string
	Usage string          // what it does, as the usage of a flag: the value stands in `quotes`
	Words func() []string // what it can be, or the elements of it; nil where anything can
	Of    string          // what Words are, in the singular

	field func(*Settings) any // points to where it is kept
}

// Keys holds all of them, in the order in which they take effect and are shown.
var Keys = []Key{
	{
		Name: "tests", Usage: "report test files too",
		field: func(s *Settings) any { return &s.Tests },
	},
	{
		Name:  "strict",
		Usage: "report deviations from good practice too, not only vulnerabilities",
		field: func(s *Settings) any { return &s.Strict },
	},
	{
		Name:  "advice",
		Usage: "report what the source suggests and the deployment may settle, too",
		field: func(s *Settings) any { return &s.Advice },
	},
	{
		Name:  "disable",
		Usage: "`names` of analyzers that do not run and categories that are not reported",
		Words: names, Of: "analyzer or category",
		field: func(s *Settings) any { return &s.Disable },
	},
}

// Names returns the names of all keys.
func Names() []string {
	var out []string
	for _, k := range Keys {
		out = append(out, k.Name)
	}
	return out
}

// Find returns the key of a name, nil for none.
func Find(name string) *Key {
	if i := slices.IndexFunc(Keys, func(k Key) bool { return k.Name == name }); i >= 0 {
		return &Keys[i]
	}
	return nil
}

// IsBool reports whether the setting is on or off.
func (k *Key) IsBool() bool {
	_, ok := k.field(new(Settings)).(*bool)
	return ok
}

// names returns the names of all analyzers and categories.
func names() []string {
	var out []string
	for _, a := range analyzers.All {
		out = append(out, a.Name)
	}
	return append(out, categories()...)
}

// categories returns the names of all categories.
func categories() []string {
	var out []string
	for _, a := range analyzers.All {
		for _, c := range analyzers.Categories(a.Name) {
			out = append(out, c.ID)
		}
	}
	return append(out, analyzers.StaleIgnore)
}
