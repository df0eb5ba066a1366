// Package bearers sends credentials by clients and transports that put them into every request, of
// its own and of another package.
package bearers

import (
	"context"
	"crypto/tls"
	"net/http"
	"os"

	"example.com/testdata/transport/bearers/cl"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

func token() string { return os.Getenv("API_TOKEN") }

// one: RoundTripper with insecure base
func one(tok string) {
	c := &http.Client{Transport: &cl.Bearer{Token: tok, Base: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}} // want insecure-tls
	c.Get("https://api.example.com/x")
}

// two: RoundTripper, plain http
func two(tok string) {
	c := &http.Client{Transport: &cl.Bearer{Token: tok, Base: http.DefaultTransport}}
	c.Get("http://api.example.com/x") // want plain-http
}

// three: oauth2.Transport
func three(ts oauth2.TokenSource) {
	c := &http.Client{Transport: &oauth2.Transport{Source: ts, Base: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}} // want insecure-tls
	c.Get("http://api.example.com/x")                                                                                                          // want plain-http
}

// four: oauth2.NewClient
func four(ctx context.Context, ts oauth2.TokenSource) {
	c := oauth2.NewClient(ctx, ts)
	c.Get("http://api.example.com/x") // want plain-http
}

// five: oauth2.HTTPClient in ctx
func five(ctx context.Context, cfg *clientcredentials.Config) {
	insecure := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // want insecure-tls
	ctx = context.WithValue(ctx, oauth2.HTTPClient, insecure)
	cfg.Client(ctx).Get("http://api.example.com/x") // want plain-http
}

// six: client built elsewhere
func six() {
	req, _ := http.NewRequest("GET", "https://api.example.com/x", nil)
	req.Header.Set("Authorization", "Bearer "+token())
	cl.New().Do(req) // want insecure-tls "via cl.New"
}

// seven: a TokenURL that is plain
var conf = clientcredentials.Config{ClientID: "x", ClientSecret: token(), TokenURL: "http://idp.example.com/token"} // want plain-http

// eight: a client of a struct set elsewhere
type api struct {
	base string
	c    *http.Client
}

func newAPI() *api {
	return &api{"http://api.example.com/v1", &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}} // want insecure-tls
}

func (a *api) call(tok string) {
	req, _ := http.NewRequest("GET", a.base+"/x", nil) // want plain-http
	req.Header.Set("Authorization", "Bearer "+tok)
	a.c.Do(req)
}

type own struct{ base http.RoundTripper }

func (o own) RoundTrip(r *http.Request) (*http.Response, error) {
	r2 := r.Clone(r.Context())
	r2.Header.Set("Authorization", "Bearer "+token())
	return o.base.RoundTrip(r2)
}

func nine() {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.TLSClientConfig = &tls.Config{InsecureSkipVerify: true} // want insecure-tls
	c := http.Client{Transport: own{t}}
	c.Get("http://api.example.com/y") // want plain-http
}

// near: no token, local
func near() {
	c := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	c.Get("http://status.example.com/x")
	d := &http.Client{Transport: own{http.DefaultTransport}}
	d.Get("http://localhost:8080/y")
	d.Get("https://api.example.com/y")
}

// Near misses: a transport that adds something else, one that takes credentials out, a client of
// another package that verifies.

type agent struct{ base http.RoundTripper }

func (a agent) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("User-Agent", "acme")
	r.Header.Del("Authorization")
	return a.base.RoundTrip(r)
}

func others() {
	c := &http.Client{Transport: agent{&http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}}
	c.Get("http://status.example.com/x")
	req, _ := http.NewRequest("GET", "https://api.example.com/x", nil)
	req.Header.Set("Authorization", "Bearer "+token())
	cl.Strict().Do(req)
	cl.Asked(len(token()) > 3).Do(req)
}

// A wrapper is not reported, its caller's address is.

type remote struct {
	base string
	http *http.Client
}

func newRemote(base string) *remote {
	return &remote{base, &http.Client{Transport: own{http.DefaultTransport}}}
}

func (r *remote) get(path string) (*http.Response, error) { return r.http.Get(r.base + path) }

func remotes() {
	newRemote("http://api.example.com").get("/a") // want plain-http
	newRemote("https://api.example.com").get("/a")
	newRemote("http://localhost:8080").get("/a")
}
