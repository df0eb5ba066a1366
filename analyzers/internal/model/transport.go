package model

import "slices"

// transports lists how requests are put together and sent, and where verification keys are fetched.
var transports = []Library{
	{Paths: []string{"net/http"}, Rows: []Row{
		{Build, "NewRequest(_, address, _) object, _"},
		{Build, "NewRequestWithContext(_, _, address, _) object, _"},
		{Prove, "(object *Request).SetBasicAuth(_, value)"},
		{Fetch, "(client *Client).Do(object)"},
		{Fetch, "Get(address)"},
		{Fetch, "Head(address)"},
		{Fetch, "Post(address, _, _)"},
		{Fetch, "PostForm(address, _)"},
		{Fetch, "(client *Client).Get(address)"},
		{Fetch, "(client *Client).Post(address, _, _)"},
		{Hold, "Request.URL address"},
	}},
	{Paths: []string{"net/url"}, Rows: []Row{
		{Pass, "JoinPath(from, from...) text"},
		{Hold, "URL.Scheme scheme"},
		{Hold, "URL.Host hostname"},
	}},
	{Paths: []string{"crypto/tls"}, Rows: []Row{{Hold, "Config.InsecureSkipVerify trusting"}}},
	{Paths: []string{"github.com/go-resty/resty/v2"}, Rows: slices.Concat(
		[]Row{
			{Build, "(*Client).R() object"},
			{Header, "(object *Request).SetHeader(name, value)"},
			{Prove, "(object *Request).SetAuthToken(value)"},
			{Prove, "(object *Request).SetBasicAuth(_, value)"},
		},
		plain(Fetch, "(object *Request).", "address", "Get", "Post", "Put", "Delete", "Patch", "Head"),
		plain(Fetch, "(object *Request).", "_, address", "Execute"),
	)},
	{Paths: []string{"github.com/valyala/fasthttp"}, Rows: []Row{
		{Build, "AcquireRequest() object"},
		{Fetch, "(object *Request).SetRequestURI(address)"},
	}},
	{Paths: []string{"github.com/gorilla/websocket"}, Rows: []Row{
		{Fetch, "(*Dialer).Dial(address, object)"},
		{Fetch, "(*Dialer).DialContext(_, address, object)"},
	}},
	{Paths: []string{"golang.org/x/oauth2"}, Rows: []Row{
		{Trade, "Endpoint.TokenURL address"},
	}},
	{Paths: []string{"golang.org/x/oauth2/clientcredentials"}, Rows: []Row{
		{Trade, "Config.TokenURL address"},
	}},
	{Paths: []string{"google.golang.org/grpc/metadata"}, Rows: []Row{
		{Read, "FromIncomingContext(_) headers, _"},
		{Read, "ValueFromIncomingContext(_, name) request"},
		{Pick, "(from MD).Get(name)"},
	}},
	{Paths: []string{"google.golang.org/grpc"}, Rows: []Row{{Prove, "WithPerRPCCredentials(object)"}}},
	{Paths: []string{"google.golang.org/grpc/credentials"}, Rows: []Row{{Hold, "(PerRPCCredentials).RequireTransportSecurity() required"}}},

	{Paths: []string{"github.com/coreos/go-oidc/v3/oidc", "github.com/coreos/go-oidc"}, Rows: []Row{
		{Trust, "NewProvider(_, address)"},
		{Trust, "NewRemoteKeySet(_, address)"},
		{Trust, "ProviderConfig.JWKSURL address"},
	}},
	{Paths: []string{"github.com/MicahParks/keyfunc", "github.com/MicahParks/keyfunc/v2"}, Rows: []Row{{Trust, "Get(address, _)"}}},
	{Paths: []string{"github.com/MicahParks/keyfunc/v3"}, Rows: []Row{{Trust, "NewDefault(address)"}, {Trust, "NewDefaultCtx(_, address)"}}},
	{Paths: []string{"github.com/lestrrat-go/jwx/jwk", "github.com/lestrrat-go/jwx/v2/jwk", "github.com/lestrrat-go/jwx/v3/jwk"}, Rows: []Row{
		{Trust, "Fetch(_, address, _...)"},
		{Trust, "(*Cache).Register(_, address, _...)"},
		{Trust, "(*AutoRefresh).Configure(address, _...)"},
	}},
}
