package category

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
