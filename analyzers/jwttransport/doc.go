// Package jwttransport reports tokens and keys sent without encryption or TLS verification.
//
// A request is followed from the call that puts credentials into it to its URL, through
// constants, variables, fields, formats and helpers, and to the client that sends it.
//
// # plain-http
//
// A request goes to a URL that begins with http:// or ws:// and carries credentials: an
// Authorization header, set before or after, for one request or for all requests of a client; a
// token or key in the URL or the body; the password, client secret or refresh token of a form.
// The token endpoint of an OAuth 2.0 client counts too, because the client sends its secret
// there. The report stands at the URL.
//
// Why: anyone on the network path, in a cafe or at a provider, can read the token and use it.
//
// Bad (net/http):
//
//	req, err := http.NewRequest("GET", "http://api.example.com/me", nil)
//	req.Header.Set("Authorization", "Bearer "+token)
//
// Bad (resty):
//
//	client.R().SetAuthToken(token).Get("http://api.example.com/me")
//
// Bad (gorilla/websocket):
//
//	header := http.Header{"Authorization": {"Bearer " + token}}
//	websocket.DefaultDialer.Dial("ws://api.example.com", header)
//
// Good (net/http):
//
//	req, err := http.NewRequest("GET", "https://api.example.com/me", nil)
//	req.Header.Set("Authorization", "Bearer "+token)
//
// Good (resty):
//
//	client.R().SetAuthToken(token).Get("https://api.example.com/me")
//
// Good (gorilla/websocket):
//
//	header := http.Header{"Authorization": {"Bearer " + token}}
//	websocket.DefaultDialer.Dial("wss://api.example.com", header)
//
// Silent:
//   - localhost, private addresses, names without a dot and names of private domains
//   - hosts that are not known
//
// Fix: https instead of http.
//
// # plain-jwks
//
// Verification keys (JWKS), or the configuration that names them, are fetched from a URL that
// begins with http://. The report stands at the URL.
//
// Why: an attacker on the network path responds with their own key. Then claims can be forged.
//
// Bad (go-oidc):
//
//	provider, err := oidc.NewProvider(ctx, "http://login.example.com")
//
// Bad (MicahParks/keyfunc):
//
//	keys, err := keyfunc.NewDefault([]string{"http://login.example.com/jwks"})
//
// Good (go-oidc):
//
//	provider, err := oidc.NewProvider(ctx, "https://login.example.com")
//
// Good (MicahParks/keyfunc):
//
//	keys, err := keyfunc.NewDefault([]string{"https://login.example.com/jwks"})
//
// Silent: as plain-http.
//
// Fix: https instead of http.
//
// # plain-grpc
//
// Credentials that a gRPC client sends with each call declare that they need no encryption, or
// the client that sends them connects to a public host without TLS. The report stands at the
// value that RequireTransportSecurity returns, or at the option.
//
// Why: the library refuses to send credentials over an unencrypted connection, unless this method
// allows it. Anyone on the network path can read them.
//
// Bad (grpc):
//
//	func (c creds) RequireTransportSecurity() bool { return false }
//
// Bad (grpc, without TLS):
//
//	plaintext := grpc.WithTransportCredentials(insecure.NewCredentials())
//	grpc.NewClient("api.example.com:80", plaintext, grpc.WithPerRPCCredentials(c))
//
// Good (grpc):
//
//	func (c creds) RequireTransportSecurity() bool { return true }
//
// Good (grpc, with its own type, which requires TLS):
//
//	grpc.WithPerRPCCredentials(oauth.TokenSource{TokenSource: source})
//
// Silent:
//   - a value that is not constant
//   - types that no call uses, or only calls to localhost or the private network
//
// # insecure-tls
//
// TLS verification is disabled (InsecureSkipVerify) on the client that sends a token or that
// fetches the keys that verify tokens. The report stands at the option.
//
// Why: the client accepts any certificate. A proxy in between (man in the middle) reads the
// token, or responds with its own keys.
//
// Bad (net/http):
//
//	client := &http.Client{Transport: &http.Transport{
//		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
//	}}
//	client.Do(requestWithToken)
//
// Bad (go-oidc):
//
//	insecure := &http.Client{Transport: &http.Transport{
//		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
//	}}
//	provider, err := oidc.NewProvider(oidc.ClientContext(ctx, insecure), issuer)
//
// Bad (resty):
//
//	client := resty.New().SetAuthToken(token)
//	client.SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true})
//
// Good (net/http):
//
//	client := &http.Client{Transport: &http.Transport{
//		TLSClientConfig: &tls.Config{RootCAs: pool},
//	}}
//
// Good (resty):
//
//	client := resty.New().SetAuthToken(token)
//	client.SetTLSClientConfig(&tls.Config{RootCAs: pool})
//
// Silent:
//   - options that are not constant, or are set where a setting such as cfg.Insecure says so
//   - clients whose requests carry no credentials
//
// # plaintext-listener
//
// With -advice only: a program that issues or accepts tokens serves requests over plaintext HTTP
// or gRPC only. The report stands at the call that listens.
//
// Why: anyone on the network path can read the tokens of all users on that path.
//
// Bad (net/http):
//
//	http.ListenAndServe(":8080", mux)
//
// Bad (gin):
//
//	router.Run(":8080")
//
// Good (net/http):
//
//	http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", mux)
//
// Good (net/http, a redirect):
//
//	http.Redirect(w, r, "https://"+r.Host+r.URL.RequestURI(), http.StatusMovedPermanently)
//
// Good (net/http, behind a proxy that terminates TLS):
//
//	if r.Header.Get("X-Forwarded-Proto") != "https" {
//		http.Error(w, "use https", http.StatusForbidden)
//		return
//	}
//
// Good (gin):
//
//	router.RunTLS(":8443", "cert.pem", "key.pem")
//
// Silent:
//   - programs that also listen with TLS, redirect to it, check the connection or what a proxy
//     says of it, or send Strict-Transport-Security
//   - programs with files beside their module that run or name a proxy, which may add TLS:
//     nginx.conf, a compose file with caddy, an Ingress, a README or a page about
//     deployment that says so
//   - programs with files of a platform that answers HTTPS in front of them: fly.toml, Procfile,
//     app.yaml of App Engine, a Knative service
//   - addresses of localhost, and those that the function refuses unless they are of the machine itself
//   - listeners and settings that are made in code that is not visible
//   - servers of profiles or metrics beside the one that tokens are sent to
package jwttransport

import (
	_ "embed"

	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

//go:embed doc.go
var source string

var doc = report.Doc(source)
