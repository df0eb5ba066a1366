package baseline

import (
	"strings"
	"testing"
)

// FuzzParse reads what is nearly a list: it is read, or refused in one line.
func FuzzParse(f *testing.F) {
	list, err := (&Baseline{Entries: []Entry{
		{Category: "long-expiry", Fingerprint: "3e7bff66e113cbeaa78d-1", File: "a.go", Message: "m"},
	}}).Bytes()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(list)
	for _, s := range []string{
		"", "version: 1", "version: 1\nreports: [{}]", "a: &a [*a]", "version: !!int 1\nwith: x",
		"- - -\n\t", "version: 1\nreports:\n- {category: c, fingerprint: \"\\u0000\"}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := parse(data, "list.yml")
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("%q", err)
			}
			return
		}
		if _, err := b.Bytes(); err != nil {
			t.Error(err)
		}
	})
}
