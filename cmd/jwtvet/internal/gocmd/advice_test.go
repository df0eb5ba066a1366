package gocmd

import "testing"

func TestAdvise(t *testing.T) {
	for _, c := range []struct{ text, message, advice string }{
		{"no required module provides package example.org/x; to add it:\n\tgo get example.org/x",
			"no required module provides package example.org/x", `run "go get example.org/x"`},
		{"verifying m@v1: checksum mismatch\n\tdownloaded: h1:a\n\tgo.sum: h1:b\n\nSECURITY ERROR\nThis download", "verifying m@v1: checksum mismatch downloaded: h1:a go.sum: h1:b",
			`restore go.sum from version control; "go clean -modcache" removes a damaged download`},
		{"inconsistent vendoring in /m:\n\tx@v1: is explicitly required",
			"inconsistent vendoring in /m", `run "go mod vendor"`},
		{"undefined: x", "undefined: x", ""},
	} {
		if message, advice := Advise(c.text); message != c.message || advice != c.advice {
			t.Errorf("%q: %q, %q", c.text, message, advice)
		}
	}
}
