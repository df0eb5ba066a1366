// Package requests sends tokens with the clients that people use.
package requests

import (
	"context"
	"crypto/tls"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"

	"github.com/go-resty/resty/v2"
	"github.com/gorilla/websocket"
	"github.com/valyala/fasthttp"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

const base = "http://api.acme.com"

// Client has its base in a field.
type Client struct {
	Base  string
	Token string
	http  *http.Client
}

// New makes a client.
func New(token string) *Client {
	return &Client{Base: "http://billing.acme.com/v1", Token: token, http: &http.Client{
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}, // want insecure-tls
	}}
}

// Get sends its token.
func (c *Client) Get(path string) (*http.Response, error) {
	req, err := http.NewRequest("GET", c.Base+path, nil) // want plain-http "billing.acme.com"
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	return c.http.Do(req)
}

func order(ctx context.Context, token string) {
	req, _ := http.NewRequestWithContext(ctx, "GET", fmt.Sprintf("%s/users/%d", base, 1), nil) // want plain-http "api.acme.com"
	req.Header.Add("authorization", token)
	http.DefaultClient.Do(req)

	basic, _ := http.NewRequest("GET", "http://user:pw@api.acme.com:8080", nil) // want plain-http "api.acme.com"
	basic.SetBasicAuth("user", token)
	http.DefaultClient.Do(basic)

	u := url.URL{Scheme: "http", Host: "api.acme.com"}
	req, _ = http.NewRequest("GET", u.String(), nil) // want plain-http
	req.Header.Set("Authorization", token)

	joined, _ := url.JoinPath("http://api.acme.com", "users")
	last, _ := http.NewRequest("GET", joined, nil) // want plain-http
	last.Header.Set("Authorization", token)
}

func others(token string) {
	resty.New().R().SetAuthToken(token).Get("http://api.acme.com/me") // want plain-http
	r := resty.New().R()
	r.SetHeader("Authorization", token)
	r.Post("http://api.acme.com/me") // want plain-http

	req := fasthttp.AcquireRequest()
	req.SetRequestURI("http://api.acme.com/me") // want plain-http
	req.Header.Set("Authorization", "Bearer "+token)

	header := http.Header{}
	header.Set("Authorization", token)
	websocket.DefaultDialer.Dial("ws://live.acme.com/feed", header) // want plain-http
}

var login = oauth2.Config{ClientSecret: os.Getenv("CLIENT_SECRET"), Endpoint: oauth2.Endpoint{
	TokenURL: "http://login.acme.com/token", // want plain-http "OAuth 2.0 client"
}}

var machine = clientcredentials.Config{TokenURL: "https://login.acme.com/token"}

// Near misses.

func fine(token string, c *Client, s *httptest.Server) {
	for _, address := range []string{"http://localhost:8080", "http://127.0.0.1/x", "http://10.1.2.3", "http://auth-service:8080/me", "http://auth.svc.cluster.local", "https://api.acme.com"} {
		req, _ := http.NewRequest("GET", address, nil)
		req.Header.Set("Authorization", token)
	}
	req, _ := http.NewRequest("GET", os.Getenv("API"), nil)
	req.Header.Set("Authorization", token)
	host := os.Getenv("HOST")
	req, _ = http.NewRequest("GET", "http://"+host+".acme.com/me", nil)
	req.Header.Set("Authorization", token)
	req, _ = http.NewRequest("GET", s.URL, nil)
	req.Header.Set("Authorization", token)
	bare, _ := http.NewRequest("GET", "http://api.acme.com/public", nil)
	bare.Header.Set("Accept", "application/json")
	lax := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	lax.Do(bare)
	resty.New().R().Get("http://api.acme.com/public")
}
