package names

import (
	"regexp"
	"strings"
)

// A name qualifies as the name of a token's key when it says both what it is (a secret, a key) and for whom (JWT,
// tokens, signing). Names of places and descriptions are no keys.
var (
	whatWords  = regexp.MustCompile(`secret|key|hmac`)
	whomWords  = regexp.MustCompile(`jwt|(access|refresh|auth|session)_?token|token_?(secret|signing|symmetric|key|sign|hmac)|(sign|signing)_?(key|secret)`)
	otherWords = regexp.MustCompile(`public|pub_|client|oauth|google|github|facebook|api_?key|captcha|aws|s3|stripe|webhook|access_key|key_?id|kid$|issuer|header|cookie`)
	placeWords = regexp.MustCompile(`(file|path|dir|id|ids|url|uri|name|location|ttl|exp|expires?|expiry|expiration|expired|time|timeout|duration|minutes?|hours?|days?|seconds?|algorithm|alg|type|length|size|len|bits|prefix|enabled?|rotation|interval|age|set)$`)
	camel      = regexp.MustCompile(`([a-z0-9])([A-Z])`)
)

// Snake returns a name in lower case with underscores between its words.
func Snake(name string) string {
	name = strings.NewReplacer("-", "_", ".", "_", " ", "_", "/", "_").Replace(name)
	return strings.ToLower(camel.ReplaceAllString(name, "${1}_${2}"))
}

// Key reports whether a name of a setting says that its value is the key of tokens: JWT_SECRET,
// token.symmetricKey, auth.signing-key.
func Key(name string) bool {
	n := Snake(name)
	return whatWords.MatchString(n) && whomWords.MatchString(n) && !otherWords.MatchString(n) && !placeWords.MatchString(n)
}

var secretive = regexp.MustCompile(`(?i)secret|key|jwt|token|sign|hmac|salt|auth|cred|private|pem|env|conf|default|exp|ttl|life|dur|valid|refresh|access|get|load|read`)

// secretive names are looked at when a package says what its functions and variables hold: it keeps facts few.
func MayHoldSecret(name string) bool { return secretive.MatchString(name) }
