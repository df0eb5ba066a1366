package model

// connect is connectrpc.com/connect, for clients and servers. An interceptor stands on both sides:
// what it reads from the header of a request is what the client sent.
var connect = []Library{
	{Family: "connectrpc.com/connect", Server: true},
	{Family: "github.com/bufbuild/connect-go", Server: true},
	{
		Paths: []string{"connectrpc.com/connect"},
		Rows: []Row{
			{Read, "(AnyRequest).Header() headers"},
			{Read, "(*Request).Header() headers"},
			{Read, "(StreamingHandlerConn).RequestHeader() headers"},
			{Read, "(*ClientStream).RequestHeader() headers"},
			{Read, "(*BidiStream).RequestHeader() headers"},
		},
	},
}
