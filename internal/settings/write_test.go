package settings

import (
	"bytes"
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// readText reads the text of a file.
func readText(text string) (s Settings, err error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return s, err
	}
	return s, s.Read(&doc)
}

// obeys returns what the schema says against the text of a file.
func obeys(t *testing.T, text string) error {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var doc any
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	data, err := json.Marshal(doc)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if doc, err = jsonschema.UnmarshalJSON(bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	return compiled.Validate(doc)
}

// What the program reads, and nothing else, is what the schema allows.
func TestSchema(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "tests: true": true, "tests: yes please": false, "tets: true": false, "- tests": false,
		"profile: strict": true, "profile: stricter": false, "profile:": true, "tests:": true,
		"disable: [jwtcookie, stale-ignore]": true, "disable: jwtcookie": false, "disable: [x]": false,
		"only:": true, "severity: high": true, "severity: none": false, "fail-on: none": true,
		"severities: {long-expiry: low}": true, "severities: {jwtexpiry: low}": false,
		"severities: {long-expiry: none}": false, "severities: [long-expiry]": false,
		"access-life: 15m": true, "access-life: 1h30m": true, "access-life: 90d": true,
		"access-life: 15": false, "access-life: soon": false, "refresh-life:": true,
		"min-key-length: 48": true, "min-key-length: -1": false, "min-key-length: 1025": false,
		"min-key-length: long": false, "allowed-hosts: [a.example.com]": true,
		"sensitive-functions: [accounts.Delete]": true, "sensitive-functions: {a: b}": false,
		"allowed-hosts: {a: b}": false, "secret-names: [PASSPHRASE]": true,
		"models: [{sign: a/b.C(key)}]": true, "models: [{sgin: a/b.C(key)}]": false,
		"models: [a/b.C]": false, "models: [{sign: C}]": false, "models: [{}]": false,
		"models: [{sign: a/b.C(key), log: a/b.C(logged)}]":                           false,
		"overrides: [{paths: [a], disable: [jwtleak], severities: {weak-key: low}}]": true,
		"overrides: [{paths: []}]":                                                   false, "overrides: [{disable: []}]": false,
		"overrides: [{paths: [a], tests: true}]": false, "overrides: {}": false,
	} {
		_, err := readText(text)
		if said := obeys(t, text); (said == nil) != want || (err == nil) != want {
			t.Errorf("%q: want %t; the schema says %v, the reader %v", text, want, said, err)
		}
	}
}

// The defaults and examples of all keys are what they say, and each has a line of its own in the
// first file.
func TestFirst(t *testing.T) {
	first := string(First())
	if s, err := readText(first); err != nil || !reflect.ValueOf(s).IsZero() {
		t.Errorf("the first file sets %+v, %v", s, err)
	}
	all := regexp.MustCompile(`(?m)^#([a-z-]+: )`).ReplaceAllString(first, "$1")
	s, err := readText(all)
	if err != nil || len(s.Args()) > 0 || s.Judges() && s.Severity != "low" || !s.Fails("low") {
		t.Errorf("the defaults are others: %+v, %q, %v", s, s.Args(), err)
	}
	if err := obeys(t, all); err != nil {
		t.Error(err)
	}
	for _, k := range Keys {
		if !strings.Contains(first, "\n#"+k.Name+": "+k.Default+"\n") {
			t.Errorf("%s is not in the first file", k.Name)
		}
		text := k.Name + ": " + k.Default
		if k.Example != "" {
			text = k.Name + ": " + k.Example
		}
		if s, err := readText(text); err != nil || k.Example != "" && reflect.ValueOf(s).IsZero() {
			t.Errorf("%s: got %+v, %v", text, s, err)
		}
		if err := obeys(t, text); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// What is written is read again, and has all keys in their order.
func TestBytes(t *testing.T) {
	for _, text := range []string{
		"", "profile: advice", "only: [jwtsecret]\nmin-key-length: 64\naccess-life: 15m",
		"models: [{sign: a/b.C(key) token}]\noverrides: [{paths: [a], severities: {weak-key: low}}]",
	} {
		s, err := readText(text)
		if err != nil {
			t.Fatal(err)
		}
		data, err := s.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		again, err := readText(string(data))
		if err != nil || !slices.Equal(again.Args(), s.Args()) {
			t.Errorf("%q: got %+v, %v of\n%s", text, again, err, data)
		}
		if more, err := again.Bytes(); err != nil || !bytes.Equal(more, data) {
			t.Errorf("%q: got %v, %s and %s", text, err, data, more)
		}
		if err := obeys(t, string(data)); err != nil {
			t.Error(err)
		}
		var names []string
		for _, m := range regexp.MustCompile(`(?m)^([a-z-]+):`).FindAllStringSubmatch(string(data), -1) {
			names = append(names, m[1])
		}
		if !slices.Equal(names, Names()) {
			t.Errorf("got %q", names)
		}
	}
}
