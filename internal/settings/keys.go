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
	// how a file says it: the default, and something else where the default says little
	Default, Example string
	Of               string // what Words are, in the singular

	field func(*Settings) any // points to where it is kept
	then  func(*Settings)     // changes what follows from it; nil for nothing
}

// Keys holds all of them, in the order in which they take effect and are shown.
var Keys = []Key{
	{
		Name: "profile", Default: "default", Of: "profile",
		Usage: "`name` of what is reported: default, strict (as with -strict), or advice (as with " +
			"-strict and -advice)",
		Words: func() []string { return []string{"default", "strict", "advice"} },
		field: func(s *Settings) any { return &s.Profile },
		then: func(s *Settings) {
			s.Advice = s.Profile == "advice"
			s.Strict = s.Advice || s.Profile == "strict"
		},
	},
	{
		Name: "tests", Default: "false",
		Usage: "report test files too",
		field: func(s *Settings) any { return &s.Tests },
	},
	{
		Name: "strict", Default: "false",
		Usage: "report deviations from good practice too, not only vulnerabilities",
		field: func(s *Settings) any { return &s.Strict },
	},
	{
		Name: "advice", Default: "false",
		Usage: "report what the source suggests and the deployment may settle, too",
		field: func(s *Settings) any { return &s.Advice },
	},
	{
		Name: "only", Default: "[]", Example: "[jwtsecret, unverified-token]",
		Usage: "`names` of the analyzers and categories that are reported, and no others",
		Words: names, Of: "analyzer or category",
		field: func(s *Settings) any { return &s.Only },
	},
	{
		Name: "disable", Default: "[]", Example: "[jwtcookie, long-expiry]",
		Usage: "`names` of analyzers that do not run and categories that are not reported",
		Words: names, Of: "analyzer or category",
		field: func(s *Settings) any { return &s.Disable },
	},
	{
		Name: "severity", Default: "low",
		Usage: "least `severity` that is reported: low, medium, high or critical",
		Words: func() []string { return Severities }, Of: "severity",
		field: func(s *Settings) any { return &s.Severity },
	},
	{
		Name: "fail-on", Default: "low",
		Usage: "least `severity` of which one report makes the exit code 1; none for never",
		Words: func() []string { return append(slices.Clone(Severities), never) }, Of: "severity",
		field: func(s *Settings) any { return &s.FailOn },
	},
	{
		Name: "severities", Default: "{}", Example: "{long-expiry: high}",
		Usage: "`list` of categories with other severities",
		Words: categories, Of: "category",
		field: func(s *Settings) any { return &s.Severities },
	},
	{
		Name: "overrides", Default: "[]",
		Example: "[{paths: [internal/legacy], disable: [long-expiry]}]",
		Usage: "what holds for some paths only: paths, and what to disable or which severities to " +
			"change there",
		field: func(s *Settings) any { return &s.Overrides },
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

// HasFlag reports whether a flag of the command has the name of the key.
func (k *Key) HasFlag() bool {
	_, paths := k.field(new(Settings)).(*[]Override)
	return !paths
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
