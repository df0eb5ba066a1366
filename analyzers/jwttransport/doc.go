// Package jwttransport reports tokens and keys on roads that others share.
//
// A request is followed from the call that puts credentials into it to its address, through constants, variables, fields,
// formats and helpers, and to the client that sends it.
//
// # plain-http
//
// A request goes to an address that begins with http:// or ws:// and carries credentials: an Authorization header, set
// before or after, for one request or for all of a client's; a token or key in address or body; the password, client secret
// or refresh token of a form. An OAuth 2.0 client trades its secret for a token at one. The report stands at the address.
//
// Why: whoever is on the way, in a cafe or at a provider, has the token.
//
//	bad:   req, _ := http.NewRequest("GET", "http://api.example.com/me", nil)
//	       req.Header.Set("Authorization", "Bearer "+token)
//	       client.R().SetAuthToken(token).Get("http://api.example.com/me")        // resty
//	       websocket.DefaultDialer.Dial("ws://example.com", http.Header{"Authorization": {token}})    // gorilla
//	good:  req, _ := http.NewRequest("GET", "https://api.example.com/me", nil)
//
// Silent: the machine itself, private addresses, names without a dot and of private domains; hosts that are not known.
//
// Fix: https for http.
//
// # plain-jwks
//
// Verification keys, or the configuration that names them, are fetched from an address that begins with http://. The report
// stands at the address.
//
// Why: whoever is on the way answers with a key of their own and signs as anyone.
//
//	bad:   provider, err := oidc.NewProvider(ctx, "http://login.example.com")     // go-oidc
//	       keys, err := keyfunc.NewDefault([]string{"http://login.example.com/jwks"})
//	good:  provider, err := oidc.NewProvider(ctx, "https://login.example.com")
//
// Silent: as plain-http.
//
// Fix: https for http.
//
// # plain-grpc
//
// Credentials that a gRPC client sends with each call say that they need no encryption, or the client that sends them
// connects to a public host without. The report stands at the value that RequireTransportSecurity returns, or at the option.
//
// Why: the library refuses to send credentials over a plain connection unless this method tells it otherwise.
//
//	bad:   func (c creds) RequireTransportSecurity() bool { return false }
//	       grpc.NewClient(addr, grpc.WithPerRPCCredentials(creds{token}))
//	good:  func (c creds) RequireTransportSecurity() bool { return true }
//	       oauth.TokenSource{TokenSource: source}                                 // grpc's own, which requires it
//
// Silent: a value that is not constant; types that no call uses, or only calls to the machine itself or its own network.
//
// # insecure-tls
//
// The client that sends a token, or fetches the keys that tokens are verified with, takes any certificate. The report stands
// at the option.
//
// Why: encryption to whoever answers is no secret: a proxy in between reads the token, or answers with keys of its own.
//
//	bad:   &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
//	       var tr = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
//	       oidc.NewProvider(oidc.ClientContext(ctx, insecure), issuer)                                // go-oidc
//	good:  &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}}
//
// Silent: options that are not constant; clients whose requests carry no credentials.
//
// # plaintext-listener
//
// With -advice only: a program that gives out or accepts tokens answers requests over plain HTTP or gRPC only. The report
// stands at the call that listens.
//
// Why: whoever is on the way reads the tokens of all who come that way, unless a proxy in front encrypts, which the source
// does not show.
//
//	bad:   http.ListenAndServe(":8080", mux)
//	       router.Run(":8080")                                                    // gin
//	good:  http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", mux)
//	       http.Redirect(w, r, "https://"+r.Host+r.URL.RequestURI(), http.StatusMovedPermanently)
//	       if r.Header.Get("X-Forwarded-Proto") != "https" {                      // a proxy in front encrypts
//
// Silent: programs that listen with TLS too, redirect to it, ask for the connection or what a proxy says of it, or send
// Strict-Transport-Security; addresses of the machine itself; listeners and settings that are made where cannot be seen; what
// answers with profiles or metrics beside what tokens are sent to.
package jwttransport

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
