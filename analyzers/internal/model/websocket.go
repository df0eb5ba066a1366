package model

// webSockets lists the clients of WebSocket servers, but for that of gorilla, and what servers of
// fiber read of the request that a connection began with.
var webSockets = []Library{
	{
		Paths: []string{"github.com/coder/websocket", "nhooyr.io/websocket"},
		Rows: []Row{
			{Fetch, "Dial(_, address, options)"},
			{Hold, "DialOptions.HTTPHeader head"},
			{Hold, "DialOptions.HTTPClient client"},
		},
	},
	{
		Paths: []string{"golang.org/x/net/websocket"},
		Rows: []Row{
			{Build, "NewConfig(address, _) object, _"},
			{Fetch, "Dial(address, _, _)"},
			{Fetch, "DialConfig(object)"},
			{Hold, "Config.Header head"},
		},
	}, {
		Paths: []string{"github.com/gofiber/contrib/websocket", "github.com/gofiber/websocket/v2"},
		Rows: []Row{
			{Read, "(*Conn).Query(name, _...) query"},
			{Read, "(*Conn).Params(name, _...) route"},
			{Read, "(*Conn).Cookies(name, _...) request"},
			{Read, "(*Conn).Headers(name, _...) request"},
		},
	},
}
