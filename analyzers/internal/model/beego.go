package model

import "slices"

// beego is beego/beego. Its application reads its configuration by a type that is not exported.
var beego = []Library{
	{Family: "github.com/beego/beego", Server: true},
	{
		Paths:        []string{"github.com/beego/beego/v2/server/web"},
		SettingsFile: "conf/app.conf",
		Rows: []Row{
			// configuration
			{Read, "(*beegoAppConfig).String(name) config, _"},
			{Read, "(*beegoAppConfig).DefaultString(name, fallback) config"},
			{Read, "(*beegoAppConfig).Int64(name) config, _"},
			{Read, "(*beegoAppConfig).DefaultInt64(name, fallback) config"},

			// cookies
			{Send, "(*Controller).SetSecureCookie(_, name, value, maxage, path, _, secure, " +
				"httponly, samesite...)"},

			// servers
			{Listen, "Run(_...)"},

			// files that are handed to browsers
			{Ship, "SetStaticPath(_, path)"}, {Ship, "SetViewsPath(path)"},
		},
	},
	{
		Paths: []string{"github.com/beego/beego/v2/server/web/context"},
		Rows: []Row{
			// requests and what is answered
			{Respond, "(*BeegoOutput).JSON(response, _, _)"},
			{Respond, "(*BeegoOutput).Body(response)"},
			{Respond, "(*Context).WriteString(response)"},
			{Respond, "(*Context).JSONResp(response)"},
			{Redirect, "(*Context).Redirect(_, address)"},
			{Read, "(*BeegoInput).Header(name) request"},
			{Read, "(*BeegoInput).Query(name) query"},
			{Read, "(*Context).GetCookie(name) request"},

			// cookies and header fields
			{Send, "(*Context).SetCookie(name, value, maxage, path, _, secure, " +
				"httponly, samesite...)"},
			{Send, "(*Context).SetSecureCookie(_, name, value, maxage, path, _, secure, " +
				"httponly, samesite...)"},
			{Send, "(*BeegoOutput).Cookie(name, value, maxage, path, _, secure, " +
				"httponly, samesite...)"},
			{Header, "(*BeegoOutput).Header(name, value)"},
		},
	},
	{
		Paths: []string{"github.com/beego/beego/v2/core/config"},
		Rows: []Row{
			{Read, "String(name) config, _"},
			{Read, "DefaultString(name, fallback) config"},
			{Read, "Int(name) config, _"},
			{Read, "DefaultInt(name, fallback) config"},
			{Read, "Int64(name) config, _"},
			{Read, "DefaultInt64(name, fallback) config"},
			{Default, "Set(name, fallback)"},
			{Locate, "NewConfig(_, settings)"}, {Locate, "InitGlobalInstance(_, settings)"},
		},
	},
	{
		Logger: true,
		Paths:  []string{"github.com/beego/beego/v2/core/logs"},
		Rows: slices.Concat(
			plain(Log, "", "logged...", "Debug", "Info", "Warn", "Warning", "Error", "Notice",
				"Critical", "Emergency", "Alert", "Trace"),
			plain(Log, "(*BeeLogger).", "format, logged...", "Debug", "Info", "Warn", "Warning",
				"Error", "Notice", "Critical", "Trace"),
		),
	},
}
