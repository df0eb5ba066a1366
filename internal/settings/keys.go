package settings

import (
	"flag"
	"reflect"
	"slices"
	"strconv"
	"strings"

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

	field  func(*Settings) any // points to where it is kept
	then   func(*Settings)     // changes what follows from it; nil for nothing
	global bool                // belongs to the whole run: the flag of one analyzer sets it
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
		Name: "access-life", Default: "24h",
		Usage: "longest `time` that an access token may live, such as 15m, 24h or 7d",
		field: func(s *Settings) any { return &s.AccessLife },
	},
	{
		Name: "refresh-life", Default: "90d",
		Usage: "longest `time` that a refresh token may live",
		field: func(s *Settings) any { return &s.RefreshLife },
	},
	{
		Name: "min-key-length", Default: "0", Example: "64",
		Usage: "least `number` of bytes of an HMAC key, 0 for what the algorithm requires",
		field: func(s *Settings) any { return &s.MinKeyLength },
	},
	{
		Name: "allowed-hosts", Default: "[]", Example: `["*.mesh.example.com"]`,
		Usage: "`names` of hosts that may be reached without encryption; *. stands for all hosts " +
			"below a name",
		field: func(s *Settings) any { return &s.AllowedHosts },
	},
	{
		Name: "sensitive-functions", Default: "[]", Example: `["accounts.Delete"]`,
		Usage: "`names` of functions that need a confirmation of their own, with -strict, such as " +
			"accounts.Delete",
		field: func(s *Settings) any { return &s.SensitiveFunctions },
	},
	{
		Name: "secret-names", Default: "[]", Example: "[APP_PASSPHRASE]", global: true,
		Usage: "`names` of settings that hold a JWT key, in any spelling, * for any part of one",
		field: func(s *Settings) any { return &s.SecretNames },
	},
	{
		Name: "not-secret-names", Default: "[]", Example: "[page_token]", global: true,
		Usage: "`names` of what is neither a key nor a token",
		field: func(s *Settings) any { return &s.NotSecretNames },
	},
	{
		Name: "models", Default: "[]", global: true,
		Example: `[sign: "(*corp/auth.Issuer).Issue(claims, key) token"]`,
		Usage: "`rows` of the model for libraries of your own: what a call does, and the roles of " +
			"its arguments and results",
		field: func(s *Settings) any { return &s.Models },
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

// FlagUsage returns the usage of the flag: a flag has one text for what is a list in a file.
func (k *Key) FlagUsage() string {
	switch k.field(new(Settings)).(type) {
	case *[]string:
		return k.Usage + "; separated by commas"
	case *map[string]string:
		return k.Usage + ", as long-expiry=high,key-type=low"
	case *[]Model:
		return k.Usage + "; separated by semicolons"
	}
	return k.Usage
}

// IsBool reports whether the setting is on or off.
func (k *Key) IsBool() bool {
	_, ok := k.field(new(Settings)).(*bool)
	return ok
}

// carrier returns the flag of an analyzer that hands the setting on as it is, nil for one that
// means something else to each analyzer, or nothing.
func (k *Key) carrier() *flag.Flag {
	if k.field == nil { // a key within another one
		return nil
	}
	switch k.field(new(Settings)).(type) {
	case *bool, *map[string]string, *[]Override:
		return nil
	}
	for _, a := range analyzers.All {
		if f := a.Flags.Lookup(k.Name); f != nil && k.Words == nil {
			return f
		}
	}
	return nil
}

// text returns the value of a setting as that of a flag.
func (k *Key) text(s *Settings) string {
	switch at := k.field(s).(type) {
	case *[]string:
		return strings.Join(*at, ",")
	case *[]Model:
		return rows(*at)
	case *int:
		return strconv.Itoa(*at)
	case *string:
		return *at
	}
	return ""
}

// refuses returns what the flag of an analyzer says against a value, nil for nothing. It does not
// set it.
func (k *Key) refuses(text string) error {
	f := k.carrier()
	if f == nil {
		return nil
	}
	return reflect.New(reflect.TypeOf(f.Value).Elem()).Interface().(flag.Value).Set(text)
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
