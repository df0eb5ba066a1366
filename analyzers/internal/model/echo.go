package model

import "slices"

// echo is labstack/echo. Its Context is an interface up to v4 and a struct in v5: one row is
// enough for both. In package middleware it had a middleware for tokens up to v4, which compares
// the algorithm with SigningMethod, HS256 unless another is named; a KeyFunc or a ParseTokenFunc
// takes that over.
var echo = []Library{
	{Family: "github.com/labstack/echo", Server: true},
	{
		Paths: []string{"github.com/labstack/echo/v4", "github.com/labstack/echo/v5"},
		Rows: []Row{
			// requests and what is answered
			{Carry, "HandlerFunc handler"},
			{Read, "(Context).QueryParam(name) query"},
			{Read, "(Context).FormValue(name) request"},
			{Read, "(Context).Param(name) request"},
			{Read, "(Context).Cookie(name) request, _"},
			{Answer, "(Context).JSON(status, answered)"},
			{Answer, "(Context).JSONPretty(status, answered, _)"},
			{Answer, "(Context).XML(status, answered)"},
			{Answer, "(Context).String(status, answered)"},
			{Answer, "(Context).HTML(status, answered)"},
			{Answer, "(Context).Render(status, _, answered)"},
			{Answer, "(Context).Blob(status, _, answered)"},
			{Answer, "(Context).NoContent(status)"},
			{Redirect, "(Context).Redirect(_, address)"},
			{Send, "(Context).SetCookie(whole)"},

			// servers
			{Listen, "(*Echo).Start(bound)"}, {Listen, "(*Echo).StartServer(object)"},
			{Listen, "(*Echo).StartH2CServer(bound, _)"},
			{Listen, "(*Echo).StartTLS(_, _, _) sealed"},
			{Listen, "(*Echo).StartAutoTLS(_) sealed"},
			{Build, "StartConfig.Address bound"}, {Listen, "(object StartConfig).Start(_, _)"},
			{Listen, "(StartConfig).StartTLS(_, _, _, _) sealed"},
			{Build, "(Context).IsTLS() sealed"}, {Build, "(Context).Scheme() sealed"},

			// files that are handed to browsers
			{Ship, "(*Echo).Static(_, path)"}, {Ship, "(*Echo).File(_, path, _...)"},
			{Ship, "(*Group).Static(_, path)"}, {Ship, "(*Group).File(_, path, _...)"},
		},
	},
	{
		Pins: true, // not only for tokens: the package holds all middlewares of echo
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
			{Guard, "JWTConfig.ContinueOnIgnoredError tolerant"},
			{Guard, "JWTWithConfig(options) strict"},
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
			{Build, "HTTPSRedirect() sealed"}, {Build, "HTTPSRedirectWithConfig(_) sealed"},
			{Build, "HTTPSWWWRedirect() sealed"}, {Build, "HTTPSWWWRedirectWithConfig(_) sealed"},
			{Build, "HTTPSNonWWWRedirect() sealed"},
			{Build, "HTTPSNonWWWRedirectWithConfig(_) sealed"},
			{Hold, "SecureConfig.HSTSMaxAge sealed"},

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
