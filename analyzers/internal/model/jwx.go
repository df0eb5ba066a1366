package model

import "slices"

// jwx is lestrrat-go/jwx. Its calls take keys, algorithms and checks as options from v2 on.
//
// Tested: v1 checks no signature without an option that brings a key, later ones refuse such a
// call. A key set gives the algorithm with the key: a key of a set that has no alg is refused,
// unless an option infers it from the type of the key. Empty keys are refused by all of them.
// Parse checks exp, nbf and iat from v2 on, where they are present. v4 fetches no keys itself, and
// its jws.Signer takes the key before the payload.
var jwx = []Library{
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true, EncodesNumericDate: true,
		Paths: []string{
			"github.com/lestrrat-go/jwx/jwt",
			"github.com/lestrrat-go/jwx/v2/jwt",
			"github.com/lestrrat-go/jwx/v3/jwt",
			"github.com/lestrrat-go/jwx/v4/jwt",
		},
		Rows: []Row{
			{Build, "New() object"},
			{Build, "NewBuilder() object"},
			{Build, "(object *Builder).Build() object"},
			{Build, "NewSerializer() object"},
			{Sign, "(object *Serializer).Serialize(claims) token"},
			{Claim, "(object *Builder).Expiration(exp)"},
			{Claim, "(object *Builder).NotBefore(nbf)"},
			{Claim, "(object *Builder).IssuedAt(iat)"},
			{Claim, "(object *Builder).Audience(aud)"},
			{Claim, "(object *Builder).Issuer(iss)"},
			{Claim, "(object *Builder).Subject(sub)"},
			{Claim, "(object *Builder).JwtID(jti)"},
			{Claim, "(object *Builder).Claim(name, value)"},
			{Claim, "(object Token).Set(name, value)"},

			{Check, "Validate(object, options...)"},
			{Check, "WithAudience(audience)"},
			{Check, "WithIssuer(issuer)"},
			{Check, "WithSubject(_)"},
			{Check, "WithJwtID(_)"},
			{Check, "WithClaimValue(name, _)"},
			{Check, "WithRequiredClaim(name)"},
			{Check, "WithMaxDelta(_, _, _)"},
			{Check, "WithValidator(_)"},
			{SkipClaims, "WithAcceptableSkew(leeway)"},
			{ErrorVar, "ErrTokenExpired() expired"},
			{ErrorVar, "TokenExpiredError() expired"},
		},
	},
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true, EncodesNumericDate: true,
		Paths: []string{"github.com/lestrrat-go/jwx/jwt"},
		Rows: []Row{
			{Sign, "Sign(claims, method, key, options...) token"},
			{Build, "(object *Serializer).Sign(method, key, options...) object"},
			{Decode, "Parse(token, options...) object, signatureonly"},
			{Decode, "ParseString(token, options...) object, signatureonly"},
			{Decode, "ParseReader(token, options...) object, signatureonly"},
			{Decode, "ParseRequest(_, options...) object, signatureonly"},
			{Decode, "ParseForm(_, name, options...) object, signatureonly"},
			{Decode, "ParseHeader(_, name, options...) object, signatureonly"},
			{Build, "WithVerify(method, key)"},
			{PinAlg, "WithKeySet(key)"},
			{PinAlg, "WithKeySetProvider(key)"},
			{FetchKeys, "WithVerifyAuto(_)"},
			{Check, "WithValidate(enforced)"},
		},
	},
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true, EncodesNumericDate: true,
		Paths: []string{
			"github.com/lestrrat-go/jwx/v2/jwt",
			"github.com/lestrrat-go/jwx/v3/jwt",
			"github.com/lestrrat-go/jwx/v4/jwt",
		},
		Rows: []Row{
			{Sign, "Sign(claims, options...) token"},
			{Build, "(object *Serializer).Sign(options...) object"},
			{Build, "WithKey(method, key, options...)"},
			{Build, "WithInsecureNoSignature() none"},
			{Verify, "Parse(token, options...) object"},
			{Verify, "ParseString(token, options...) object"},
			{Verify, "ParseReader(token, options...) object"},
			{Verify, "ParseRequest(_, options...) object"},
			{Verify, "ParseForm(_, name, options...) object"},
			{Verify, "ParseHeader(_, name, options...) object"},
			{Verify, "ParseCookie(_, name, options...) object"},
			{Decode, "ParseInsecure(token, options...) object"},
			{PinAlg, "WithKeySet(key, options...)"},
			{PinAlg, "WithKeyProvider(key)"},
			{FetchKeys, "WithVerifyAuto(_, _...)"},
			{SkipSignature, "WithVerify(enforced)"},
			{SkipClaims, "WithValidate(enforced)"},
			{SkipClaims, "WithResetValidators(skipped)"},
		},
	},
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true, AnyPayload: true,
		Paths: []string{
			"github.com/lestrrat-go/jwx/jws",
			"github.com/lestrrat-go/jwx/v2/jws",
			"github.com/lestrrat-go/jwx/v3/jws",
			"github.com/lestrrat-go/jwx/v4/jws",
		},
		Rows: []Row{
			{Decode, "Parse(token, options...) object"},
			{Decode, "ParseString(token, options...) object"},
			{Decode, "ParseReader(token, options...) object"},
			{Read, "(Headers).KeyID() jose"},
			{Read, "(Headers).JWKSetURL() jose"},
			{Read, "(Headers).X509URL() jose"},
			{Read, "(Headers).JWK() jose"},
		},
	},
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true,
		Paths: []string{
			"github.com/lestrrat-go/jwx/jws",
			"github.com/lestrrat-go/jwx/v2/jws",
			"github.com/lestrrat-go/jwx/v3/jws",
		},
		Rows: []Row{
			{Build, "NewSigner(method) signer"},
			{Sign, "(signer Signer).Sign(_, key)"},
		},
	},
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true,
		Paths: []string{"github.com/lestrrat-go/jwx/v4/jws"},
		Rows: []Row{
			{Build, "SignerFor(method) signer"},
			{Sign, "(signer Signer).Sign(key, _)"},
		},
	},
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true,
		Paths: []string{"github.com/lestrrat-go/jwx/jws"},
		Rows: []Row{
			{Sign, "Sign(payload, method, key, options...) token"},
			{Sign, "SignMulti(payload, options...) token"},
			{Build, "WithSigner(signer, key, _, _)"},
			{Verify, "Verify(token, method, key, options...)"},
			{Verify, "VerifySet(token, key)"},
			{Verify, "VerifyAuto(token, options...)"},
		},
	},
	{
		Tokens: true, MinKeyLen: 1, PinsAlg: true,
		Paths: []string{
			"github.com/lestrrat-go/jwx/v2/jws",
			"github.com/lestrrat-go/jwx/v3/jws",
			"github.com/lestrrat-go/jwx/v4/jws",
		},
		Rows: []Row{
			{Sign, "Sign(payload, options...) token"},
			{Build, "WithKey(method, key, options...)"},
			{Build, "WithInsecureNoSignature(_...) none"},
			{Verify, "Verify(token, options...)"},
			{Verify, "VerifyCompactFast(key, token, method)"},
			{PinAlg, "WithKeySet(key, options...)"},
			{PinAlg, "WithKeyProvider(key)"},
			{FetchKeys, "WithVerifyAuto(_, _...)"},
			{Build, "(KeySink).Key(method, key)"},
		},
	},
	{
		Tokens: true,
		Paths: []string{
			"github.com/lestrrat-go/jwx/jwk",
			"github.com/lestrrat-go/jwx/v2/jwk",
			"github.com/lestrrat-go/jwx/v3/jwk",
			"github.com/lestrrat-go/jwx/v4/jwk",
		},
		Rows: []Row{
			// one in each version
			{Pass, "New(from) key"}, {Pass, "FromRaw(from) key"}, {Pass, "Import(from) key"},
			{Pass, "Parse(from, _...) key"},
			{Pass, "ParseString(from, _...) key"},
			{Pass, "ParseKey(from, _...) key"},
			{Read, "ReadFile(name, _...) file"},
			{FetchKeys, "Fetch(_, address, options...)"},
			{FetchKeys, "(*AutoRefresh).Configure(address, options...)"},
			{Build, "WithHTTPClient(client) object"},
			{Read, "PublicKeyOf(_) public"},
			{Read, "PublicSetOf(_) public"},
			{Read, "(Key).PublicKey() public"},
		},
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/lestrrat-go/jwx/v4/jwk"},
		Rows: []Row{
			{Pass, "ParseKeyAs(from, _...) key"},
		},
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/lestrrat-go/jwx/v2/jwk"},
		Rows: []Row{
			{FetchKeys, "(*Cache).Register(address, options...)"},
		},
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/lestrrat-go/jwx/v3/jwk"},
		Rows: []Row{
			{FetchKeys, "(*Cache).Register(_, address, options...)"},
		},
	},
	{
		Tokens: true,
		Paths: []string{
			"github.com/lestrrat-go/jwx/v2/jwe", "github.com/lestrrat-go/jwx/v3/jwe",
		},
		Rows: []Row{{Encrypt, "WithKey(_, key, _...)"}},
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/lestrrat-go/jwx/jwe"},
		Rows: []Row{
			{Encrypt, "Encrypt(_, _, key, _, _)"}, {Encrypt, "Decrypt(_, _, key, _...)"},
		},
	},
	{
		Paths: []string{"github.com/lestrrat-go/jwx/jwa", "github.com/lestrrat-go/jwx/v2/jwa"},
		Rows: slices.Concat(algRows("", ""), []Row{
			{Alg, "EdDSA EdDSA"}, {Alg, "NoSignature none"},
		}),
	},
	{
		Paths: []string{"github.com/lestrrat-go/jwx/v3/jwa", "github.com/lestrrat-go/jwx/v4/jwa"},
		Rows: slices.Concat(algRows("", "()"), []Row{
			{Alg, "EdDSA() EdDSA"}, {Alg, "NoSignature() none"},
		}),
	},
}
