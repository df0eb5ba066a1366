package audit

import (
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// The groups of the checklist, in its order.
const (
	keys        = "Keys"
	lifeCycle   = "Life cycle"
	transport   = "Transport"
	application = "Application"
	emergency   = "Emergency"
)

// Groups holds the groups in that order.
var Groups = []string{keys, lifeCycle, transport, application, emergency}

// row is an item of the checklist: what it asks for, which entries show it, which reports
// contradict it.
type row struct {
	id, group, title string
	asvs, rfc        string
	// what an entry shows of it, "" for nothing
	shows func(inventory.Entry) string
	// what several entries show together, nil where one is enough
	together func([]inventory.Entry) []Evidence
	against  []string          // categories
	about    func(Report) bool // which of their reports; nil for all
}

// checklist is what a reviewer asks of a program that handles tokens. Which sections of OWASP ASVS
// 5.0 and of RFC 8725 (or another RFC) ask for it stands beside.
var checklist = []row{
	{
		id: "key-strength", group: keys, asvs: "11.2.3", rfc: "RFC 8725 3.5",
		title: "keys are random and have 256 bits or more",
		shows: measured("key-length", "length of the key"),
		against: []string{"short-secret", "predictable-secret", "weak-key", "empty-secret",
			"unchecked-secret", "unloaded-secret"},
	},
	{
		id: "key-source", group: keys, asvs: "13.3.1", rfc: "RFC 8725 3.5",
		title:    "keys come from the environment or a store of secrets",
		together: ofLogins(keyOutside),
		against:  []string{"hardcoded-secret", "default-secret", "embedded-secret"},
	},
	{
		id: "key-rotation", group: keys, asvs: "13.3.4", rfc: "RFC 7517 4.5",
		title:    "keys can be rotated",
		together: rotates,
		against:  []string{"rotation-fallback"},
	},
	{
		id: "key-per-purpose", group: keys, asvs: "9.2.2", rfc: "RFC 8725 3.12",
		title:    "each kind of token has a key of its own",
		together: keyPerPurpose,
		against:  []string{"shared-secret"},
	},
	{
		id: "key-per-environment", group: keys, asvs: "13.3.1", rfc: "RFC 8725 3.5",
		title:    "each environment has a key of its own",
		together: ofLogins(keyFrom("environment", "key set", "secret store")),
		against:  []string{"hardcoded-secret", "default-secret", "committed-secret"},
	},
	{
		id: "key-uncommitted", group: keys, asvs: "13.3.1", rfc: "RFC 8725 3.5",
		title:    "no key is kept with the source",
		together: noneCommitted,
		against: []string{"hardcoded-secret", "default-secret", "committed-secret",
			"embedded-secret"},
	},
	{
		id: "access-life", group: lifeCycle, asvs: "7.3.2", rfc: "RFC 6750 5.3",
		title: "access tokens live 15 to 60 minutes",
		shows: shortAccess,
		against: []string{"missing-expiry", "long-expiry", "expiry-unit", "expiry-name",
			"shadowed-claim", "frozen-claims"},
	},
	{
		id: "refresh", group: lifeCycle, asvs: "7.4.1", rfc: "RFC 9700 4.14.2",
		title:    "access tokens are renewed with refresh tokens, each of which is used once",
		together: refreshes,
		against:  []string{"refresh-reuse"},
	},
	{
		id: "revocation", group: lifeCycle, asvs: "7.4.1", rfc: "RFC 7009 2",
		title:    "single tokens can be revoked",
		together: revokes,
		against: []string{"no-revocation", "logout-client-only", "revocation-order",
			"revocation-open"},
	},
	{
		id: "deny-list-end", group: lifeCycle, asvs: "7.4.1",
		title:   "entries of the deny list end with the token",
		shows:   entryEnds,
		against: []string{"revocation-ttl"},
	},
	{
		id: "https", group: transport, asvs: "12.2.1", rfc: "RFC 6750 5.3",
		title:    "tokens travel over HTTPS only",
		together: overHTTPS,
		against: []string{"plain-http", "plain-jwks", "plain-grpc", "insecure-tls",
			"plaintext-listener", "missing-redirect"},
	},
	{
		id: "security-headers", group: transport, asvs: "3.4.1",
		title:   "security headers are set",
		shows:   measured("headers", "sets", "hsts", "sets", "nosniff", "sets", "frames", "sets"),
		against: []string{"missing-headers"},
	},
	{
		id: "cookie-flags", group: transport, asvs: "3.3.4", rfc: "RFC 6750 5.3",
		title:   "browsers keep tokens in HttpOnly cookies",
		shows:   guardedCookie,
		against: []string{"insecure-cookie", "cookie-lifetime", "web-storage", "token-url"},
		about:   func(p Report) bool { return p.Category != "insecure-cookie" || !onlySameSite(p) },
	},
	{
		id: "csrf", group: transport, asvs: "3.5.1",
		title:    "requests of other sites do not use the cookies",
		together: againstCSRF,
		against:  []string{"missing-csrf", "cors-credentials", "insecure-cookie"},
		about:    func(p Report) bool { return p.Category != "insecure-cookie" || onlySameSite(p) },
	},
	{
		id: "validation", group: application, asvs: "9.1.1", rfc: "RFC 8725 3.1",
		title:    "tokens are validated: signature, algorithm, expiration, issuer and audience",
		together: validates,
		against: []string{"unverified-token", "alg-none", "ignored-error", "unpinned-alg",
			"validation-disabled", "key-from-token", "unenforced-auth", "missing-audience",
			"header-panic", "error-string-match", "unmaintained-library", "stale-revocation"},
	},
	{
		id: "rate-limit", group: application, asvs: "6.3.1",
		title:   "requests are limited in rate",
		shows:   measured("rate-limit", "limits", "failure-count", "counts failures"),
		against: []string{"unlimited-login"},
	},
	{
		id: "security-log", group: application, asvs: "16.3.1",
		title:    "refused tokens and logins are logged, without the tokens",
		together: logged,
		against: []string{"silent-failure", "token-log", "secret-log", "secret-response",
			"sensitive-claim"},
	},
	{
		id: "monitoring", group: application, asvs: "16.3.3",
		title: "what is unusual is noticed",
		shows: measured("metric", "counts", "failure-count", "counts failures"),
	},
	{
		id: "step-up", group: application, asvs: "7.5.3", rfc: "RFC 8725 3.12",
		title:   "sensitive operations ask for a confirmation of their own",
		shows:   measured("step-up", "compares what the token confirms"),
		against: []string{"missing-stepup"},
	},
	{
		id: "revoke-all", group: emergency, asvs: "7.4.5",
		title: "all tokens can be revoked at once",
		shows: measured("revoke-all", "refuses tokens issued before a time"),
	},
	{
		id: "revoke-user", group: emergency, asvs: "7.4.5",
		title: "all tokens of one user can be revoked",
		shows: measured("revoke-user", "takes tokens of a user back"),
	},
}

// items fills the checklist with what entries show and reports contradict.
func items(entries []inventory.Entry, reports []Report) []Item {
	var out []Item
	for _, r := range checklist {
		it := Item{ID: r.id, Group: r.group, Title: r.title, ASVS: r.asvs, RFC: r.rfc}
		if r.together != nil {
			it.Evidence = r.together(entries)
		}
		if r.shows != nil {
			for _, e := range entries {
				if text := r.shows(e); text != "" {
					it.Evidence = append(it.Evidence, evidence(e, text))
				}
			}
		}
		for _, p := range reports {
			if slices.Contains(r.against, p.Category) && (r.about == nil || r.about(p)) {
				it.Against = append(it.Against, p)
			}
		}
		it.State = it.state()
		out = append(out, it)
	}
	return out
}

func evidence(e inventory.Entry, text string) Evidence {
	return Evidence{Text: text, Function: e.Function, Position: e.Position}
}

// measured returns what measures show, by pairs of their names and of what each is in words.
func measured(pairs ...string) func(inventory.Entry) string {
	return func(e inventory.Entry) string {
		for i := 0; i+1 < len(pairs) && e.Kind == inventory.Measure; i += 2 {
			if e.Name == pairs[i] {
				return strings.TrimSuffix(pairs[i+1]+": "+e.Detail, ": ")
			}
		}
		return ""
	}
}

// onlySameSite reports whether a report about a cookie says that it lacks SameSite, and nothing else:
// browsers keep it from scripts, and send it with requests of other sites.
func onlySameSite(p Report) bool { return strings.Contains(p.Message, " lacks SameSite: ") }
