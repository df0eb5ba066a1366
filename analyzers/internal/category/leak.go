package category

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
