package names

// This file knows the names of lists of tokens that are not accepted any more, and of what says
// which token is meant:
//
//	"blacklist:" + claims.ID, IsRevoked(jti)  // Denial; TokenID
//	SaveSession(sessionID, refreshToken)      // no Denial
//	"token:black:" + raw, FindTokenIsBlack    // Denial
//	GetInvalidationChannel(sessionID)         // none: what tells of the end of sessions

import "github.com/jwtvet/jwtvet/analyzers/internal/pattern"

var (
	denial = pattern.New(`(black|deny|block|revocation|revoked|invalid)_?list|revok|revoc|` +
		`invalidate|invalidator|tokens?_?invalidation|black_?listed|denied_?(jti|token)|blocked_?(jti|token)|logged_?out|` +
		`(jti|jwt|token)[_:]*(is_?)?black(ed)?([_:]|$)|(^|[_:])(is_?)?black(ed)?[_:]*(jti|jwt|token)`)
	tokenID = pattern.New(`(^|_)(jti|jwt_?id|token_?(id|uuid|hash|key|sum)|sid|session_?id|` +
		`(access|refresh)_?(uuid|id))$`)
)

// Denial reports whether a name, or the text of a key, is that of a list of tokens that are not
// accepted any more, or of what asks it: blacklist, IsRevoked, "jwt:denylist:".
func Denial(name string) bool { return denial().MatchString(Snake(name)) }

// TokenID reports whether a name is that of what says which token is meant: jti, tokenHash
// (RFC 7519 section 4.1.7).
func TokenID(name string) bool { return tokenID().MatchString(Snake(name)) }
