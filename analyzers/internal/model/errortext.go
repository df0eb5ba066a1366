package model

import (
	"slices"
	"strings"
)

// errorTexts are what libraries for tokens say where they refuse one, in lower case: the parts that
// stand in every version, without what is filled in. Where a library has neither a value nor a type
// for an error there is no other way to tell it.
var errorTexts = []string{
	// golang-jwt and its forks
	"token is expired by", "token is not valid yet", "token used before issued", "token is malformed",
	"token is unverifiable", "token signature is invalid", "signature is invalid", "token has invalid claims",
	"token has invalid audience", "token has invalid issuer", "token has invalid subject",
	"token has invalid id", "token is missing required claim", "invalid type for claim",
	"token contains an invalid number of segments", "signing method hs256 is invalid",
	"signing method (alg) is unavailable", "signing method (alg) is unspecified",
	"key is of invalid type", "the requested hash function is unavailable", "no keyfunc was provided.",
	"error while executing keyfunc", "could not base64 decode ", "could not json decode ",
	"'none' signature type is not allowed", "tokenstring should not contain 'bearer '",
	"crypto/rsa: verification error", "crypto/ecdsa: verification error", "ed25519: verification error",
	"illegal base64 data at input byte ",
	// jwx
	`"exp" not satisfied: token is expired`, `"nbf" not satisfied: token is not yet valid`,
	`"iat" not satisfied`, `"aud" not satisfied`, `"iss" not satisfied`, `"sub" not satisfied`,
	"exp not satisfied", "nbf not satisfied", "iat not satisfied", "aud not satisfied", "iss not satisfied",
	"could not verify message using any of the signatures or keys", "failed to verify jws signature: ",
	"failed to match any of the keys", "invalid jwt", "failed to parse token: ", "required claim not found",
	"signature verification failed for ", "invalid compact serialization format",
	// go-jose
	"validation failed, token is expired (exp)", "validation failed, token not valid yet (nbf)",
	"validation field, token issued in the future (iat)", "validation failed, invalid audience claim (aud)",
	"validation failed, invalid issuer claim (iss)", "validation failed, invalid subject claim (sub)",
	"error in cryptographic primitive", "compact jws format must have three parts",
	"unexpected signature algorithm ",
	// go-oidc, which has a type for no other error
	"oidc: token is expired (token expiry: ",
	// kataras, cristalhq, pascaldekloe
	"jwt: token expired", "jwt: token not valid yet", "jwt: token issued in the future",
	"jwt: invalid token signature", "jwt: invalid token form", "jwt: token is blocked",
	"jwt: unexpected token algorithm", "jwt: unknown kid", "signature is not valid",
	"token format is not valid", "token is signed by another algorithm", "jwt: signature mismatch",
	`jwt: expiration time ["exp"] passed`,
	// middlewares
	"auth header is empty", "auth header is invalid", "cookie token is empty", "query token is empty",
	"missing exp field", "invalid signing algorithm", "token is unauthorized", "no token found",
	"token iat validation failed", "token nbf validation failed", "algorithm mismatch",
	"missing or malformed jwt", "invalid or expired jwt",
}

// InErrorText reports whether a text is part of what a library for tokens says where it refuses one,
// in small or capital letters. Each part of a text with colons has to be.
func InErrorText(text string) bool { return allIn(text, strings.Contains) }

// BeginsErrorText reports whether such a text begins as a whole with the words of a text.
func BeginsErrorText(text string) bool {
	return strings.Contains(text, " ") && allIn(text, strings.HasPrefix)
}

func allIn(text string, in func(known, part string) bool) bool {
	for part := range strings.SplitSeq(strings.ToLower(text), ": ") {
		part = strings.TrimSpace(part)
		if !slices.ContainsFunc(errorTexts, func(known string) bool { return in(known, part) }) {
			return false
		}
	}
	return true
}
