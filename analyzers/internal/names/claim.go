package names

// This file knows the names of claims:
//
//	jwt.MapClaims{"typ": "refresh"}             // KindClaim
//	jwt.MapClaims{"uid": user.ID, "exp": end}   // PersonClaim, Registered

import (
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

var (
	kindClaim = pattern.New(`(?i)^(typ|(token|jwt)?_?(type|use|kind|purpose|usage|class)|` +
		`category|grant_?type)$`)
	personClaim = pattern.New(`(?i)^(_?id|u?uid|who)$|sub|user|usr|name|mail|role|account|login|member|` +
		`customer|client|owner|admin|scope|perm|group|tenant|phone|person|ident|profile|org|company|` +
		`player|session|sid|auth|access|grant|token|device|data|info|payload|claim`)
	person = pattern.New(`^(.*_)?(user|usr|username|email|login|account|member|customer|person|player|student|` +
		`employee)(_?(id|uuid|name|email))?$`)
	registered = []string{"iss", "aud", "exp", "nbf", "iat", "jti"}
)

// KindClaim reports whether a claim of that name says what its token is for.
func KindClaim(name string) bool { return kindClaim().MatchString(name) }

// PersonClaim reports whether a claim of that name can say who somebody is, or what they may do.
func PersonClaim(name string) bool { return personClaim().MatchString(name) }

// Person reports whether a variable or field of that name holds somebody, or who somebody is.
func Person(name string) bool { return person().MatchString(Snake(name)) }

// Registered reports whether a claim is one of RFC 7519 section 4.1 that says nothing of what its
// token is for.
func Registered(name string) bool { return slices.Contains(registered, name) }
