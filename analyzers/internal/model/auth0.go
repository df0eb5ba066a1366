package model

import "slices"

// auth0 is auth0/go-jwt-middleware. From v2 on the validator must be given key function,
// algorithm, issuer and audience and checks all of them and the times; v1 compares the algorithm
// only where one is named.
var auth0 = []Library{
	{
		Tokens: true,
		Paths:  []string{"github.com/auth0/go-jwt-middleware"},
		Rows: []Row{
			{Verify, "Options.ValidationKeyGetter keyfunc"},
			{Verify, "Options.SigningMethod method"},
			{Middleware, "Options.CredentialsOptional tolerant"},
			{Middleware, "New(options...) strict"},
			{Read, "FromAuthHeader(_) token, _"},
		},
	},
	{
		Tokens: true,
		Paths: []string{
			"github.com/auth0/go-jwt-middleware/v2",
			"github.com/auth0/go-jwt-middleware/v3",
		},
		Rows: []Row{
			{Middleware, "New(options...) strict"},
			{Middleware, "WithCredentialsOptional(tolerant)"},
			{Build, "ParameterTokenExtractor(_) query"},
		},
	},
	{
		Tokens: true, PinsAlg: true,
		Paths: []string{
			"github.com/auth0/go-jwt-middleware/v2/validator",
			"github.com/auth0/go-jwt-middleware/v3/validator",
		},
		Rows: slices.Concat(algRows("", ""), []Row{
			{Verify, "(object *Validator).ValidateToken(_, token) object"},
			{SkipClaims, "WithAllowedClockSkew(leeway)"},
			{Alg, "EdDSA EdDSA"},
		}),
	},
	{
		Tokens: true, PinsAlg: true,
		Paths: []string{"github.com/auth0/go-jwt-middleware/v2/validator"},
		Rows:  []Row{{Build, "New(keyfunc, method, issuer, audience, options...) object"}},
	},
	{
		Tokens: true, PinsAlg: true,
		Paths: []string{"github.com/auth0/go-jwt-middleware/v3/validator"},
		Rows: []Row{
			{Build, "New(options...) object"},
			{Build, "WithKeyFunc(keyfunc)"},
			{PinAlg, "WithAlgorithm(method)"},
			{Check, "WithIssuer(issuer)"},
			{Check, "WithIssuers(issuer)"},
			{Check, "WithAudience(audience)"},
			{Check, "WithAudiences(audience)"},
		},
	},
	{
		Paths: []string{
			"github.com/auth0/go-jwt-middleware/v2/jwks",
			"github.com/auth0/go-jwt-middleware/v3/jwks",
		},
		Rows: []Row{
			{FetchKeys, "NewProvider(address, options...)"},
			{FetchKeys, "NewCachingProvider(address, _, options...)"},
			{FetchKeys, "WithIssuerURL(address)"},
			{FetchKeys, "WithCustomJWKSURI(address)"},
		},
	},
}
