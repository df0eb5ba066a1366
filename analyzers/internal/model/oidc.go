package model

// oidc lists what checks the tokens of OpenID providers. Issuer, audience and end are checked
// unless the configuration says otherwise; the role of a field that says so is the check which it
// leaves out, skipped for the times.
var oidc = []Library{
	{
		Tokens: true, PinsAlg: true,
		Paths: []string{"github.com/coreos/go-oidc", "github.com/coreos/go-oidc/v3/oidc"},
		Rows: []Row{
			{Build, "NewVerifier(issuer, key, options) object"},
			{Build, "(*Provider).Verifier(options) object"},
			{Build, "(*Provider).VerifierContext(_, options) object"},
			{FetchKeys, "NewProvider(object, address)"},
			{FetchKeys, "NewRemoteKeySet(object, address)"},
			{FetchKeys, "ProviderConfig.JWKSURL address"},
			{Build, "ClientContext(_, client) object"},
			{Verify, "(object *IDTokenVerifier).Verify(_, token) object"},
			{Verify, "(KeySet).VerifySignature(_, token) object, signatureonly"},
			{Verify, "(*RemoteKeySet).VerifySignature(_, token) object, signatureonly"},
			{Pass, "(from *IDToken).Claims(filled)"},
			{Check, "Config.ClientID audience"},
			{PinAlg, "Config.SupportedSigningAlgs methods"},
			{SkipClaims, "Config.SkipClientIDCheck audience"},
			{SkipClaims, "Config.SkipIssuerCheck issuer"},
			{SkipClaims, "Config.SkipExpiryCheck skipped"},
			{SkipSignature, "Config.InsecureSkipSignatureCheck skipped"},
			{ErrorVar, "TokenExpiredError expired"},
		},
	},
	{
		Tokens: true, PinsAlg: true,
		Paths: []string{"github.com/coreos/go-oidc/v3/oidc"},
		Rows: []Row{
			{Verify, "(*StaticKeySet).VerifySignature(_, token) object, signatureonly"},
		},
	},
	{
		Tokens: true, PinsAlg: true,
		Paths: []string{"google.golang.org/api/idtoken"},
		Rows: []Row{
			{Build, "NewValidator(_, _...) object"},
			{Verify, "Validate(_, token, audience) object"},
			{Verify, "(object *Validator).Validate(_, token, audience) object"},
			{Decode, "ParsePayload(token) object"},
		},
	},
}
