package model

// pascaldekloe is pascaldekloe/jwt. Each function is for one kind of key, so that the header of a token cannot choose
// another; times are checked by the handler and by calls that ask for it.
var pascaldekloe = []Library{{
	Tokens: true, Least: 1, Pins: true,
	Paths: []string{"github.com/pascaldekloe/jwt"},
	Rows: []Row{
		{Sign, "(claims *Claims).HMACSign(method, key, _...) token"},
		{Sign, "(claims *Claims).RSASign(method, key, _...) token"},
		{Sign, "(claims *Claims).ECDSASign(method, key, _...) token"},
		{Sign, "(claims *Claims).EdDSASign(key, _...) token"},
		{Sign, "(claims *Claims).HMACSignHeader(_, method, key) _"},
		{Sign, "(claims *Claims).RSASignHeader(_, method, key) _"},
		{Sign, "(claims *Claims).ECDSASignHeader(_, method, key) _"},
		{Sign, "(claims *Claims).EdDSASignHeader(_, key) _"},
		{Build, "NewHMAC(method, key) signer"},
		{Sign, "(signer *HMAC).Sign(claims, _...) token"},
		{Sign, "(signer *HMAC).SignHeader(claims, _) _"},

		{Verify, "HMACCheck(token, key) claims"},
		{Verify, "RSACheck(token, key) claims"},
		{Verify, "ECDSACheck(token, key) claims"},
		{Verify, "EdDSACheck(token, key) claims"},
		{Verify, "HMACCheckHeader(_, key) claims"},
		{Verify, "RSACheckHeader(_, key) claims"},
		{Verify, "ECDSACheckHeader(_, key) claims"},
		{Verify, "EdDSACheckHeader(_, key) claims"},
		{Verify, "(signer *HMAC).Check(token) claims"},
		{Verify, "(signer *HMAC).CheckHeader(_) claims"},
		{Verify, "(signer *KeyRegister).Check(token) claims"},
		{Verify, "(signer *KeyRegister).CheckHeader(_) claims"},
		{Build, "KeyRegister.Secrets key"},
		{Decode, "ParseWithoutCheck(token) claims"},
		{Check, "(claims *Registered).Valid(_)"},
		{Check, "(claims *Registered).AcceptTemporal(_, leeway)"},
		{Check, "(claims *Registered).AcceptAudience(audience)"},
		{Time, "NewNumericTime(instant) instant"},

		{Alg, "HS256 HS256"}, {Alg, "HS384 HS384"}, {Alg, "HS512 HS512"}, {Alg, "RS256 RS256"}, {Alg, "RS384 RS384"}, {Alg, "RS512 RS512"},
		{Alg, "PS256 PS256"}, {Alg, "PS384 PS384"}, {Alg, "PS512 PS512"}, {Alg, "ES256 ES256"}, {Alg, "ES384 ES384"}, {Alg, "ES512 ES512"},
		{Alg, "EdDSA EdDSA"},
	},
}}
