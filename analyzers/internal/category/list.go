package category

// Secret lists what jwtsecret reports.
var Secret = []Category{
	{
		ID: "hardcoded-secret", Severity: Critical, CWE: []int{798, 321},
		RFC: "RFC 8725 3.5", ASVS: "13.3.1",
		Title: "the key is written in the source",
	},
	{
		ID: "default-secret", Severity: High, CWE: []int{1188, 1392},
		RFC: "RFC 8725 3.5", ASVS: "13.3.1",
		Title: "the key falls back to a value written in the source",
	},
	{
		ID: "empty-secret", Severity: Critical, CWE: []int{1188, 321},
		RFC: "RFC 8725 3.5", ASVS: "9.1.3",
		Title: "the key is always empty",
	},
	{
		ID: "committed-secret", Severity: Critical, CWE: []int{540, 260, 798},
		RFC: "RFC 8725 3.5", ASVS: "13.3.1",
		Title: "the key stands in a settings file that is kept with the source",
	},
	{
		ID: "embedded-secret", Severity: Critical, CWE: []int{540, 321},
		RFC: "RFC 8725 3.5", ASVS: "13.3.1",
		Title: "the key is a file that ships with the program",
	},
	{
		ID: "short-secret", Severity: High, CWE: []int{326},
		RFC: "RFC 7518 3.2", ASVS: "11.2.3",
		Title: "the key is shorter than the algorithm's hash",
	},
	{
		ID: "predictable-secret", Severity: High, CWE: []int{330, 338, 340, 1391},
		RFC: "RFC 8725 3.5", ASVS: "11.5.1",
		Title: "the key is made of values that can be guessed",
	},
	{
		ID: "unchecked-secret", Severity: High, CWE: []int{1188},
		RFC: "RFC 8725 3.5", ASVS: "9.1.3",
		Title: "the key may be empty and nothing tests it",
	},
	{
		ID: "unloaded-secret", Severity: Critical, CWE: []int{1188},
		RFC: "RFC 8725 3.5", ASVS: "9.1.3",
		Title: "the key is read before the configuration is loaded",
	},
	{
		ID: "shared-secret", Severity: Medium, CWE: []int{323, 345},
		RFC: "RFC 8725 3.12", ASVS: "9.2.2",
		Title: "access and refresh tokens are signed with one key and no claim separates them",
	},
	{
		ID: "weak-key", Severity: High, CWE: []int{326},
		RFC: "RFC 7518 3.3", ASVS: "11.2.3",
		Title: "the RSA or EC key is too small",
	},
	{
		ID: "key-type", Severity: Low, CWE: []int{704},
		RFC: "RFC 7518 3.1", ASVS: "9.1.2",
		Title: "the key's type does not fit the algorithm",
	},
}

// Expiry lists what jwtexpiry reports.
var Expiry = []Category{
	{
		ID: "missing-expiry", Severity: High, CWE: []int{613},
		RFC: "RFC 7519 4.1.4", ASVS: "9.2.1",
		Title: "a token is signed without an expiration (exp)",
	},
	{
		ID: "long-expiry", Severity: Medium, CWE: []int{613},
		RFC: "RFC 6750 5.3", ASVS: "7.3.2",
		Title: "a token lives longer than it should",
	},
	{
		ID: "expiry-unit", Severity: High, CWE: []int{682},
		RFC: "RFC 7519 2", ASVS: "9.2.1",
		Title: "the expiration (exp) of a token is in the wrong unit",
	},
	{
		ID: "expiry-name", Severity: High, CWE: []int{613},
		RFC: "RFC 7519 4.1.4", ASVS: "9.2.1",
		Title: "the expiration of a token is in a claim that no verifier reads",
	},
	{
		ID: "shadowed-claim", Severity: High, CWE: []int{670},
		RFC: "RFC 7519 7.2", ASVS: "9.2.1",
		Title: "a claims type hides a registered claim from the verifier",
	},
	{
		ID: "frozen-claims", Severity: High, CWE: []int{672},
		RFC: "RFC 7519 4.1.4", ASVS: "9.2.1",
		Title: "claims computed once are signed again and again",
	},
}

// Verify lists what jwtverify reports.
var Verify = []Category{
	{
		ID: "unverified-token", Severity: Critical, CWE: []int{347},
		RFC: "RFC 8725 3.3", ASVS: "9.1.1",
		Title: "claims of a token are used that nobody has verified",
	},
	{
		ID: "alg-none", Severity: Critical, CWE: []int{327},
		RFC: "RFC 8725 3.2", ASVS: "9.1.2",
		Title: "tokens without a signature are made or accepted",
	},
	{
		ID: "ignored-error", Severity: Critical, CWE: []int{252},
		RFC: "RFC 8725 3.3", ASVS: "9.1.1",
		Title: "claims are used although the verification error is ignored",
	},
	{
		ID: "unpinned-alg", Severity: High, CWE: []int{347},
		RFC: "RFC 8725 3.1", ASVS: "9.1.2", Stricter: true,
		Title: "accepted algorithms are not restricted (algorithm confusion)",
	},
	{
		ID: "validation-disabled", Severity: High, CWE: []int{613},
		RFC: "RFC 7519 7.2", ASVS: "9.2.1",
		Title: "the expiration (exp) or another claim is not validated",
	},
	{
		ID: "key-from-token", Severity: Critical, CWE: []int{345, 22, 89, 918},
		RFC: "RFC 8725 3.10", ASVS: "9.1.3",
		Title: "the token chooses the key, file or address that verifies it",
	},
	{
		ID: "unenforced-auth", Severity: Critical, CWE: []int{287, 696},
		RFC: "RFC 7519 7.2", ASVS: "8.3.1",
		Title: "a request is refused and handled all the same",
	},
	{
		ID: "missing-audience", Severity: Medium, CWE: []int{345},
		RFC: "RFC 8725 3.9", ASVS: "9.2.3", Stricter: true,
		Title: "the audience (aud) or issuer (iss) is not validated",
	},
	{
		ID: "header-panic", Severity: Medium, CWE: []int{129},
		RFC: "RFC 6750 2.1", ASVS: "2.2.1",
		Title: "a malformed request or token makes the handler panic",
	},
	{
		ID: "error-string-match", Severity: Low, CWE: []int{755},
		RFC: "RFC 7519 7.2", ASVS: "16.5.3",
		Title: "the verification error is matched by its text",
	},
	{
		ID: "unmaintained-library", Severity: High, CWE: []int{1104},
		RFC: "RFC 8725 2", ASVS: "15.2.1",
		Title: "a token library that is no longer maintained",
	},
}

// Leak lists what jwtleak reports.
var Leak = []Category{
	{
		ID: "secret-log", Severity: High, CWE: []int{532},
		RFC: "RFC 8725 2.2", ASVS: "16.2.5",
		Title: "a JWT key is written to a log, to the console or into an error",
	},
	{
		ID: "token-log", Severity: High, CWE: []int{532},
		RFC: "RFC 6750 5.3", ASVS: "16.2.5",
		Title: "a token is written to a log or to the console",
	},
	{
		ID: "secret-response", Severity: Critical, CWE: []int{200, 522},
		RFC: "RFC 8725 2.2", ASVS: "16.5.1",
		Title: "a JWT key is written to the HTTP response",
	},
	{
		ID: "sensitive-claim", Severity: High, CWE: []int{312},
		RFC: "RFC 7519 12", ASVS: "14.2.6",
		Title: "a token carries a password or another secret that everyone can read",
	},
	{
		ID: "token-url", Severity: Medium, CWE: []int{598},
		RFC: "RFC 6750 2.3", ASVS: "14.2.1",
		Title: "a token is part of a URL",
	},
}

// Transport lists what jwttransport reports.
var Transport = []Category{
	{
		ID: "plain-http", Severity: High, CWE: []int{319},
		RFC: "RFC 6750 5.3", ASVS: "12.2.1",
		Title: "a token or password is sent without encryption",
	},
	{
		ID: "plain-jwks", Severity: Critical, CWE: []int{319, 345},
		RFC: "RFC 8414 3", ASVS: "12.3.1",
		Title: "verification keys are fetched without encryption",
	},
	{
		ID: "plain-grpc", Severity: High, CWE: []int{319},
		RFC: "RFC 6750 5.3", ASVS: "12.3.1",
		Title: "credentials of gRPC calls may be sent without encryption",
	},
	{
		ID: "insecure-tls", Severity: High, CWE: []int{295},
		RFC: "RFC 9525 6", ASVS: "12.3.2",
		Title: "a token is sent although TLS verification is disabled",
	},
	{
		ID: "plaintext-listener", Severity: Low, CWE: []int{319},
		RFC: "RFC 6750 5.3", ASVS: "12.2.1", Advice: true,
		Title: "a server that issues or accepts tokens listens without TLS",
	},
}

// Cookie lists what jwtcookie reports.
var Cookie = []Category{
	{
		ID: "insecure-cookie", Severity: Medium, CWE: []int{614, 1004, 1275},
		RFC: "RFC 6265 4.1.2", ASVS: "3.3.1",
		Title: "a cookie carries a token without Secure, HttpOnly or SameSite",
	},
	{
		ID: "cors-credentials", Severity: High, CWE: []int{942},
		RFC: "Fetch 3.3.5", ASVS: "3.4.2",
		Title: "pages of every origin may use the API with the cookies of its users",
	},
	{
		ID: "cookie-lifetime", Severity: Low, CWE: []int{613},
		RFC: "RFC 6265 4.1.2.2", ASVS: "7.3.2", Strict: true,
		Title: "a cookie outlives the token in it",
	},
}

// Storage lists what jwtstorage reports.
var Storage = []Category{
	{
		ID: "web-storage", Severity: Medium, CWE: []int{922},
		RFC: "RFC 9700 4.16", ASVS: "14.3.3",
		Title: "a page keeps a token where every script of it can read it",
	},
}
