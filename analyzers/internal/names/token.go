package names

// This file knows the names of tokens:
//
//	c.Query("access_token"), r.Header.Get("Authorization")  // Token, Credential
//	c.Cookie("csrf_token")                                  // OtherToken
//	c.Cookie(accessTokenCookieName)                         // TrimCookieSuffix: access_token

import (
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

var (
	tokenWord = pattern.New(
		`(jwt|token|bearer|authorization)s?(_?(string|str|value|raw|text|cookie))?$`,
	)
	numberedToken = pattern.New(`(jwt|token|bearer|authorization)s?$`)
	// tokens that grant no access
	otherToken = pattern.New(
		`csrf|xsrf|state|nonce|push|device|(^|_)anon|visitor|reconnect|fcm|captcha|verifier|pkce|page|cursor|next_|continu|` +
			`reset|confirm|` +
			`(no|has|is|missing|invalid|expired|cancel|lock|stop|sync|upload)_?token`,
	)
	forgery = pattern.New(`(?i)csrf|xsrf`)
	login   = pattern.New(`^(current_|session_|auth_)?(user|uid|account|member|admin|customer|` +
		`principal|identity)(_?(id|name|email|uuid))?$|` +
		`^(is_?)?(authenticated|authorized|logged_?in|login|auth|email)$`)
	bearer = pattern.New(`(^|_)((access|refresh|id|identity|bearer)_?token|(access|refresh)_?jwt)$`)
	visit  = pattern.New(`(^|_)(session|auth|login)_token$`)
	lifeOf = pattern.New(`(^|_)(exp|expir(e|es|y|ed|ation|ing)|ttl|life|lifetime|duration|valid|validity|` +
		`time|age|max_age|has|is|no)_`)
	ofName  = pattern.New(`(_?cookie)?_?(name|key)$`)
	session = pattern.New(`sess(ion)?(_?(id|key|name|cookie|value))?$|(^|_)sid$`)
)

// Token reports whether a name is that of a token which grants its bearer access: access_token,
// jwt, bearerToken (RFC 6750).
func Token(name string) bool {
	n := Snake(name)
	return endsInToken(n) && !otherToken().MatchString(n) && !NotSecret.has(name)
}

// OtherToken reports whether a name is that of a token which grants no access: csrf_token.
func OtherToken(name string) bool { return otherToken().MatchString(Snake(name)) }

// Forgery reports whether a name is that of what defends against cross-site request forgery: _csrf,
// XSRF-TOKEN. Scripts of the page have to read such a cookie.
func Forgery(name string) bool { return forgery().MatchString(name) }

// Login reports whether a name is that of what a session keeps to know who is logged in: user_id,
// authenticated.
func Login(name string) bool { return login().MatchString(Snake(name)) }

// Session reports whether a name is that of the cookie of a session: session_id, JSESSIONID, sid.
func Session(name string) bool { return session().MatchString(Snake(name)) }

// Credential reports whether a header, cookie or parameter of a request has the name of one that
// proves who sends it.
func Credential(name string) bool {
	n := strings.ToLower(name)
	return (n == "authorization" || n == "x-api-key" || n == "cookie" || Token(name)) &&
		!NotSecret.has(name)
}

// Bearer reports whether a name is that of a token which grants its bearer access and of nothing
// else (RFC 6749 section 5.1, OpenID Connect Core section 3.1.3.3): access_token, auth.id_token. How
// long a token lives is called after it, too: expAccessToken.
func Bearer(name string) bool {
	n := Snake(name)
	return bearer().MatchString(n) && !lifeOf().MatchString(n) && !NotSecret.has(name)
}

// OpensSession reports whether a name is that of a token which lets its bearer into a session of the
// program, whatever it is made of: refreshToken, session_token.
func OpensSession(name string) bool {
	return Bearer(name) || visit().MatchString(Snake(name)) && !NotSecret.has(name)
}

// TokenLike reports whether a name ends in a word for tokens, of whatever kind.
func TokenLike(name string) bool { return endsInToken(Snake(name)) }

// endsInToken reports whether a name in the form of [Snake] ends in a word for tokens, a number left
// out: token2, jwt_v2.
func endsInToken(name string) bool {
	if bare := strings.TrimRight(name, "0123456789"); bare != name {
		return numberedToken().MatchString(strings.TrimSuffix(strings.TrimSuffix(bare, "v"), "_"))
	}
	return tokenWord().MatchString(name)
}

// TrimCookieSuffix takes the end off the name of a variable that holds the name of a cookie:
// accessTokenCookieName is about access_token. The result is in the form of [Snake].
func TrimCookieSuffix(name string) string { return ofName().Regexp().ReplaceAllString(Snake(name), "") }
