package model

import "strings"

// proofTypes are the typ headers of tokens by which a client proves that it has a key. Such a
// token brings its public key along and lives as long as its receiver wants.
var proofTypes = []string{
	"dpop+jwt",             // RFC 9449 section 4.2
	"openid4vci-proof+jwt", // OpenID for Verifiable Credential Issuance 1.0, appendix F.1
}

// IsProofType reports whether a typ header says that a token proves the possession of the key in
// its own header.
func IsProofType(typ string) bool {
	for _, t := range proofTypes {
		if strings.EqualFold(t, strings.TrimPrefix(strings.ToLower(typ), "application/")) {
			return true
		}
	}
	return false
}
