package requests

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"

	coder "github.com/coder/websocket"
	"github.com/go-resty/resty/v2"
	"github.com/gorilla/websocket"
	"github.com/imroc/req/v3"
	"github.com/parnurzeal/gorequest"
	xnet "golang.org/x/net/websocket"
)

// short uses the functions of net/http that take no header: the address or the body brings the credentials.
func short(c *Client, password string) {
	http.Get("http://api.acme.com/me?access=" + os.Getenv("JWT_SECRET"))                                                 // want plain-http
	http.Post("http://api.acme.com/login", "text/plain", strings.NewReader(os.Getenv("JWT_SECRET")))                     // want plain-http
	http.PostForm("http://api.acme.com/token", url.Values{"grant_type": {"password"}, "password": {password}})           // want plain-http
	c.http.PostForm("http://api.acme.com/token", url.Values{"client_secret": {password}})                                // want plain-http
	http.NewRequest("POST", "http://api.acme.com/token", strings.NewReader(url.Values{"password": {password}}.Encode())) // want plain-http
}

// whole gives a request all of its header at once.
func whole(token string) {
	r, _ := http.NewRequest("GET", "http://api.acme.com/me", nil) // want plain-http
	r.Header = http.Header{"Authorization": []string{"Bearer " + token}}
	http.DefaultClient.Do(r)

	r, _ = http.NewRequest("GET", "http://api.acme.com/me", nil) // want plain-http
	r.Header["Authorization"] = []string{token}
	http.DefaultClient.Do(r)
}

// parsed reads its address before it uses it.
func parsed(token string) {
	u, _ := url.Parse("http://api.acme.com")
	r, _ := http.NewRequest("GET", u.JoinPath("me").String(), nil) // want plain-http "to api.acme.com without"
	r.Header.Set("Authorization", token)
}

func ofResty(token string) {
	c := resty.New().SetBaseURL("http://api.acme.com").SetAuthToken(token) // want plain-http
	c.R().Get("/me")
	c.SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true}) // want insecure-tls

	d := resty.New()
	d.SetBaseURL("http://api.acme.com") // want plain-http
	d.R().SetHeaders(map[string]string{"Authorization": token}).Get("/me")

	d.R().SetAuthToken(token).Get("http://api.acme.com/me") // want plain-http
	d.R().Get("http://api.acme.com/public")
}

func ofReq(token string) {
	c := req.C().SetBaseURL("http://api.acme.com").SetCommonBearerAuthToken(token) // want plain-http
	c.R().Get("/me")
	c.EnableInsecureSkipVerify() // want insecure-tls

	req.R().SetBearerAuthToken(token).Get("http://api.acme.com/me")              // want plain-http
	req.R().SetHeader("Authorization", token).MustPost("http://api.acme.com/me") // want plain-http
}

func ofGoRequest(token string) {
	gorequest.New().Get("http://api.acme.com/me").Set("Authorization", "Bearer "+token).End() // want plain-http
	gorequest.New().Get("http://api.acme.com/public").Set("Accept", "text/plain").End()
	gorequest.New().Get("https://api.acme.com/me").Set("Authorization", "Bearer "+token).End()

	agent := gorequest.New().TLSClientConfig(&tls.Config{InsecureSkipVerify: true}) // want insecure-tls
	agent.Post("https://api.acme.com/login").SetBasicAuth("bob", token).End()
}

func sockets(ctx context.Context, token string) {
	websocket.DefaultDialer.Dial("ws://live.acme.com", http.Header{"Authorization": {token}})                    // want plain-http
	coder.Dial(ctx, "ws://live.acme.com", &coder.DialOptions{HTTPHeader: http.Header{"Authorization": {token}}}) // want plain-http
	config, _ := xnet.NewConfig("ws://live.acme.com", "http://acme.com")                                         // want plain-http
	config.Header.Set("Authorization", "Bearer "+token)
	xnet.DialConfig(config)
	xnet.Dial("ws://live.acme.com?t="+os.Getenv("JWT_SECRET"), "", "http://acme.com") // want plain-http
}

// lax disables TLS verification, by fields that are set later.
func lax(token string) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.TLSClientConfig = &tls.Config{}
	tr.TLSClientConfig.InsecureSkipVerify = true // want insecure-tls
	c := &http.Client{}
	c.Transport = tr
	r, _ := http.NewRequest("GET", "https://api.acme.com", nil)
	r.Header.Set("Authorization", token)
	c.Do(r)

	other := &http.Transport{}
	other.TLSClientConfig = &tls.Config{InsecureSkipVerify: true} // want insecure-tls
	(&http.Client{Transport: other}).Do(r)

	dialer := &websocket.Dialer{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want insecure-tls
	dialer.Dial("wss://live.acme.com", http.Header{"Authorization": {token}})
}

// Near misses.

func fineClients(ctx context.Context, c *Client, token, password string, insecure bool) {
	http.Get("http://api.acme.com/public")
	http.Post("http://api.acme.com/events", "text/plain", strings.NewReader("started"))
	http.PostForm("http://api.acme.com/search", url.Values{"q": {password}, "password": {"anonymous"}})
	http.PostForm("http://localhost:8080/token", url.Values{"password": {password}})
	req.R().SetHeader("Accept", token).Get("http://api.acme.com/me")
	req.C().SetBaseURL("https://api.acme.com").SetCommonBearerAuthToken(token)
	resty.New().SetBaseURL("http://auth:8080").SetAuthToken(token)
	coder.Dial(ctx, "ws://live.acme.com", nil)
	coder.Dial(ctx, "ws://live.acme.com", &coder.DialOptions{HTTPHeader: http.Header{"Origin": {token}}})
	websocket.DefaultDialer.Dial("wss://live.acme.com", http.Header{"Authorization": {token}})
	xnet.Dial("ws://live.acme.com", "", "http://acme.com")

	socket := &http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", "/run/acme.sock")
	}}}
	r, _ := http.NewRequest("GET", "http://unix/me", nil)
	r.Header.Set("Authorization", token)
	socket.Do(r)

	asked := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: insecure}}}
	r, _ = http.NewRequest("GET", "https://api.acme.com", nil)
	r.Header.Set("Authorization", token)
	asked.Do(r)

	tr := &http.Transport{}
	if insecure {
		tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	}
	(&http.Client{Transport: tr}).Do(r)
	bare, _ := http.NewRequest("GET", "http://api.acme.com/public", nil)
	bare.Header.Set("Authorization", "")
}

type browser struct{ SkipVerify bool }

func configured(token string, asked []string) {
	b := &browser{}
	if len(asked) > 0 {
		b.SkipVerify = true
	}
	tr := &http.Transport{}
	if b.SkipVerify == true {
		tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	}
	r, _ := http.NewRequest("GET", "https://api.acme.com", nil)
	r.Header.Set("Authorization", token)
	(&http.Client{Transport: tr}).Do(r)
}

// A condition that is no choice of the operator.
func retried(token string, again bool) {
	tr := &http.Transport{}
	if again {
		tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true} // want insecure-tls
	}
	r, _ := http.NewRequest("GET", "https://api.acme.com", nil)
	r.Header.Set("Authorization", token)
	(&http.Client{Transport: tr}).Do(r)
}
