package category

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
