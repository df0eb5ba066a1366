package model

import "slices"

// fiber is gofiber/fiber. Its Ctx is a struct in v2 and an interface in v3: one row is enough for
// both. It makes a cookie with SameSite None secure by itself, and writes Lax where nothing is
// set.
var fiber = []Library{
	{Family: "github.com/gofiber/fiber/v2/middleware/limiter", Protects: Rate},
	{Family: "github.com/gofiber/fiber/v3/middleware/limiter", Protects: Rate},
	{Family: "github.com/gofiber/fiber/v2/middleware/csrf", Protects: Forgery},
	{Family: "github.com/gofiber/fiber/v3/middleware/csrf", Protects: Forgery},
	{Family: "github.com/gofiber/fiber/v2/middleware/helmet", Protects: Hardened},
	{Family: "github.com/gofiber/fiber/v3/middleware/helmet", Protects: Hardened},
	{Family: "github.com/gofiber/fiber/v2/middleware/logger", Protects: AccessLog},
	{Family: "github.com/gofiber/fiber/v3/middleware/logger", Protects: AccessLog},
	{Family: "github.com/gofiber/contrib/fiberzap", Protects: AccessLog},
	{Family: "github.com/gofiber/contrib/fiberzerolog", Protects: AccessLog},
	{Family: "github.com/gofiber/fiber", Server: true, Quiet: true},
	{
		Paths: []string{"github.com/gofiber/fiber/v2", "github.com/gofiber/fiber/v3"},
		Rows: slices.Concat(cookieFields(SameLax, "HTTPOnly"), []Row{
			// requests and what is answered
			{Read, "(*Ctx).Get(name, _...) request"},
			{Read, "(*Ctx).Query(name, _...) query"},
			{Read, "(*Ctx).Params(name, _...) route"},
			{Read, "(*Ctx).Cookies(name, _...) request"},
			{Read, "(*Ctx).FormValue(name, _...) request"},
			{Read, "(*Ctx).IP() request"},
			{Read, "(*Ctx).GetReqHeaders() headers"},
			{Read, "(*Ctx).Body() posted"}, {Read, "(*Ctx).BodyRaw() posted"},
			{Read, "(*Ctx).BodyParser(posted)"},
			{Read, "(*Bind).Body(posted)"}, {Read, "(*Bind).JSON(posted)"},
			{Read, "(*Bind).All(posted)"},
			{Attached, "(*Ctx).Locals(name, value...)"}, {Attached, "Locals(_, name, value...)"},
			{Respond, "(*Ctx).JSON(response)"},
			{Respond, "(*Ctx).Status(status)"},
			{Respond, "(*Ctx).SendStatus(status)"},
			{Next, "(*Ctx).Next()"},
			{Respond, "(*Ctx).SendString(response)"},
			{Respond, "(*Ctx).Send(response)"},
			{Respond, "(*Ctx).Render(_, rendered)"},
			{Redirect, "(*Ctx).Redirect(address)"},
			{Redirect, "(*Redirect).To(address)"},

			// cookies and header fields
			{Send, "(*Ctx).Cookie(whole)"},
			{Header, "(*Ctx).Set(name, value)"},
			{Header, "(*Ctx).Append(name, value...)"},
			{Send, "(*DefaultCtx).Cookie(whole)"},
			{Send, "(*DefaultRes).Cookie(whole)"},
			{Send, "(Res).Cookie(whole)"},

			// servers
			{Listen, "(*App).Listen(listenaddress, _...)"},
			{Listen, "(*App).Listener(object, _...)"},
			{Listen, "(*App).ListenTLS(_, _, _) tls"},
			{Listen, "(*App).ListenTLSWithCertificate(_, _) tls"},
			{Listen, "(*App).ListenMutualTLS(_, _, _, _) tls"},
			{Listen, "(*App).ListenMutualTLSWithCertificate(_, _, _) tls"},
			{Hold, "ListenConfig.CertFile tls"}, {Hold, "ListenConfig.TLSConfig tls"},
			{Hold, "ListenConfig.TLSConfigFunc tls"},
			{Hold, "ListenConfig.AutoCertManager tls"},
			{Build, "(*Ctx).Secure() tls"}, {Build, "(*Ctx).Protocol() tls"},
			{Build, "(Ctx).Scheme() tls"},
		}),
	},
	{
		Paths: []string{"github.com/gofiber/fiber/v2"},
		Rows: []Row{
			{Ship, "(*App).Static(_, path, _...)"}, {Ship, "(*Group).Static(_, path, _...)"},
		},
	},
	{
		Paths: []string{"github.com/gofiber/fiber/v3/extractors"},
		Rows: []Row{
			{Read, "FromAuthHeader(_) request"}, {Read, "FromHeader(name) request"},
			{Read, "FromCookie(name) request"}, {Read, "FromParam(name) route"},
			{Read, "FromForm(name) request"}, {Read, "FromQuery(name) query"},
			{Choose, "Chain(from...)"},
		},
	},
	{
		Paths: []string{"github.com/gofiber/fiber/v3/middleware/static"},
		Rows: []Row{
			{Ship, "New(path, _...)"},
		},
	},
	{
		Paths: []string{"github.com/gofiber/template/html/v2"},
		Rows: []Row{
			{Ship, "New(path, _)"},
		},
	},
	{
		Paths: []string{
			"github.com/gofiber/fiber/v2/middleware/cors",
			"github.com/gofiber/fiber/v3/middleware/cors",
		},
		Rows: []Row{
			{Cors, "Config.AllowOriginsFunc origins"},
			{Cors, "Config.AllowCredentials credentials"},
		},
	},
	{
		Paths: []string{
			"github.com/gofiber/fiber/v2/middleware/helmet",
			"github.com/gofiber/fiber/v3/middleware/helmet",
		},
		Rows: []Row{
			{Hold, "Config.HSTSMaxAge tls"},
		},
	},
	{
		Logger: true,
		Paths:  []string{"github.com/gofiber/fiber/v2/log", "github.com/gofiber/fiber/v3/log"},
		Rows: slices.Concat(
			plain(Log, "", "logged...", "Trace", "Debug", "Info", "Warn", "Error"),
			plain(Exit, "", "logged...", "Fatal"),
			plain(Log, "", "format, logged...", "Tracef", "Debugf", "Infof", "Warnf", "Errorf"),
			plain(Exit, "", "format, logged...", "Fatalf"),
			plain(Log, "", "logged, encoded...", "Tracew", "Debugw", "Infow", "Warnw", "Errorw"),
			plain(Log, "(Logger).", "logged...", "Trace", "Debug", "Info", "Warn", "Error"),
			plain(Log, "(FormatLogger).", "format, logged...",
				"Tracef", "Debugf", "Infof", "Warnf", "Errorf"),
			plain(Log, "(WithLogger).", "logged, encoded...",
				"Tracew", "Debugw", "Infow", "Warnw", "Errorw"),
		),
	},
}
