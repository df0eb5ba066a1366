package model

import "slices"

// goJose is go-jose in all its homes. A parsed token is an object; its claims are read by the call
// that checks the signature, or by one that says in its name that it does not. No version checks a
// claim before Validate is called.
//
// Tested: v4 takes the algorithms with the token and refuses an HMAC key that is shorter than the
// hash, v2 and v3 take every algorithm that fits the key, and any key.
var goJose = []Library{
	{
		Tokens: true,
		Paths: []string{
			"gopkg.in/square/go-jose.v2", "gopkg.in/go-jose/go-jose.v2",
			"github.com/go-jose/go-jose/v3", "github.com/go-jose/go-jose/v4",
		},
		Rows: slices.Concat(algRows("", ""), []Row{
			{Build, "SigningKey.Algorithm method"},
			{Build, "SigningKey.Key key"},
			{Build, "JSONWebKey.Algorithm method"},
			{Build, "JSONWebKey.Key key"},
			{Build, "NewSigner(signer, _) signer"},
			{Build, "NewMultiSigner(signer, _) signer"},
			{Sign, "(signer Signer).Sign(payload) object"},
			{Read, "(object JSONWebSignature).CompactSerialize() token, _"},
			{Read, "(object JSONWebSignature).FullSerialize() token"},
			{Verify, "(object JSONWebSignature).Verify(key)"},
			{Verify, "(object JSONWebSignature).VerifyMulti(key)"},
			{Verify, "(object JSONWebSignature).DetachedVerify(_, key)"},
			{Decode, "(object JSONWebSignature).UnsafePayloadWithoutVerification()"},
			{Encrypt, "Recipient.Key key"},
			{Encrypt, "(JSONWebEncryption).Decrypt(key)"},
			{Encrypt, "(JSONWebEncryption).DecryptMulti(key)"},
			{Hold, "Header.KeyID jose"},
			{Hold, "Header.JSONWebKey jose"},
			{Hold, "Header.ExtraHeaders jose"},

			{Alg, "EdDSA EdDSA"},
		}),
	},
	{
		Tokens: true,
		Paths: []string{
			"gopkg.in/square/go-jose.v2",
			"gopkg.in/go-jose/go-jose.v2",
			"github.com/go-jose/go-jose/v3",
		},
		Rows: []Row{{Build, "ParseSigned(token) object"}},
	},
	{
		Tokens: true, MinKeyLen: 32,
		Paths: []string{"github.com/go-jose/go-jose/v4"},
		Rows: []Row{
			{Build, "ParseSigned(token, methods) object"},
			{Build, "ParseSignedCompact(token, methods) object"},
			{Build, "ParseSignedJSON(token, methods) object"},
		},
	},
	{
		Tokens: true,
		Paths: []string{
			"gopkg.in/square/go-jose.v2/jwt", "gopkg.in/go-jose/go-jose.v2/jwt",
			"github.com/go-jose/go-jose/v3/jwt", "github.com/go-jose/go-jose/v4/jwt",
		},
		Rows: []Row{
			{Build, "Signed(signer) object"},
			{Build, "SignedAndEncrypted(signer, _) object"},
			{Build, "(object Builder).Claims(claims) object"},
			{Build, "(object NestedBuilder).Claims(claims) object"},
			{Encrypt, "(*NestedJSONWebToken).Decrypt(key) object"},
			{Verify, "(object *JSONWebToken).Claims(key, claims...) signatureonly"},
			{Decode, "(object *JSONWebToken).UnsafeClaimsWithoutVerification(claims...)"},
			{Check, "(claims Claims).Validate(options)"},
			{Check, "(claims Claims).ValidateWithLeeway(options, leeway)"},
			{Check, "Expected.Audience audience"},
			{Check, "Expected.AnyAudience audience"},
			{Check, "Expected.Issuer issuer"},
			{Check, "Expected.Time instant"}, // v2 leaves exp and nbf out without it
			{Hold, "JSONWebToken.Headers jose"},
			{ErrorVar, "ErrExpired expired"},
			{Time, "NewNumericDate(instant) instant"},
			{Time, "(instant *NumericDate).Time() instant"},
		},
	},
	{
		Tokens: true,
		Paths: []string{
			"gopkg.in/square/go-jose.v2/jwt",
			"gopkg.in/go-jose/go-jose.v2/jwt",
			"github.com/go-jose/go-jose/v3/jwt",
		},
		Rows: []Row{
			{Sign, "(object Builder).CompactSerialize() token"},
			{Sign, "(object Builder).FullSerialize() token"},
			{Sign, "(object NestedBuilder).CompactSerialize() token"},
			{Build, "ParseSigned(token) object"},
		},
	},
	{
		Tokens: true, MinKeyLen: 32,
		Paths: []string{"github.com/go-jose/go-jose/v4/jwt"},
		Rows: []Row{
			{Sign, "(object Builder).Serialize() token"},
			{Sign, "(object NestedBuilder).Serialize() token"},
			{Build, "ParseSigned(token, methods) object"},
		},
	},
}
