package model

import "slices"

// cristalhq is cristalhq/jwt. A signer and a verifier are made for one key and one algorithm;
// claims are never checked before a call asks for it. Parse checks nothing in v3 and the signature
// from v4 on.
var cristalhq = []Library{
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true,
		Paths: []string{
			"github.com/cristalhq/jwt/v3",
			"github.com/cristalhq/jwt/v4",
			"github.com/cristalhq/jwt/v5",
		},
		Rows: slices.Concat(algRows("", ""), []Row{
			{Build, "NewSignerHS(method, key) signer"},
			{Build, "NewSignerRS(method, key) signer"},
			{Build, "NewSignerPS(method, key) signer"},
			{Build, "NewSignerES(method, key) signer"},
			{Build, "NewSignerEdDSA(key) EdDSA"},
			{Build, "NewVerifierHS(method, key) signer"},
			{Build, "NewVerifierRS(method, key) signer"},
			{Build, "NewVerifierPS(method, key) signer"},
			{Build, "NewVerifierES(method, key) signer"},
			{Build, "NewVerifierEdDSA(key) EdDSA"},
			{Build, "NewBuilder(signer, options...) signer"},
			{Sign, "(signer *Builder).Build(claims) object"},
			{Sign, "(signer *Builder).BuildBytes(claims) token"},
			{Verify, "(signer Verifier).Verify(token)"},
			{Read, "(*Token).String() token"},
			{Read, "(*Token).Bytes() token"},
			{Read, "(*Token).Raw() token"},
			{TypeRole, "Token token"},
			{Hold, "Header.KeyID jose"},

			{Check, "(claims *StandardClaims).IsValidAt(_)"},
			{Check, "(claims *StandardClaims).IsValidExpiresAt(_)"},
			{Check, "(claims *StandardClaims).IsForAudience(audience)"},
			{Check, "(claims *StandardClaims).IsIssuer(issuer)"},
			{Check, "(claims *RegisteredClaims).IsValidAt(_)"},
			{Check, "(claims *RegisteredClaims).IsValidExpiresAt(_)"},
			{Check, "(claims *RegisteredClaims).IsForAudience(audience)"},
			{Check, "(claims *RegisteredClaims).IsIssuer(issuer)"},
			{Time, "NewNumericDate(instant) instant"},

			{Alg, "EdDSA EdDSA"},
		}),
	},
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true,
		Paths: []string{"github.com/cristalhq/jwt/v3"},
		Rows: []Row{
			{Sign, "Build(signer, claims) object"},
			{Sign, "BuildBytes(signer, claims) token"},
			{Verify, "ParseAndVerify(token, signer) object, signatureonly"},
			{Verify, "ParseAndVerifyString(token, signer) object, signatureonly"},
			{Decode, "Parse(token) object"},
			{Decode, "ParseString(token) object"},
		},
	},
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true,
		Paths: []string{"github.com/cristalhq/jwt/v4", "github.com/cristalhq/jwt/v5"},
		Rows: []Row{
			{Verify, "Parse(token, signer) object, signatureonly"},
			{Verify, "ParseClaims(token, signer, claims) signatureonly"},
			{Verify, "(signer *HSAlg).Verify(token)"},
			{Verify, "(signer *RSAlg).Verify(token)"},
			{Verify, "(signer *PSAlg).Verify(token)"},
			{Verify, "(signer *ESAlg).Verify(token)"},
			{Verify, "(signer *EdDSAAlg).Verify(token)"},
			{Decode, "ParseNoVerify(token) object"},
			{Read, "GenerateRandomBits(bits) random"},
		},
	},
}
