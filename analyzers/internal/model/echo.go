package model

import "slices"

// echo is labstack/echo. Its Context is an interface up to v4 and a struct in v5: one row is
// enough for both. In package middleware it had a middleware for tokens up to v4, which compares
// the algorithm with SigningMethod, HS256 unless another is named; a KeyFunc or a ParseTokenFunc
// takes that over.
var echo = []Library{
	{Family: "github.com/labstack/echo", Server: true, Quiet: true},
	{
		Paths: []string{"github.com/labstack/echo/v4", "github.com/labstack/echo/v5"},
		Rows: []Row{
			// requests and what is answered
			{TypeRole, "HandlerFunc handler"},
			{Read, "(Context).QueryParam(name) query"},
			{Read, "(Context).FormValue(name) request"},
			{Read, "(Context).Param(name) route"},
			{Read, "(Context).Cookie(name) request, _"},
			{Read, "(Context).Bind(posted)"},
			{Attach, "(Context).Set(name, value)"}, {Attached, "(Context).Get(name)"},
			{Respond, "(Context).JSON(status, response)"},
			{Respond, "(Context).JSONPretty(status, response, _)"},
			{Respond, "(Context).XML(status, response)"},
			{Respond, "(Context).String(status, response)"},
			{Respond, "(Context).HTML(status, response)"},
			{Respond, "(Context).Render(status, _, rendered)"},
			{Respond, "(Context).Blob(status, _, response)"},
			{Respond, "(Context).NoContent(status)"},
			{Redirect, "(Context).Redirect(_, address)"},
			{Send, "(Context).SetCookie(whole)"},

			// servers
			{Listen, "(*Echo).Start(listenaddress)"}, {Listen, "(*Echo).StartServer(object)"},
			{Listen, "(*Echo).StartH2CServer(listenaddress, _)"},
			{Listen, "(*Echo).StartTLS(_, _, _) tls"},
			{Listen, "(*Echo).StartAutoTLS(_) tls"},
			{Build, "StartConfig.Address listenaddress"},
			{Listen, "(object StartConfig).Start(_, _)"},
			{Listen, "(StartConfig).StartTLS(_, _, _, _) tls"},
			{Build, "(Context).IsTLS() tls"}, {Build, "(Context).Scheme() tls"},

			// files that are handed to browsers
			{Ship, "(*Echo).Static(_, path)"}, {Ship, "(*Echo).File(_, path, _...)"},
			{Ship, "(*Group).Static(_, path)"}, {Ship, "(*Group).File(_, path, _...)"},
		},
	},
	{
		PinsAlg: true, // not only for tokens: the package holds all middlewares of echo
		Paths: []string{
			"github.com/labstack/echo/v4/middleware",
			"github.com/labstack/echo/middleware",
		},
		Rows: []Row{
			{Verify, "JWT(key) HS256"},
			{Verify, "JWTConfig.SigningKey key"},
			{Verify, "JWTConfig.SigningKeys key"},
			{Verify, "JWTConfig.SigningMethod method"},
			{Verify, "JWTConfig.KeyFunc keyfunc"},
			{Middleware, "JWTConfig.ContinueOnIgnoredError tolerant"},
			{Middleware, "JWTConfig.ErrorHandler handler"},
			{Middleware, "JWTConfig.ErrorHandlerWithContext handler"},
			{Middleware, "JWTWithConfig(options) strict"},
		},
	},
	{
		Paths: []string{
			"github.com/labstack/echo/v4/middleware",
			"github.com/labstack/echo/v5/middleware",
		},
		Rows: []Row{
			// other origins
			{Cors, "CORSConfig.AllowOriginFunc origins"},
			{Cors, "CORSConfig.UnsafeAllowOriginFunc origins"},
			{Cors, "CORSConfig.UnsafeWildcardOriginWithAllowCredentials origins"},
			{Cors, "CORSConfig.AllowCredentials credentials"},

			// encrypted connections
			{Protect, "HTTPSRedirect() tls"}, {Protect, "HTTPSRedirectWithConfig(_) tls"},
			{Protect, "HTTPSWWWRedirect() tls"},
			{Protect, "HTTPSWWWRedirectWithConfig(_) tls"},
			{Protect, "HTTPSNonWWWRedirect() tls"},
			{Protect, "HTTPSNonWWWRedirectWithConfig(_) tls"},
			{Hold, "SecureConfig.HSTSMaxAge tls"},

			// measures
			{Protect, "RateLimiter(_) rate"}, {Protect, "RateLimiterWithConfig(_) rate"},
			{Protect, "CSRF() forgery"}, {Protect, "CSRFWithConfig(_) forgery"},
			{Protect, "Secure() hardened"}, {Protect, "SecureWithConfig(_) hardened"},
			{Protect, "Logger() accesslog"}, {Protect, "LoggerWithConfig(_) accesslog"},
			{Protect, "RequestLogger() accesslog"},
			{Protect, "RequestLoggerWithConfig(_) accesslog"},

			// files that are handed to browsers
			{Ship, "Static(path)"},
		},
	},
	{
		Paths: []string{"github.com/labstack/echo/v4"},
		Rows:  gommon("(Logger)."),
	},
	{
		Logger: true,
		Paths:  []string{"github.com/labstack/gommon/log"},
		Rows:   slices.Concat(gommon(""), gommon("(*Logger).")),
	},
}

// gommon are the methods of the logger that echo comes with.
func gommon(recv string) []Row {
	return slices.Concat(
		plain(Log, recv, "logged...", "Debug", "Info", "Warn", "Error", "Print"),
		plain(Exit, recv, "logged...", "Fatal", "Panic"),
		plain(Log, recv, "format, logged...", "Debugf", "Infof", "Warnf", "Errorf", "Printf"),
		plain(Exit, recv, "format, logged...", "Fatalf", "Panicf"),
		plain(Log, recv, "encoded", "Debugj", "Infoj", "Warnj", "Errorj", "Printj"),
	)
}
