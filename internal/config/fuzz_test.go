package config

import (
	"strings"
	"testing"
)

// FuzzRead reads files of settings: settings that are known or an error of
// one line that names the file.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"tests: true\ndisable: [jwtleak, weak-key]\n", "disable:\n  - jwtleak # old\n",
		"---\ntests: true\n---\n",
		"a: &a [*a]\n", "disable: &a [*a, *a]\n", "<<: {tests: true}\n", "tests: !!bool yes\n",
		"? {a: b}\n: c\n",
		"disable: [\"\\n\"]\n", "\"te\\nsts\": true\n", "disable: |\n  a\n", "tests: {a: }\n",
		"\ttests: true\n", "- - - -\n", "[[[[", "%YAML 1.2\n",
		"tests: true # \xff\n", "disable: [1, null, true]\n", "*a: b", "!!binary ", "'", "\"\\",
		"{tests: true, tests: false}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := read(data, Name)
		if err != nil {
			if !strings.HasPrefix(err.Error(), Name) || strings.ContainsAny(err.Error(), "\n\r") {
				t.Errorf("%q: %q is not one line that names the file", data, err)
			}
			return
		}
		s.Args()
	})
}
