package model

import "slices"

// gin is gin-gonic/gin with what gin-contrib adds to it. SetSameSite counts for the cookies that
// are set after it.
var gin = []Library{
	{Family: "github.com/gin-gonic/gin", Server: true, Quiet: true},
	{
		Paths: []string{"github.com/gin-gonic/gin"},
		Rows: []Row{
			// requests and what is answered
			{Read, "(*Context).GetHeader(name) request"},
			{Read, "(*Context).Query(name) query"},
			{Read, "(*Context).DefaultQuery(name, fallback) query"},
			{Read, "(*Context).GetQuery(name) query, _"},
			{Read, "(*Context).QueryArray(name) query"},
			{Read, "(*Context).GetQueryArray(name) query, _"},
			{Read, "(*Context).Param(name) route"},
			{Read, "(*Context).PostForm(name) request"},
			{Read, "(*Context).Cookie(name) request, _"},
			{Read, "(*Context).ClientIP() request"},
			{Read, "(*Context).GetRawData() posted, _"},
			{Read, "(*Context).Bind(posted)"}, {Read, "(*Context).BindJSON(posted)"},
			{Read, "(*Context).ShouldBind(posted)"}, {Read, "(*Context).ShouldBindJSON(posted)"},
			{Read, "(*Context).ShouldBindQuery(posted)"}, {Read, "(*Context).ShouldBindHeader(posted)"},
			{Read, "(*Context).ShouldBindUri(posted)"},
			{Read, "(*Context).ShouldBindBodyWith(posted, _)"},
			{Respond, "(*Context).JSON(status, response)"},
			{Respond, "(*Context).IndentedJSON(status, response)"},
			{Respond, "(*Context).SecureJSON(status, response)"},
			{Respond, "(*Context).PureJSON(status, response)"},
			{Respond, "(*Context).XML(status, response)"},
			{Respond, "(*Context).YAML(status, response)"},
			{Respond, "(*Context).HTML(status, _, rendered)"},
			{Respond, "(*Context).String(status, format, response...)"},
			{Respond, "(*Context).Data(status, _, response)"},
			{Respond, "(*Context).Status(status)"},
			{Abort, "(*Context).AbortWithStatusJSON(status, response)"},
			{Abort, "(*Context).AbortWithStatusPureJSON(status, response)"},
			{Abort, "(*Context).AbortWithStatus(status)"},
			{Abort, "(*Context).AbortWithError(status, _)"},
			{Abort, "(*Context).Abort()"},
			{Next, "(*Context).Next()"},
			{Redirect, "(*Context).Redirect(_, address)"},

			// what handlers leave for each other
			{Attach, "(*Context).Set(name, value)"},
			{Attached, "(*Context).Get(name)"}, {Attached, "(*Context).MustGet(name)"},
			{Attached, "(*Context).GetString(name)"},

			// cookies and header fields
			{Send, "(*Context).SetCookie(name, value, maxage, _, _, secure, httponly)"},
			{Send, "(*Context).SetCookieData(whole)"},
			{Cookie, "(*Context).SetSameSite(samesite)"},
			{Header, "(*Context).Header(name, value)"},

			// servers
			{Listen, "(*Engine).Run(listenaddress...)"}, {Listen, "(*Engine).RunListener(object)"},
			{Listen, "(*Engine).RunTLS(_, _, _) tls"},
			{Listen, "(*Engine).RunQUIC(_, _, _) tls"},

			// logs of requests
			{Protect, "Default(_...) accesslog"}, {Protect, "Logger() accesslog"},
			{Protect, "LoggerWithConfig(_) accesslog"},
			{Protect, "LoggerWithFormatter(_) accesslog"},
			{Protect, "LoggerWithWriter(_, _...) accesslog"},

			// files that are handed to browsers
			{Ship, "(*Engine).LoadHTMLFiles(path...)"}, {Ship, "(*Engine).LoadHTMLGlob(path)"},
			{Ship, "(*RouterGroup).Static(_, path)"}, {Ship, "(*RouterGroup).StaticFile(_, path)"},
			{Ship, "(*RouterGroup).StaticFS(_, path)"},
			{Ship, "(IRoutes).Static(_, path)"}, {Ship, "(IRoutes).StaticFile(_, path)"},
			{Ship, "(*Context).File(path)"},

			// logs
			{Hold, "DefaultWriter console"}, {Hold, "DefaultErrorWriter console"},
			{Log, "(*Context).Error(logged)"},
		},
	},
	{
		Paths: []string{"github.com/gin-contrib/sessions"},
		Rows:  slices.Concat(sessionOptions, []Row{{Keep, "(Session).Set(name, value)"}}),
	},
	{
		Paths: []string{"github.com/gin-contrib/sessions/cookie"},
		Rows:  []Row{{Send, "NewStore(_...) secure, samesite"}},
	},
	{
		Paths: []string{"github.com/gin-contrib/cors"},
		Rows: []Row{
			{Cors, "Config.AllowOriginFunc origins"},
			{Cors, "Config.AllowOriginWithContextFunc origins"},
			{Cors, "Config.AllowCredentials credentials"},
		},
	},
	{
		Paths: []string{"github.com/gin-contrib/static"},
		Rows: []Row{
			{Ship, "LocalFile(path, _)"},
		},
	},
	{Family: "github.com/gin-contrib/secure", TLS: true, Protects: Hardened},
	{Family: "github.com/gin-contrib/logger", Protects: AccessLog},
	{Family: "github.com/gin-contrib/zap", Protects: AccessLog},
	{Family: "github.com/gin-gonic/autotls", TLS: true},
}
