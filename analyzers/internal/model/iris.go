package model

import "slices"

// iris is kataras/iris. Its middleware for tokens keeps the functions of kataras/jwt in variables.
var iris = []Library{
	{Family: "github.com/kataras/iris", Server: true},
	{Family: "github.com/kataras/iris/v12/middleware/rate", Protects: Rate},
	{Family: "github.com/kataras/iris/v12/middleware/logger", Protects: AccessLog},
	{Family: "github.com/kataras/iris/v12/middleware/accesslog", Protects: AccessLog},
	{Family: "github.com/iris-contrib/middleware/csrf", Protects: Forgery},
	{Family: "github.com/iris-contrib/middleware/secure", Protects: Hardened},
	{
		Paths: []string{"github.com/kataras/iris/v12"},
		Rows: []Row{
			{Listen, "(*Application).Run(object)"},
			{Listen, "(*Application).Listen(listenaddress, _...)"},
			{Build, "Addr(listenaddress) object"},
			{Build, "TLS(_, _, _) tls"}, {Build, "AutoTLS(_, _, _) tls"},
		},
	},
	{
		Paths: []string{"github.com/kataras/iris/v12/context"},
		Rows: []Row{
			// requests and what is answered
			{Read, "(*Context).GetHeader(name) request"},
			{Read, "(*Context).URLParam(name) query"},
			{Read, "(*Context).URLParamDefault(name, fallback) query"},
			{Read, "(*Context).ReadJSON(posted, _...)"}, {Read, "(*Context).ReadBody(posted)"},
			{Read, "(*Context).ReadForm(posted)"},
			{Read, "(*Context).GetCookie(name, _...) request"},
			{Respond, "(*Context).JSON(response, _...)"},
			{Respond, "(*Context).WriteString(response)"},
			{Respond, "(*Context).HTML(format, response...)"},
			{Respond, "(*Context).ViewData(_, response)"},
			{Redirect, "(*Context).Redirect(address, _...)"},

			// cookies and header fields
			{Send, "(*Context).SetCookie(whole, options...)"},
			{Send, "(*Context).UpsertCookie(whole, options...)"},
			{Send, "(*Context).SetCookieKV(name, value, options...) httponly"},
			{Header, "(*Context).Header(name, value)"},
		},
	},
	{
		Paths: []string{"github.com/kataras/iris/v12/core/router"},
		Rows: []Row{
			{Ship, "(*APIBuilder).HandleDir(_, path, _...)"},
		},
	},
	{
		Tokens: true, PinsAlg: true, AcceptsStringKey: true,
		Paths: []string{"github.com/kataras/iris/v12/middleware/jwt"},
		Rows: slices.Concat(katarasCalls, []Row{
			{Verify, "VerifyEncryptedToken(method, key, _, token, options...) object"},
			{Build, "NewSigner(method, key, life) object"},
			{Build, "Signer.Alg method"},
			{Build, "Signer.Key key"},
			{Build, "Signer.MaxAge life"},
			{Sign, "(object *Signer).Sign(claims, options...) token"},
			{Sign, "(object *Signer).NewTokenPair(claims, claims, refresh, options...) _"},
			{Encrypt, "(*Signer).WithEncryption(key, _) object"},
			{Encrypt, "(*Verifier).WithDecryption(key, _) object"},
			{Build, "NewVerifier(method, key, options...) object"},
			{Build, "Verifier.Alg method"},
			{Build, "Verifier.Key key"},
			{Verify, "(object *Verifier).VerifyToken(token, options...) object"},
			{Middleware, "(object *Verifier).Verify(_, options...) strict"},
			{Read, "(*Verifier).RequestToken(_) token"},
			{Read, "FromHeader(_) token"},
			{Read, "FromQuery(_) token"},
		}),
	},
}
