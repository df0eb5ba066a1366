package plugin

import (
	"encoding/json"
	"strings"
	"testing"
)

// FuzzSettings reads settings as golangci-lint hands them over: a linter or an error of one line.
func FuzzSettings(f *testing.F) {
	for _, s := range []string{
		"null", "{}", `{"tests": true}`, `{"strict": "yes"}`,
		`{"disable": ["jwtsecret", "weak-key"]}`,
		`{"disable": "weak-key"}`, `{"disable": [1]}`, `{"tets": true}`, `[]`, `7`,
		`{"disable": ["\n"]}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var conf any
		if json.Unmarshal([]byte(text), &conf) != nil {
			return
		}
		linter, err := New(conf)
		switch {
		case err != nil && strings.Contains(err.Error(), "\n"):
			t.Errorf("%s: %q is not one line", text, err)
		case err == nil:
			if _, err := linter.BuildAnalyzers(); err != nil {
				t.Errorf("%s: %v", text, err)
			}
		}
	})
}
