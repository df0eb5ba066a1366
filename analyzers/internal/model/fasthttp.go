package model

import "slices"

// fastHTTP is valyala/fasthttp, server and client.
var fastHTTP = []Library{
	{Family: "github.com/valyala/fasthttp", Server: true},
	{
		Paths: []string{"github.com/valyala/fasthttp"},
		Rows: slices.Concat(fastHTTPMessages, []Row{
			// requests and what is answered
			{Read, "(*RequestHeader).Header() headers"},
			{Read, "(*RequestHeader).RawHeaders() headers"},
			{Read, "(*RequestHeader).String() headers"},
			{Read, "(*Request).String() headers"},
			{TypeRole, "RequestHeader headers"},
			{TypeRole, "Request headers"},
			{Respond, "(*Response).SetBody(response)"},
			{Respond, "(*Response).SetBodyString(response)"},

			// clients
			{Build, "AcquireRequest() object"},
			{Fetch, "(object *Request).SetRequestURI(address)"},
			{Fetch, "(client *Client).Do(object, _)"},
			{Put, "(object *Args).Set(name, value)"},
			{Put, "(object *Args).Add(name, value)"},

			// servers
			{Listen, "ListenAndServe(listenaddress, handler)"},
			{Listen, "(*Server).ListenAndServe(listenaddress)"},
			{Listen, "Serve(object, handler)"}, {Listen, "(*Server).Serve(object)"},
			{Listen, "ListenAndServeTLS(_, _, _, _) tls"},
			{Listen, "ListenAndServeTLSEmbed(_, _, _, _) tls"},
			{Listen, "(*Server).ListenAndServeTLS(_, _, _) tls"},
			{Listen, "(*Server).ListenAndServeTLSEmbed(_, _, _) tls"},
			{Listen, "ServeTLS(_, _, _, _) tls"},
			{Listen, "(*Server).ServeTLS(_, _, _) tls"},
			{Hold, "Server.TLSConfig tls"}, {Build, "(*RequestCtx).IsTLS() tls"},
		}),
	},
}

// fastHTTPMessages are the cookies and header fields of fasthttp and of hertz, which has them from
// there.
var fastHTTPMessages = []Row{
	{Build, "AcquireCookie() whole"},
	{Cookie, "ReleaseCookie(whole)"},
	{Cookie, "(whole *Cookie).SetKey(name)"},
	{Cookie, "(whole *Cookie).SetKeyBytes(name)"},
	{Cookie, "(whole *Cookie).SetValue(value)"},
	{Cookie, "(whole *Cookie).SetValueBytes(value)"},
	{Cookie, "(whole *Cookie).SetPath(path)"},
	{Cookie, "(whole *Cookie).SetMaxAge(maxage)"},
	{Cookie, "(whole *Cookie).SetExpire(expires)"},
	{Cookie, "(whole *Cookie).SetSecure(secure)"},
	{Cookie, "(whole *Cookie).SetHTTPOnly(httponly)"},
	{Cookie, "(whole *Cookie).SetSameSite(samesecure)"},
	{Send, "(*ResponseHeader).SetCookie(whole)"},
	{Read, "(*RequestHeader).Peek(name) request"},
	{Read, "(*RequestHeader).Cookie(name) request"},
	{Read, "(*Args).Peek(name) query"},
	{Header, "(*ResponseHeader).Set(name, value)"},
	{Header, "(*ResponseHeader).Add(name, value)"},
	{Header, "(*RequestHeader).Set(name, value)"},
	{Header, "(*RequestHeader).Add(name, value)"},
}
