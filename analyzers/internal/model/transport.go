package model

import "slices"

// transports lists how requests are put together and sent.
var transports = []Library{
	{Paths: []string{"net/http"}, Rows: []Row{
		{Build, "NewRequest(_, address, body) object, _"},
		{Build, "NewRequestWithContext(_, _, address, body) object, _"},
		{Prove, "(object *Request).SetBasicAuth(_, value)"},
		{Fetch, "(client *Client).Do(object)"},
		{Fetch, "Get(address)"}, {Fetch, "Head(address)"}, {Fetch, "Post(address, _, body)"},
		{Fetch, "PostForm(address, body)"},
		{Fetch, "(client *Client).Get(address)"}, {Fetch, "(client *Client).Head(address)"},
		{Fetch, "(client *Client).Post(address, _, body)"},
		{Fetch, "(client *Client).PostForm(address, body)"},
		{Hold, "Request.URL address"},
	}},
	{Paths: []string{"net/url"}, Rows: []Row{
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
	}},
	{Paths: []string{"crypto/tls"}, Rows: []Row{{Hold, "Config.InsecureSkipVerify trusting"}}},
	{Paths: []string{
		"context",
	}, Rows: []Row{{Build, "WithValue(_, _, client) object"}}}, // golang.org/x/oauth2 takes its client from there
	{Paths: []string{"github.com/go-resty/resty/v2"}, Rows: slices.Concat(
		[]Row{
			{Build, "New() object"},
			{Build, "NewWithClient(client) object"},
			{Build, "(client *Client).R() object"},
			{Fetch, "(object *Client).SetBaseURL(address)"},
			{Fetch, "(object *Client).SetHostURL(address)"},
			{Fetch, "(object *Client).SetTLSClientConfig(client)"},
			{Put, "(address *Request).SetQueryParam(name, value)"},
			{Put, "(address *Client).SetQueryParam(name, value)"},
		},
		authenticating("(object *Client).", "SetHeader", "SetHeaders", "SetAuthToken",
			"SetBasicAuth"),
		authenticating("(object *Request).", "SetHeader", "SetHeaders", "SetAuthToken",
			"SetBasicAuth"),
		plain(Fetch, "(object *Request).", "address", "Get", "Post", "Put", "Delete", "Patch",
			"Head"),
		plain(Fetch, "(object *Request).", "_, address", "Execute"),
	)},
	{Paths: []string{"github.com/imroc/req/v3"}, Rows: slices.Concat(
		[]Row{
			{Build, "C() object"},
			{Build, "R() object"},
			{Build, "(client *Client).R() object"},
			{Fetch, "(object *Client).SetBaseURL(address)"},
			{Fetch, "(object *Client).SetTLSClientConfig(client)"},
			{Fetch, "(object *Client).EnableInsecureSkipVerify() trusting"},
			{Put, "(address *Request).SetQueryParam(name, value)"},
			{Put, "(address *Request).AddQueryParam(name, value)"},
			{Put, "(address *Client).SetCommonQueryParam(name, value)"},
		},
		authenticating("(object *Client).", "SetCommonHeader", "SetCommonHeaders",
			"SetCommonBearerAuthToken", "SetCommonBasicAuth"),
		authenticating("(object *Request).", "SetHeader", "SetHeaders", "SetBearerAuthToken",
			"SetBasicAuth"),
		plain(Fetch, "(object *Request).", "address", "Get", "Post", "Put", "Delete", "Patch",
			"Head", "MustGet", "MustPost", "MustPut"),
		plain(Fetch, "(object *Request).", "_, address", "Send"),
	)},
	{Paths: []string{"github.com/valyala/fasthttp"}, Rows: []Row{
		{Build, "AcquireRequest() object"},
		{Fetch, "(object *Request).SetRequestURI(address)"},
		{Fetch, "(client *Client).Do(object, _)"},
		{Put, "(object *Args).Set(name, value)"},
		{Put, "(object *Args).Add(name, value)"},
	}},
	{Paths: []string{"github.com/gorilla/websocket"}, Rows: []Row{
		{Fetch, "(client *Dialer).Dial(address, head)"},
		{Fetch, "(client *Dialer).DialContext(_, address, head)"},
	}},
	{Paths: []string{"github.com/coder/websocket"}, Rows: []Row{
		{Fetch, "Dial(_, address, options)"},
		{Hold, "DialOptions.HTTPHeader head"},
		{Hold, "DialOptions.HTTPClient client"},
	}},
	{Paths: []string{"golang.org/x/net/websocket"}, Rows: []Row{
		{Build, "NewConfig(address, _) object, _"},
		{Fetch, "Dial(address, _, _)"},
		{Fetch, "DialConfig(object)"},
		{Hold, "Config.Header head"},
	}},
	{Paths: []string{"golang.org/x/oauth2"}, Rows: []Row{
		{Trade, "Endpoint.TokenURL address"},
		{Trade, "Endpoint.DeviceAuthURL address"},
	}},
	{Paths: []string{"golang.org/x/oauth2/clientcredentials"}, Rows: []Row{
		{Trade, "Config.TokenURL address"},
	}},
	{Paths: []string{"google.golang.org/grpc/metadata"}, Rows: []Row{
		{Read, "FromIncomingContext(_) headers, _"},
		{Read, "ValueFromIncomingContext(_, name) request"},
		{Pick, "(from MD).Get(name)"},
	}},
	{Paths: []string{"google.golang.org/grpc"}, Rows: []Row{
		{Prove, "WithPerRPCCredentials(object)"},
		{Build, "WithTransportCredentials(client) object"},
		{Build, "WithInsecure() unsealed"},
		{Fetch, "NewClient(target, options...)"},
		{Fetch, "Dial(target, options...)"},
		{Fetch, "DialContext(_, target, options...)"},
	}},
	{Paths: []string{
		"google.golang.org/grpc/credentials/insecure",
	}, Rows: []Row{{Build, "NewCredentials() unsealed"}}},
	{Paths: []string{"google.golang.org/grpc/credentials"}, Rows: []Row{
		{Hold, "(PerRPCCredentials).RequireTransportSecurity() required"},
		{Build, "NewTLS(client) object"},
	}},
}

// authenticating are the setters of a client or request that can put credentials into it: of one
// header field, of several, of a token, of name and password.
func authenticating(recv, header, headers, token, password string) []Row {
	return []Row{
		{Header, recv + header + "(name, value)"}, {Prove, recv + headers + "(head)"},
		{Prove, recv + token + "(value)"}, {Prove, recv + password + "(_, value)"},
	}
}
