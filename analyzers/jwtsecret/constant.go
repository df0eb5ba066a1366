package jwtsecret

// This file finds keys that are written in the source:
//
//	token.SignedString([]byte("my-secret"))         // hardcoded-secret
//	key := cmp.Or(os.Getenv("JWT_KEY"), "changeme") // default-secret

import (
	"fmt"
	"go/constant"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// hardcoded asks whether the key is a constant, or falls back to one.
func hardcoded(c *check, k key) {
	if !onlyWritten(k.Trace) {
		fallback(c, k.Trace, k.Call)
		return
	}
	for _, o := range k.Origins {
		if material(o) && !o.Reported {
			c.found("hardcoded-secret", o.At, o,
				fmt.Sprintf("%s is %s: anyone with the source or the binary can forge tokens",
					label(k.Call), describe(o)), k.Call)
		}
	}
}

// onlyWritten reports whether nothing but the source gives the value.
func onlyWritten(tr origin.Trace) bool {
	return tr.Only(origin.Const, origin.Nothing, origin.Public)
}

// fallback asks whether a value that comes from outside can also be a constant.
func fallback(c *check, tr origin.Trace, sink *calls.Call) {
	if onlyWritten(tr) && sink != nil {
		return
	}
	for _, o := range tr.Origins {
		if material(o) && !o.Reported && !c.Guards.Rejected(o) && (sink != nil || !isOther(o)) {
			c.found("default-secret", o.At, o,
				fmt.Sprintf("%s falls back to %s: unless another is set, anyone with the source "+
					"can forge tokens", label(sink), describe(o)), sink)
		}
	}
}

// material reports whether an origin is a constant that can be a key.
func material(o origin.Origin) bool {
	return o.Kind == origin.Const && (o.Value == nil || o.Value.Kind() == constant.String)
}

// isOther reports whether an origin is a constant path or duration: what is read by the name of a
// key can be the place of one, or when it is replaced.
func isOther(o origin.Origin) bool {
	if o.Value == nil {
		return false
	}
	text := constant.StringVal(o.Value)
	_, err := time.ParseDuration(text)
	return err == nil || names.Path(text)
}

// describe says what is known of a constant without showing it.
func describe(o origin.Origin) string {
	text := ""
	if o.Value != nil {
		text = constant.StringVal(o.Value)
	}
	switch {
	case o.Hashed:
		return "a hash of a constant"
	case strings.Contains(text, "PRIVATE KEY-----"):
		return "a private key written in the source"
	case listed(text):
		return fmt.Sprintf("a constant of %d bytes that is on public word lists", o.Size)
	case o.Size > 0:
		return fmt.Sprintf("a constant of %d bytes", o.Size)
	}
	return "a constant"
}

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

// listed reports whether a text is made of words and digits that such lists combine.
func listed(text string) bool {
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
