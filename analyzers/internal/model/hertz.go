package model

import "slices"

// hertz is cloudwego/hertz. Its cookies and header fields are those of fasthttp.
var hertz = []Library{
	{Family: "github.com/cloudwego/hertz", Server: true, Quiet: true},
	{Family: "github.com/hertz-contrib/limiter", Protects: Rate},
	{Family: "github.com/hertz-contrib/csrf", Protects: Forgery},
	{Family: "github.com/hertz-contrib/secure", Protects: Hardened},
	{Family: "github.com/hertz-contrib/logger/accesslog", Protects: AccessLog},
	{
		Paths: []string{"github.com/cloudwego/hertz/pkg/app"},
		Rows: []Row{
			// requests and what is answered
			{Read, "(*RequestContext).GetHeader(name) request"},
			{Read, "(*RequestContext).Query(name) query"},
			{Read, "(*RequestContext).Param(name) route"},
			{Read, "(*RequestContext).Bind(posted)"},
			{Read, "(*RequestContext).BindAndValidate(posted)"},
			{Read, "(*RequestContext).BindJSON(posted)"},
			{Read, "(*RequestContext).Cookie(name) request"},
			{Respond, "(*RequestContext).JSON(status, response)"},
			{Respond, "(*RequestContext).String(status, format, response...)"},
			{Respond, "(*RequestContext).SetStatusCode(status)"},
			{Abort, "(*RequestContext).AbortWithStatusJSON(status, response)"},
			{Abort, "(*RequestContext).AbortWithStatus(status)"},
			{Abort, "(*RequestContext).AbortWithMsg(_, status)"},
			{Abort, "(*RequestContext).Abort()"},
			{Next, "(*RequestContext).Next(_)"},
			{Respond, "(*RequestContext).HTML(status, _, rendered)"},
			{Respond, "(*RequestContext).Data(status, _, response)"},
			{Respond, "(*RequestContext).WriteString(response)"},
			{Redirect, "(*RequestContext).Redirect(_, address)"},

			// cookies and header fields
			{Send, "(*RequestContext).SetCookie(name, value, maxage, path, _, samesecure, " +
				"secure, httponly)"},
			{Header, "(*RequestContext).Header(name, value)"},
		},
	},
	{
		Paths: []string{"github.com/cloudwego/hertz/pkg/app/server"},
		Rows: []Row{
			{Build, "Default(options...) object"}, {Build, "New(options...) object"},
			{Build, "WithHostPorts(listenaddress) options"}, {Build, "WithTLS(_) tls"},
			{Listen, "(object *Hertz).Spin()"},
		},
	},
	{
		Paths: []string{"github.com/cloudwego/hertz/pkg/route"},
		Rows: []Row{
			{Ship, "(*Engine).LoadHTMLFiles(path...)"}, {Ship, "(*Engine).LoadHTMLGlob(path)"},
			{Ship, "(*RouterGroup).Static(_, path)"}, {Ship, "(*RouterGroup).StaticFile(_, path)"},
		},
	},
	{
		Paths: []string{"github.com/cloudwego/hertz/pkg/protocol"},
		Rows:  append(slices.Clip(fastHTTPMessages), Row{Read, "(*RequestHeader).Get(name) request"}),
	},
	{
		Logger: true,
		Paths:  []string{"github.com/cloudwego/hertz/pkg/common/hlog"},
		Rows: slices.Concat(
			plain(Log, "", "logged...", "Trace", "Debug", "Info", "Warn", "Error", "Notice"),
			plain(Exit, "", "logged...", "Fatal"),
			plain(Log, "", "format, logged...", "Tracef", "Debugf", "Infof", "Warnf", "Errorf",
				"Noticef"),
			plain(Exit, "", "format, logged...", "Fatalf"),
			plain(Log, "", "_, format, logged...",
				"CtxTracef", "CtxDebugf", "CtxInfof", "CtxWarnf", "CtxErrorf", "CtxNoticef"),
			plain(Log, "(Logger).", "logged...", "Trace", "Debug", "Info", "Warn", "Error"),
			plain(Log, "(FormatLogger).", "format, logged...",
				"Tracef", "Debugf", "Infof", "Warnf", "Errorf"),
			plain(Log, "(CtxLogger).", "_, format, logged...",
				"CtxTracef", "CtxDebugf", "CtxInfof", "CtxWarnf", "CtxErrorf"),
		),
	},
}
