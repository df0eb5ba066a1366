package category

// Secret lists what jwtsecret reports.
var Secret = []Category{
	{
		ID: "hardcoded-secret", Severity: Critical, CWE: []int{798, 321},
		RFC: "RFC 8725 3.5", ASVS: "13.3.1",
		Title: "the key is written in the source",
		Fix: "read the key from the environment or a secret store, refuse to start " +
			"without it, and replace the key",
	},
	{
		ID: "default-secret", Severity: High, CWE: []int{1188, 1392},
		RFC: "RFC 8725 3.5", ASVS: "13.3.1",
		Title: "the key falls back to a value written in the source",
		Fix:   "remove the default and refuse to start when the key is not set",
	},
	{
		ID: "empty-secret", Severity: Critical, CWE: []int{1188, 321},
		RFC: "RFC 8725 3.5", ASVS: "9.1.3",
		Title: "the key is always empty",
		Fix:   "set the key from a secret store or the environment, and refuse to start without it",
	},
	{
		ID: "committed-secret", Severity: Critical, CWE: []int{540, 260, 798},
		RFC: "RFC 8725 3.5", ASVS: "13.3.1",
		Title: "the key stands in a settings file that is kept with the source",
		Fix:   "make a new key, and keep it in a secret store or in a file that git ignores",
	},
	{
		ID: "embedded-secret", Severity: Critical, CWE: []int{540, 321},
		RFC: "RFC 8725 3.5", ASVS: "13.3.1",
		Title: "the key is a file that ships with the program",
		Fix: "load the key when the program starts, from outside the repository and the " +
			"binary, and replace it",
	},
	{
		ID: "short-secret", Severity: High, CWE: []int{326},
		RFC: "RFC 7518 3.2", ASVS: "11.2.3",
		Title: "the key is shorter than the algorithm's hash",
		Fix: "use a random key of at least as many bytes as the hash: 32 for HS256, 48 " +
			"for HS384, 64 for HS512",
	},
	{
		ID: "predictable-secret", Severity: High, CWE: []int{330, 338, 340, 1391},
		RFC: "RFC 8725 3.5", ASVS: "11.5.1",
		Title: "the key is made of values that can be guessed",
		Fix:   "make the key with crypto/rand, once, and keep it in a secret store",
	},
	{
		ID: "unchecked-secret", Severity: High, CWE: []int{1188},
		RFC: "RFC 8725 3.5", ASVS: "9.1.3",
		Title: "the key may be empty and nothing tests it",
		Fix:   "test the key before it is used and refuse to start when it is empty or short",
	},
	{
		ID: "unloaded-secret", Severity: Critical, CWE: []int{1188},
		RFC: "RFC 8725 3.5", ASVS: "9.1.3",
		Title: "the key is read before the configuration is loaded",
		Fix: "read the key after the configuration is loaded, in a function instead of " +
			"a package variable",
	},
	{
		ID: "shared-secret", Severity: Medium, CWE: []int{323, 345},
		RFC: "RFC 8725 3.12", ASVS: "9.2.2",
		Title: "access and refresh tokens are signed with one key and no claim separates them",
		Fix: "use one key for each kind of token, or a claim such as typ that " +
			"verification compares",
	},
	{
		ID: "weak-key", Severity: High, CWE: []int{326},
		RFC: "RFC 7518 3.3", ASVS: "11.2.3",
		Title: "the RSA or EC key is too small",
		Fix:   "use RSA keys of at least 2048 bits, or the P-256 curve",
	},
	{
		ID: "key-type", Severity: Low, CWE: []int{704},
		RFC: "RFC 7518 3.1", ASVS: "9.1.2",
		Title: "the key's type does not fit the algorithm",
		Fix:   "give the algorithm a key of its own type, such as []byte for HMAC",
	},
}

// Expiry lists what jwtexpiry reports.
var Expiry = []Category{
	{
		ID: "missing-expiry", Severity: High, CWE: []int{613},
		RFC: "RFC 7519 4.1.4", ASVS: "9.2.1",
		Title: "a token is signed without an expiration (exp)",
		Fix:   "set an expiration (exp) when the token is made",
	},
	{
		ID: "long-expiry", Severity: Medium, CWE: []int{613},
		RFC: "RFC 6750 5.3", ASVS: "7.3.2",
		Title: "a token lives longer than it should",
		Fix: "shorten the lifetime: minutes for access tokens, and a refresh token that " +
			"can be revoked",
	},
	{
		ID: "expiry-unit", Severity: High, CWE: []int{682},
		RFC: "RFC 7519 2", ASVS: "9.2.1",
		Title: "the expiration (exp) of a token is in the wrong unit",
		Fix:   "set exp to a Unix time in seconds, as jwt.NewNumericDate or Time.Unix give it",
	},
	{
		ID: "expiry-name", Severity: High, CWE: []int{613},
		RFC: "RFC 7519 4.1.4", ASVS: "9.2.1",
		Title: "the expiration of a token is in a claim that no verifier reads",
		Fix:   `put the expiration into the claim "exp"`,
	},
	{
		ID: "shadowed-claim", Severity: High, CWE: []int{670},
		RFC: "RFC 7519 7.2", ASVS: "9.2.1",
		Title: "a claims type hides a registered claim from the verifier",
		Fix:   "remove the field that hides the registered claim, or give it another name",
	},
	{
		ID: "frozen-claims", Severity: High, CWE: []int{672},
		RFC: "RFC 7519 4.1.4", ASVS: "9.2.1",
		Title: "claims computed once are signed again and again",
		Fix:   "make the claims when the token is signed, not when the program starts",
	},
}

// UntilKeyType is in the messages of unpinned-alg where the library refuses keys of another type
// than the algorithm's: nothing can be forged until the type of the key changes.
const UntilKeyType = "only the type of the key"

// Verify lists what jwtverify reports.
var Verify = []Category{
	{
		ID: "unverified-token", Severity: Critical, CWE: []int{347},
		RFC: "RFC 8725 3.3", ASVS: "9.1.1",
		Title: "claims of a token are used that nobody has verified",
		Fix:   "verify the signature before any claim is used",
	},
	{
		ID: "alg-none", Severity: Critical, CWE: []int{327},
		RFC: "RFC 8725 3.2", ASVS: "9.1.2",
		Title: "tokens without a signature are made or accepted",
		Fix:   "sign tokens with a key, and accept only algorithms that verify one",
	},
	{
		ID: "ignored-error", Severity: Critical, CWE: []int{252},
		RFC: "RFC 8725 3.3", ASVS: "9.1.1",
		Title: "claims are used although the verification error is ignored",
		Fix:   "return when verification fails, before any claim is used",
	},
	{
		ID: "unpinned-alg", Severity: High, CWE: []int{347},
		RFC: "RFC 8725 3.1", ASVS: "9.1.2", Stricter: true,
		Title: "accepted algorithms are not restricted (algorithm confusion)",
		Fix: "name the accepted algorithms, by an option of the library (golang-jwt: " +
			"WithValidMethods) or by a test of the header alg",
		Mild: UntilKeyType,
	},
	{
		ID: "validation-disabled", Severity: High, CWE: []int{613},
		RFC: "RFC 7519 7.2", ASVS: "9.2.1",
		Title: "the expiration (exp) or another claim is not validated",
		Fix: "leave the validation of claims on; allow for clock skew with a leeway of " +
			"a minute or so",
	},
	{
		ID: "key-from-token", Severity: Critical, CWE: []int{345, 22, 89, 918},
		RFC: "RFC 8725 3.10", ASVS: "9.1.3",
		Title: "the token chooses the key, file or address that verifies it",
		Fix:   "choose the key among those that are known, and refuse tokens that name another",
	},
	{
		ID: "unenforced-auth", Severity: Critical, CWE: []int{287, 696},
		RFC: "RFC 7519 7.2", ASVS: "8.3.1",
		Title: "a request is refused and handled all the same",
		Fix:   "return, or abort the chain of handlers, after the request is refused",
	},
	{
		ID: "missing-audience", Severity: Medium, CWE: []int{345},
		RFC: "RFC 8725 3.9", ASVS: "9.2.3", Stricter: true,
		Title: "the audience (aud) or issuer (iss) is not validated",
		Fix: "require the audience (aud) and issuer (iss) of this service when tokens " +
			"are verified",
	},
	{
		ID: "header-panic", Severity: Medium, CWE: []int{129},
		RFC: "RFC 6750 2.1", ASVS: "2.2.1",
		Title: "a malformed request or token makes the handler panic",
		Fix: "test the length of the split header, and the ok of type assertions, " +
			"before they are used",
	},
	{
		ID: "error-string-match", Severity: Low, CWE: []int{755},
		RFC: "RFC 7519 7.2", ASVS: "16.5.3",
		Title: "the verification error is matched by its text",
		Fix:   "compare with errors.Is and the errors that the library exports",
	},
	{
		ID: "unmaintained-library", Severity: High, CWE: []int{1104},
		RFC: "RFC 8725 2", ASVS: "15.2.1",
		Title: "a token library that is no longer maintained",
		Fix:   "move to a maintained library, the one that the report names",
	},
}

// Leak lists what jwtleak reports.
var Leak = []Category{
	{
		ID: "secret-log", Severity: High, CWE: []int{532},
		RFC: "RFC 8725 2.2", ASVS: "16.2.5",
		Title: "a JWT key is written to a log, to the console or into an error",
		Fix:   "remove the key from the output; log that it is set, not what it is",
	},
	{
		ID: "token-log", Severity: High, CWE: []int{532},
		RFC: "RFC 6750 5.3", ASVS: "16.2.5",
		Title: "a token is written to a log or to the console",
		Fix:   "remove the token from the output; log its jti or subject instead",
	},
	{
		ID: "secret-response", Severity: Critical, CWE: []int{200, 522},
		RFC: "RFC 8725 2.2", ASVS: "16.5.1",
		Title: "a JWT key is written to the HTTP response",
		Fix:   "leave the key out of what is sent",
	},
	{
		ID: "sensitive-claim", Severity: High, CWE: []int{312},
		RFC: "RFC 7519 12", ASVS: "14.2.6",
		Title: "a token carries a password or another secret that everyone can read",
		Fix:   "leave the secret out of the claims: anyone who has the token can read them",
	},
	{
		ID: "token-url", Severity: Medium, CWE: []int{598},
		RFC: "RFC 6750 2.3", ASVS: "14.2.1",
		Title: "a token is part of a URL",
		Fix:   "send the token in the Authorization header or in a cookie",
	},
}

// Transport lists what jwttransport reports.
var Transport = []Category{
	{
		ID: "plain-http", Severity: High, CWE: []int{319},
		RFC: "RFC 6750 5.3", ASVS: "12.2.1",
		Title: "a token or password is sent without encryption",
		Fix:   "use https, or wss for websockets",
	},
	{
		ID: "plain-jwks", Severity: Critical, CWE: []int{319, 345},
		RFC: "RFC 8414 3", ASVS: "12.3.1",
		Title: "verification keys are fetched without encryption",
		Fix:   "fetch the keys over https",
	},
	{
		ID: "plain-grpc", Severity: High, CWE: []int{319},
		RFC: "RFC 6750 5.3", ASVS: "12.3.1",
		Title: "credentials of gRPC calls may be sent without encryption",
		Fix:   "use transport credentials with TLS, and require them of the credentials of calls",
	},
	{
		ID: "insecure-tls", Severity: High, CWE: []int{295},
		RFC: "RFC 9525 6", ASVS: "12.3.2",
		Title: "a token is sent although TLS verification is disabled",
		Fix:   "verify certificates; add the CA of a private server to RootCAs",
	},
	{
		ID: "plaintext-listener", Severity: Low, CWE: []int{319},
		RFC: "RFC 6750 5.3", ASVS: "12.2.1", Advice: true,
		Title: "a server that issues or accepts tokens listens without TLS",
		Fix:   "serve TLS, or make sure that a proxy in front does",
	},
}

// Cookie lists what jwtcookie reports.
var Cookie = []Category{
	{
		ID: "insecure-cookie", Severity: Medium, CWE: []int{614, 1004, 1275},
		RFC: "RFC 6265 4.1.2", ASVS: "3.3.1",
		Title: "a cookie carries a token without Secure, HttpOnly or SameSite",
		Fix:   "set on the cookie what the report names",
	},
	{
		ID: "cors-credentials", Severity: High, CWE: []int{942},
		RFC: "Fetch 3.3.5", ASVS: "3.4.2",
		Title: "pages of every origin may use the API with the cookies of its users",
		Fix:   "list the origins that may send credentials",
	},
	{
		ID: "cookie-lifetime", Severity: Low, CWE: []int{613},
		RFC: "RFC 6265 4.1.2.2", ASVS: "7.3.2", Strict: true,
		Title: "a cookie outlives the token in it",
		Fix:   "let the cookie end when the token in it does",
	},
}

// Storage lists what jwtstorage reports.
var Storage = []Category{
	{
		ID: "web-storage", Severity: Medium, CWE: []int{922},
		RFC: "RFC 9700 4.16", ASVS: "14.3.3",
		Title: "a page keeps a token where every script of it can read it",
		Fix:   "keep the token in a cookie that the server sets with HttpOnly",
	},
}

// Lifecycle lists what jwtlifecycle reports.
var Lifecycle = []Category{
	{
		ID: "revocation-open", Severity: Medium, CWE: []int{636, 613},
		RFC: "RFC 7009 2", ASVS: "7.4.1",
		Title: "an error of the store of revoked tokens lets the token pass",
		Fix:   "refuse the request where the store cannot be asked",
	},
	{
		ID: "revocation-ttl", Severity: Medium, CWE: []int{613, 770},
		RFC: "RFC 7009 2", ASVS: "7.4.1",
		Title: "a revoked token is kept in the deny list for another time than it lives",
		Fix:   "keep the entry until the exp of the token: time.Until(claims.ExpiresAt.Time)",
	},
	{
		ID: "revocation-order", Severity: Medium, CWE: []int{345, 613},
		RFC: "RFC 8725 3.3", ASVS: "9.1.1",
		Title: "the deny list is asked for a claim of a token that is not verified",
		Fix:   "verify the token first and ask for a claim of the verified one",
	},
	{
		ID: "stale-revocation", Severity: Medium, CWE: []int{682, 476},
		RFC: "RFC 7519 4.1.6", ASVS: "7.4.3",
		Title: "the age of a token is compared in another unit, or of a token that has none",
		Fix:   "compare instants, claims.IssuedAt.Time.Before(changed), behind a test for nil",
	},
	{
		ID: "rotation-fallback", Severity: Medium, CWE: []int{324, 755},
		RFC: "RFC 8725 3.1", ASVS: "9.1.2",
		Title: "the next key is tried for errors that no key changes",
		Fix:   "choose the key by kid, or try the next one only where the signature is wrong",
	},
	{
		ID: "unlimited-login", Severity: Low, CWE: []int{307}, Advice: true,
		RFC: "RFC 9700 2.4", ASVS: "6.3.1",
		Title: "nothing limits how often a password is tried",
		Fix:   "limit requests to the login by account and by address, and count failed attempts",
	},
	{
		ID: "silent-failure", Severity: Low, CWE: []int{778}, Advice: true,
		RFC: "RFC 8725 3.1", ASVS: "16.3.1",
		Title: "tokens are refused and nothing logs it",
		Fix:   "log that a token was refused and why, without the token, or count it",
	},
	{
		ID: "missing-stepup", Severity: Medium, CWE: []int{306, 287}, Strict: true,
		RFC: "RFC 8725 3.12", ASVS: "7.5.3",
		Title: "what a confirmation is for is never compared",
		Fix:   "compare the action and the user of the confirmation with those of the request",
	},
	{
		ID: "refresh-reuse", Severity: Medium, CWE: []int{613}, Advice: true,
		RFC: "RFC 9700 4.14.2", ASVS: "10.4.5",
		Title: "a refresh token stays valid when another one is issued for it",
		Fix: "keep refresh tokens, or their jti, in a store, accept each once, and revoke all of " +
			"the login when one comes a second time",
	},
	{
		ID: "logout-client-only", Severity: Low, CWE: []int{613}, Advice: true,
		RFC: "RFC 7009 2", ASVS: "7.4.1",
		Title: "logging out leaves the token valid",
		Fix:   "put the jti of the token into a deny list until its exp, beside deleting the cookie",
	},
	{
		ID: "no-revocation", Severity: Low, CWE: []int{613}, Advice: true,
		RFC: "RFC 7009 2", ASVS: "7.4.1",
		Title: "tokens that live long cannot be revoked",
		Fix: "let access tokens live 15 to 60 minutes, or ask a list of revoked ones, or a " +
			"version of the account, for each request",
	},
	{
		ID: "missing-headers", Severity: Low, CWE: []int{693}, Advice: true,
		RFC: "RFC 6797 6.1", ASVS: "3.4.1",
		Title: "pages are sent without header fields that protect them",
		Fix: "set X-Content-Type-Options, X-Frame-Options or frame-ancestors, and " +
			"Strict-Transport-Security for every response",
	},
	{
		ID: "missing-csrf", Severity: Low, CWE: []int{352}, Advice: true,
		RFC: "RFC 6265 8.2", ASVS: "3.5.1",
		Title: "nothing keeps other sites from sending requests with a token",
		Fix: "set SameSite of the cookie, and check Sec-Fetch-Site or Origin for requests that " +
			"change something (http.CrossOriginProtection)",
	},
	{
		ID: "missing-redirect", Severity: Low, CWE: []int{319}, Advice: true,
		RFC: "RFC 9700 4.16", ASVS: "12.2.1",
		Title: "HTTP is answered beside HTTPS instead of redirected to it",
		Fix:   "answer port 80 with a redirect to HTTPS and nothing else",
	},
}
