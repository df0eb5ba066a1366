package plugin

import (
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Without settings, and with every setting at its default, all analyzers run.
func TestDefaults(t *testing.T) {
	for _, conf := range []any{nil, map[string]any{}, map[string]any{"tests": false, "strict": false, "disable": []any{}}} {
		p, err := New(conf)
		if err != nil {
			t.Fatalf("%v: %v", conf, err)
		}
		if list, err := p.BuildAnalyzers(); err != nil || len(list) != len(analyzers.All) {
			t.Errorf("%v: %d analyzers, %v", conf, len(list), err)
		}
	}
}

func TestDisabledAnalyzer(t *testing.T) {
	p, err := New(map[string]any{"disable": []any{"jwtcookie"}})
	if err != nil {
		t.Fatal(err)
	}
	list, err := p.BuildAnalyzers()
	if err != nil || len(list) != len(analyzers.All)-1 {
		t.Fatalf("%d analyzers, %v", len(list), err)
	}
	for _, a := range list {
		if a.Name == "jwtcookie" {
			t.Error("jwtcookie runs")
		}
	}
}

// Settings that mean nothing are told with their name.
func TestWrongSettings(t *testing.T) {
	for _, c := range []struct {
		conf any
		want string
	}{
		{map[string]any{"tets": true}, `unknown field "tets"; the settings are tests, strict, disable`},
		{map[string]any{"tests": "perhaps"}, "tests of type bool"},
		{map[string]any{"disable": []any{"hardcoded"}}, `nothing is called "hardcoded"`},
		{"tests", "cannot unmarshal"},
	} {
		if _, err := New(c.conf); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: got %v, want %q", c.conf, err, c.want)
		}
	}
}
