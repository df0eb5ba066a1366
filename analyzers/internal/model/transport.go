package model

// transports lists how requests are put together and sent.
var transports = []Library{
	{Paths: []string{"github.com/gorilla/websocket"}, Rows: []Row{
		{Fetch, "(client *Dialer).Dial(address, head)"},
		{Fetch, "(client *Dialer).DialContext(_, address, head)"},
	}},
}
