package model

// webSockets lists the clients of WebSocket servers, but for that of gorilla.
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
	},
}
