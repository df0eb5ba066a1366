// Package keys fetches verification keys and calls by gRPC.
package keys

import (
	"context"
	"crypto/tls"
	"net/http"
	"net/url"

	"github.com/MicahParks/jwkset"
	keyfunc2 "github.com/MicahParks/keyfunc/v2"
	"github.com/MicahParks/keyfunc/v3"
	"github.com/auth0/go-jwt-middleware/v2/jwks"
	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/lestrrat-go/jwx/v2/jwk"
	"golang.org/x/oauth2"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/credentials/oauth"
)

var device = oauth2.Endpoint{DeviceAuthURL: "http://login.acme.com/device"} // want plain-http "OAuth 2.0 client"

var deviceTLS = oauth2.Endpoint{DeviceAuthURL: "https://login.acme.com/device"}

const issuer = "http://login.acme.com"

func fetch(ctx context.Context) {
	oidc.NewProvider(ctx, issuer)                                           // want plain-jwks "login.acme.com"
	oidc.NewRemoteKeySet(ctx, issuer+"/keys")                               // want plain-jwks
	keyfunc.NewDefault([]string{"https://a.acme.com", "http://b.acme.com"}) // want plain-jwks "b.acme.com"
	jwk.Fetch(ctx, "http://login.acme.com/jwks.json")                       // want plain-jwks
	jwk.Fetch(ctx, "https://login.acme.com/jwks.json")
	oidc.NewProvider(ctx, "http://localhost:5556/dex")

	u, _ := url.Parse("http://login.acme.com")
	jwks.NewCachingProvider(u, 0)                                       // want plain-jwks "login.acme.com"
	keyfunc2.Get("http://login.acme.com", keyfunc2.Options{})           // want plain-jwks
	(&oidc.ProviderConfig{JWKSURL: issuer}).NewProvider(ctx)            // want plain-jwks
	jwk.NewCache(ctx).Register("http://login.acme.com")                 // want plain-jwks
	jwkset.NewDefaultHTTPClient([]string{"http://login.acme.com/keys"}) // want plain-jwks
	jwkset.NewDefaultHTTPClient([]string{"https://login.acme.com/keys"})
	fine, _ := url.Parse("https://login.acme.com")
	jwks.NewProvider(fine)
}

// lax fetches keys without TLS verification.
func lax(ctx context.Context) {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want insecure-tls "verification keys"
	oidc.NewProvider(oidc.ClientContext(ctx, client), "https://login.acme.com")

	other := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want insecure-tls
	keyfunc2.Get("https://login.acme.com", keyfunc2.Options{Client: other})

	third := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want insecure-tls
	jwk.Fetch(ctx, "https://login.acme.com", jwk.WithHTTPClient(third))

	fourth := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want insecure-tls
	oidc.NewProvider(context.WithValue(ctx, oauth2.HTTPClient, fourth), "https://login.acme.com")

	good := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}}}
	oidc.NewProvider(oidc.ClientContext(ctx, good), "https://login.acme.com")
}

type creds struct{ token string }

// GetRequestMetadata sends the token.
func (c creds) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + c.token}, nil
}

// RequireTransportSecurity lets it go anywhere.
func (c creds) RequireTransportSecurity() bool { return false } // want plain-grpc

type careful struct {
	creds
	insecure bool
}

// RequireTransportSecurity is up to the operator.
func (c *careful) RequireTransportSecurity() bool { return !c.insecure }

func dial(token string, c *careful) {
	grpc.NewClient("api.acme.com:443", grpc.WithPerRPCCredentials(creds{token}))
	grpc.NewClient("api.acme.com:443", grpc.WithPerRPCCredentials(&careful{creds: creds{token}}))
	grpc.NewClient("api.acme.com:443", grpc.WithPerRPCCredentials(oauth.TokenSource{}))
}

type local struct{ creds }

// RequireTransportSecurity is no more than what a sidecar on the same machine needs.
func (l local) RequireTransportSecurity() bool { return false }

// plain connects without encryption.
func plain(token string, c *careful) {
	grpc.NewClient("api.acme.com:80", grpc.WithTransportCredentials(insecure.NewCredentials()), // want plain-grpc "api.acme.com"
		grpc.WithPerRPCCredentials(c))
	options := []grpc.DialOption{grpc.WithPerRPCCredentials(c)}
	grpc.Dial("dns:///api.acme.com:80", grpc.WithInsecure(), options[0])                                                                // want plain-grpc
	grpc.NewClient("localhost:80", grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithPerRPCCredentials(local{}))       // a near miss
	grpc.NewClient("localhost:80", grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithPerRPCCredentials(c))             // a near miss
	grpc.NewClient("api.acme.com:80", grpc.WithTransportCredentials(insecure.NewCredentials()))                                         // a near miss
	grpc.NewClient("api.acme.com:443", grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{})), grpc.WithPerRPCCredentials(c)) // a near miss
}
