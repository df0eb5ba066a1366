// Package names answers what a name says of its value: of a setting, variable, header, cookie or
// parameter, in any spelling.
//
//	JWT_SECRET, jwt.signing-key       // Key: a JWT signing key
//	access_token, bearerToken, jwt    // Token: a token that grants access
//	csrf_token, resetToken            // OtherToken: one that does not
//	JWT_SECRET_FILE, jwt_key_id, ttl  // none of these
package names

import (
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

// A name is that of a JWT key when it says both what it is (a secret, a key) and what for (JWT,
// tokens, signing). Names of places and descriptions, and keys of other systems, are none.
var (
	whatWords = pattern.New(`secret|key|hmac`)
	whomWords = pattern.New(
		`jwt|(access|refresh|auth|session)_?token|` +
			`token_?(secret|signing|key|sign|hmac)|(sign|signing)_?(key|secret)`,
	)
	otherWords = pattern.New(
		`public|pub_|client|oauth|google|github|facebook|api_?key|captcha|aws|s3|stripe|webhook|` +
			`access_key|key_?id|kid$|issuer|header|cookie|expir|rotation|lifetime|validity|period`,
	)
	placeWords = pattern.New(
		`(file|path|dir|id|ids|url|uri|name|location|ttl|exp|expires?|expiry|expiration|expired|` +
			`time|timeout|duration|minutes?|hours?|days?|seconds?|algorithm|alg|type|` +
			`length|size|len|bits|prefix|enabled?|rotation|interval|age|set)$`,
	)
)

// Snake returns a name in lower case with underscores between its words: jwt.signingKey is
// jwt_signing_key.
func Snake(name string) string {
	var b strings.Builder
	b.Grow(len(name) + 4)
	for i := range len(name) {
		c := name[i]
		switch {
		case strings.IndexByte("-. /", c) >= 0:
			c = '_'
		case 'A' <= c && c <= 'Z' && i > 0 && endsWord(name[i-1]):
			b.WriteByte('_')
		}
		b.WriteByte(c)
	}
	return strings.ToLower(b.String())
}

// endsWord reports whether a capital letter behind c begins a new word.
func endsWord(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// Key reports whether the name of a setting says that its value is a JWT signing key: JWT_SECRET,
// token.key, auth.signing-key. Public keys do not count, and paths are no names. A symmetric key may
// as well seal tokens that are no JWT, and so may that of tokens which grant no access:
// RESET_TOKEN_SECRET.
func Key(name string) bool {
	if NotSecret.has(name) || Secret.has(name) {
		return !NotSecret.has(name)
	}
	n := Snake(name)
	return !Path(name) && whatWords().MatchString(n) && whomWords().MatchString(n) &&
		!otherWords().MatchString(n) && !placeWords().MatchString(n) &&
		(strings.Contains(n, "jwt") || !otherToken().MatchString(n) && !strings.Contains(n, "symmetric"))
}

var program = pattern.New(
	`^((app|application|service|project|program|product|host|server|node|pod|container|machine|` +
		`user|log)_?name|hostname|app_?id|service_?id|` +
		`(app|go|node|deploy|deployment)?_?(env|environment)|stage)$`,
)

// Program reports whether the name of a setting says that its value names the program, the machine
// or the user, or the kind of environment: APP_NAME, HOSTNAME, ENVIRONMENT. Such values are known.
func Program(name string) bool { return program().MatchString(Snake(name)) }

var pathWords = pattern.New(
	`^(~|\.\.?)?/.*[/.]|^\.\.?/|[/\\][^/\\]*\.[a-z0-9]{2,5}$|` +
		`\.(ya?ml|json|toml|ini|conf|env|pem|crt|txt)$`,
)

// Path reports whether a text is the path of a file, as /etc/app/jwt.key and configs/jwt.yaml are.
// The name of a setting can have slashes too: auth/jwt_secret.
func Path(text string) bool {
	return pathWords().MatchString(text) && !(len(text)%4 == 0 && encoded().MatchString(text))
}

// encoded matches random bytes in base64 (RFC 4648 section 4), which can begin with a slash and have
// more of them: paths have no plus and no equals sign.
var encoded = pattern.New(`^[A-Za-z0-9/]*\+[A-Za-z0-9+/]*={0,2}$|^[A-Za-z0-9/]{20,}={1,2}$`)

var secretive = pattern.New(
	`(?i)secret|key|jwt|token|sign|hmac|salt|auth|cred|private|pem|env|conf|default|rand|` +
		`exp|ttl|life|dur|valid|refresh|access|get|load|read`,
)

// MayHoldSecret reports whether the name of an exported function or variable is reason enough to
// write a fact of where its value comes from, be it a secret or a lifetime. It keeps facts few.
func MayHoldSecret(name string) bool {
	return secretive().MatchString(name) || Secret.has(name)
}
