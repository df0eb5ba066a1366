package inventory

import (
	"regexp"
	"sync"
)

var (
	renewing = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)refresh|rotat|renew|consume$|consum\w*(token|session)`)
	})
	ending = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(del|remov|revok|invalid|blacklist|deny|clear|expir|log_?out|sign_?out)`)
	})
)

// Renews reports whether a function is named after the renewal of tokens, the exchange of a refresh
// token for new ones (RFC 6749 section 6), and not after their end: what calls DeleteRefreshToken is
// another question.
func Renews(name string) bool { return renewing().MatchString(name) && !ending().MatchString(name) }
