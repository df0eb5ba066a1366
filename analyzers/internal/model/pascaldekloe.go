package model

import "slices"

// pascaldekloe is pascaldekloe/jwt. Each function is for one kind of key, so that the header of a
// token cannot choose another; times are checked by the handler and by calls that ask for it.
var pascaldekloe = []Library{{
	Tokens: true, MinKeyLen: 1, PinsAlg: true, TimesApart: true,
	Paths: []string{"github.com/pascaldekloe/jwt"},
	Rows: slices.Concat(algRows("", ""), []Row{
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
		{Read, "BearerToken(_) token, _"},
		{Check, "(claims *Registered).Valid(_)"},
		{Check, "(claims *Registered).AcceptTemporal(_, leeway)"},
		{Check, "(claims *Registered).AcceptAudience(audience)"},
		{Time, "NewNumericTime(instant) instant"},

		{Alg, "EdDSA EdDSA"},
	}),
}}
