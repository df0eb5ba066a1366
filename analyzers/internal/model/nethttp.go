package model

import "slices"

// netHTTP is what the standard library has for HTTP: servers, clients, cookies, addresses, and the
// listeners of package net, which a server is given.
var netHTTP = []Library{
	{
		Server: true, Quiet: true,
		Paths: []string{"net/http"},
		Rows: slices.Concat(cookieFields(SameSite, "HttpOnly"), []Row{
			// requests and what is answered
			{Read, "(*Request).FormValue(name) request"},
			{Read, "(*Request).PostFormValue(name) request"},
			{Read, "(*Request).PathValue(name) route"},
			{Read, "(*Request).UserAgent() request"},
			{Pick, "(from Header).Get(name)"},
			{Pick, "(from Header).Values(name)"},
			{Hold, "Request.Form request"},
			{Hold, "Request.PostForm request"},
			{Hold, "Request.Body posted"},
			{Pass, "MaxBytesReader(_, from, _)"},
			{Hold, "Request.Host request"},
			{Hold, "Request.RemoteAddr request"},
			{Hold, "Request.RequestURI request"},
			{Hold, "Request.Header headers"},
			{Read, "(*Request).Cookie(name) request, _"},
			{Respond, "(ResponseWriter).Write(response)"},
			{Respond, "(ResponseWriter).WriteHeader(status)"},
			{Respond, "Error(_, response, status)"},
			{Next, "(Handler).ServeHTTP(_, _)"},
			{Next, "(HandlerFunc).ServeHTTP(_, _)"},
			{Redirect, "Redirect(_, _, address, _)"},
			{TypeRole, "Request headers"},
			{TypeRole, "HandlerFunc handler"},
			{TypeRole, "ResponseWriter response"},
			{Read, "(*Request).CookiesNamed(name) request"},

			// cookies and header fields
			{Send, "SetCookie(_, whole)"},
			{Pass, "(from *Cookie).String() text"},
			{Header, "(Header).Set(name, value)"},
			{Header, "(Header).Add(name, value)"},
			{Remove, "(Header).Del(name)"},
			{Pass, "(from Header).Clone()"},

			// clients
			{Build, "NewRequest(_, address, body) object, _"},
			{Build, "NewRequestWithContext(_, _, address, body) object, _"},
			{SetCredentials, "(object *Request).SetBasicAuth(_, value)"},
			{Fetch, "(client *Client).Do(object)"},
			{Fetch, "Get(address)"}, {Fetch, "Head(address)"}, {Fetch, "Post(address, _, body)"},
			{Fetch, "PostForm(address, body)"},
			{Fetch, "(client *Client).Get(address)"}, {Fetch, "(client *Client).Head(address)"},
			{Fetch, "(client *Client).Post(address, _, body)"},
			{Fetch, "(client *Client).PostForm(address, body)"},
			{Hold, "Request.URL address"},
			{Fetch, "(client RoundTripper).RoundTrip(object)"},

			// measures
			{Redirect, "RedirectHandler(address, _)"},
			{Protect, "NewCrossOriginProtection() forgery"},
			{Protect, "(*CrossOriginProtection).Handler(_) forgery"},
			{Protect, "(*CrossOriginProtection).Check(_) forgery"},

			// servers
			{Listen, "ListenAndServe(listenaddress, handler)"},
			{Listen, "ListenAndServeTLS(_, _, _, handler) tls"},
			{Listen, "Serve(object, handler)"}, {Listen, "ServeTLS(_, handler, _, _) tls"},
			{Listen, "(object *Server).ListenAndServe()"},
			{Listen, "(object *Server).ListenAndServeTLS(_, _) tls"},
			{Listen, "(object *Server).Serve(object)"}, {Listen, "(object *Server).ServeTLS(_, _, _) tls"},
			{Build, "Server.Addr listenaddress"}, {Build, "Server.Handler handler"},
			{Hold, "Server.TLSConfig tls"}, {Hold, "Request.TLS tls"},

			// files that are handed to browsers
			{Ship, "ServeFile(_, _, path)"}, {Ship, "FileServer(path)"},
		}),
	},
	{
		Logger: true,
		Paths:  []string{"net/http/httputil"},
		Rows: []Row{
			{Read, "DumpRequest(from, _) headers, _"},
			{Read, "DumpRequestOut(from, _) headers, _"},
		},
	},
	{
		Paths: []string{"net/url"},
		Rows: []Row{
			{Pick, "(from Values).Get(name)"}, {Read, "(*URL).Query() query"},
			{Pass, "JoinPath(from, from...) path, _"},
			{Pass, "Parse(from) text, _"},
			{Pass, "ParseRequestURI(from) text, _"},
			{Pass, "(from *URL).String() text"},
			{Pass, "(from *URL).JoinPath(from...) path"},
			{Pass, "(from Values).Encode()"},
			{Put, "(object Values).Set(name, value)"},
			{Put, "(object Values).Add(name, value)"},
			{Hold, "URL.Scheme scheme"},
			{Hold, "URL.Host hostname"},
			{Hold, "URL.RawQuery query"},
		},
	},
	{
		Paths: []string{"net"},
		Rows: []Row{
			{Build, "Listen(scheme, listenaddress) object, _"},
			{Build, "ListenTCP(_, listenaddress) object, _"},
			{Build, "ListenUnix(scheme, _) object, _"},
		},
	},
	{Family: "net/rpc", Server: true},
}
