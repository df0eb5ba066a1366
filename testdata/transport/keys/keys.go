// Package keys fetches verification keys and calls by gRPC.
package keys

import (
	"context"

	"github.com/MicahParks/keyfunc/v3"
	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/lestrrat-go/jwx/v2/jwk"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/oauth"
)

const issuer = "http://login.acme.com"

func fetch(ctx context.Context) {
	oidc.NewProvider(ctx, issuer)                                           // want plain-jwks "login.acme.com"
	oidc.NewRemoteKeySet(ctx, issuer+"/keys")                               // want plain-jwks
	keyfunc.NewDefault([]string{"https://a.acme.com", "http://b.acme.com"}) // want plain-jwks "b.acme.com"
	jwk.Fetch(ctx, "http://login.acme.com/jwks.json")                       // want plain-jwks
	jwk.Fetch(ctx, "https://login.acme.com/jwks.json")
	oidc.NewProvider(ctx, "http://localhost:5556/dex")
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
