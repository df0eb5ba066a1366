// Package wordlist knows the texts that the published lists of secrets and passwords combine:
//
//	wordlist.Has("my-super-secret-key-123") // true
package wordlist

import (
	"slices"
	"strings"
	"unicode"
)

// words are those that the published lists of JWT secrets and passwords are made of.
var words = []string{
	"secret", "key", "jwt", "token", "my", "your", "super", "very", "the", "a", "is", "this", "not",
	"change", "changeme", "me", "please", "in",
	"production", "prod", "dev", "development", "default", "test", "testing", "example", "sample",
	"password", "passwd", "pass", "admin", "root",
	"app", "api", "auth", "private", "signing", "sign", "access", "refresh", "hmac", "some",
	"random", "string", "here", "demo", "secure", "safe",
	"for", "use", "replace", "with", "real", "s3cr3t", "qwerty", "golang", "go", "hello", "world",
	"do", "to", "value", "must", "be", "long", "user", "local",
}

// Has reports whether a text is made of words and digits that such lists combine.
func Has(text string) bool {
	parts := strings.FieldsFunc(strings.ToLower(text),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return len(parts) > 0 && !slices.ContainsFunc(parts,
		func(p string) bool { return !combined(strings.Trim(p, "0123456789")) })
}

// combined reports whether s can be cut into words.
func combined(s string) bool {
	ends := make([]bool, len(s)+1) // where a word can end
	ends[0] = true
	for i := range len(s) {
		for _, w := range words {
			if ends[i] && strings.HasPrefix(s[i:], w) {
				ends[i+len(w)] = true
			}
		}
	}
	return ends[len(s)]
}
