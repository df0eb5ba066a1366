package model

// chi is go-chi/chi with what go-chi adds to it. Its middlewares for tokens stand in jwtauth.go,
// those for other origins in cors.go.
var chi = []Library{
	{Family: "github.com/go-chi/chi", Server: true, Quiet: true, Router: true},
	{Family: "github.com/go-chi/httplog", Router: true, Protects: AccessLog},
	{Family: "github.com/go-chi/render", Router: true},
	{Family: "github.com/go-chi/httprate", Protects: Rate},
	{
		Paths: []string{"github.com/go-chi/chi/v5/middleware"},
		Rows: []Row{
			{Protect, "Logger(_) accesslog"}, {Protect, "RequestLogger(_) accesslog"},
		},
	},
	{
		Paths: []string{"github.com/go-chi/chi/v5"},
		Rows: []Row{
			{Read, "URLParam(_, name) route"}, {Read, "URLParamFromCtx(_, name) route"},
		},
	},
	{
		Paths: []string{"github.com/go-chi/render"},
		Rows: []Row{
			{Fill, "DecodeJSON(from, filled)"},
			{Respond, "Status(_, status)"},
			{Respond, "JSON(_, _, response)"},
			{Respond, "PlainText(_, _, response)"},
		},
	},
}
