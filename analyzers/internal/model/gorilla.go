package model

import "slices"

// gorilla is the toolkit of that name: a router, sessions and their cookies, WebSockets.
var gorilla = []Library{
	{Family: "github.com/gorilla/mux", Server: true, Quiet: true},
	{Family: "github.com/gorilla/csrf", Protects: Forgery},
	{Family: "github.com/gorilla/handlers", Router: true},
	{
		Paths: []string{"github.com/gorilla/mux"},
		Rows: []Row{
			{Read, "Vars(_) route"},
		},
	},
	{
		Paths: []string{"github.com/gorilla/handlers"},
		Rows: []Row{
			{Build, "ProxyHeaders(_) tls"},
			{Protect, "LoggingHandler(_, _) accesslog"},
			{Protect, "CombinedLoggingHandler(_, _) accesslog"},
			{Protect, "CustomLoggingHandler(_, _, _) accesslog"},
		},
	},
	{
		Paths: []string{"github.com/gorilla/sessions"},
		Rows: slices.Concat(sessionOptions, []Row{
			{Hold, "Session.Values kept"},
			// since 1.3; before, nothing
			{Send, "NewCookieStore(_...) secure, samesite"},
			{Send, "NewFilesystemStore(_, _...) secure, samesite"},
		}),
	},
	{
		Paths: []string{"github.com/gorilla/securecookie"},
		Rows: []Row{
			{Pass, "(*SecureCookie).Encode(_, from) _, _"},
			{Pass, "EncodeMulti(_, from, _...) _, _"},
		},
	},
	{
		Paths: []string{"github.com/gorilla/websocket"},
		Rows: []Row{
			{Fetch, "(client *Dialer).Dial(address, head)"},
			{Fetch, "(client *Dialer).DialContext(_, address, head)"},
		},
	},
}

// sessionOptions say what the cookie of a session is like, here and in gin-contrib/sessions.
var sessionOptions = []Row{
	{Cookie, "Options.Path path"},
	{Cookie, "Options.MaxAge maxage"},
	{Cookie, "Options.Secure secure"},
	{Cookie, "Options.HttpOnly httponly"},
	{Cookie, "Options.SameSite samesite"},
}
