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
