// Package client calls other services with tokens that it keeps in structs.
package client

import (
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"

	"example.com/testdata/leak/sent/settings"

	"github.com/go-resty/resty/v2"
	"go.uber.org/zap"
)

// Tower calls one service. Token is what its importers fill.
type Tower struct {
	URL   string
	Token string
}

func (t *Tower) get(path string) (*http.Response, error) {
	log.Printf("GET %s%s with %s", t.URL, path, t.Token) // want token-log
	req, err := http.NewRequest(http.MethodGet, t.URL+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+t.Token)
	return http.DefaultClient.Do(req)
}

// Get prints the client as a whole when something is wrong.
func (t *Tower) Get(path string) (*http.Response, error) {
	res, err := t.get(path)
	if err != nil {
		log.Printf("client %+v: %v", t, err) // want token-log "field Token"
		slog.Error("get", "client", *t)      // want token-log "field Token"
		log.Printf("%s of %s failed, token of %d bytes, set: %t", path, t.URL, len(t.Token), t.Token != "")
	}
	return res, err
}

// check prints a token that is not there, and one that is.
func (t *Tower) check() {
	if t.Token != "" {
		log.Println("token is", t.Token) // want token-log
	} else {
		log.Printf("token is empty: %q", t.Token)
	}
	if t.URL == "" || len(t.Token) == 0 {
		log.Println("not set up:", t.URL, t.Token) // want token-log
	}
	if len(t.Token) == 0 && t.URL != "" {
		log.Println("not set up:", t.URL, t.Token)
	}
}

// session sends what it was given by a formatting helper.
type session struct {
	access  string
	refresh string
	user    string
}

func (s session) header() string { return fmt.Sprintf("Bearer %s", s.access) }

func (s session) do(req *http.Request, logger *zap.Logger) (*http.Response, error) {
	req.Header = http.Header{"Authorization": {s.header()}}
	logger.Info("request", zap.String("user", s.user), zap.String("access", s.access)) // want token-log
	logger.Info("request of", zap.Any("user", s.user))
	logger.Info("of a session", zap.Any("session", s)) // JSON, which has no unexported fields
	return http.DefaultClient.Do(req)
}

// options are the header fields of a request of any client.
type options struct{ Key string }

func (o options) headers() map[string]string {
	slog.Debug("options", slog.Any("options", o)) // want token-log "field Key"
	return map[string]string{"Accept": "*/*", "Authorization": "Bearer " + o.Key}
}

// wrapped lets a library say Bearer.
type wrapped struct {
	*resty.Client
	secret string
}

func newWrapped(base, secret string) *wrapped {
	c := resty.New().SetBaseURL(base).SetAuthToken(secret)
	log.Println("client of", base, "with", secret) // want token-log
	return &wrapped{c, secret}
}

// FromSettings sends a field that another package declares.
func FromSettings(cfg *settings.Config) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, cfg.Tower.URL, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Add("Authorization", "Bearer "+cfg.Tower.Token)
	return http.DefaultClient.Do(req)
}

// FromHidden does so with one that prints nothing.
func FromHidden(cfg *settings.Config) *http.Request {
	req, _ := http.NewRequest(http.MethodGet, cfg.Relay.URL, nil)
	req.Header.Set("Authorization", "Bearer "+string(cfg.Relay.Token))
	log.Printf("%+v", cfg.Relay)
	return req
}

// NewTower hands its argument on.
func NewTower(url, token string) *Tower { return &Tower{URL: url, Token: token} }

// masked shows the end of a token.
type masked struct{ token string }

func (m masked) do(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+m.token)
	log.Println("token ends in", m.token[len(m.token)-4:])
	log.Println("client", m)
}

// String takes the token out.
func (m masked) String() string { return "client" }

// valued says what slog writes of it.
type valued struct {
	Name  string
	Token string
}

func (v valued) do(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+v.Token)
	slog.Info("client", "client", v)
	slog.Info("client", "client", v.Name)
}

// LogValue takes the token out.
func (v valued) LogValue() slog.Value { return slog.StringValue(v.Name) }

// tagged keeps its token out of JSON.
type tagged struct {
	Name  string `json:"name"`
	Token string `json:"-"`
}

func (t tagged) do(req *http.Request, logger *zap.Logger) {
	req.Header.Set("Authorization", "Bearer "+t.Token)
	logger.Info("client", zap.Any("client", t))
	log.Printf("client %v", t) // want token-log "field Token"
}

// basic has a password, and a scheme of its own; neither is a bearer token.
type basic struct{ User, Password, Digest string }

func (b basic) do(req *http.Request) {
	req.SetBasicAuth(b.User, b.Password)
	req.Header.Set("X-User", b.User)
	req.Header.Set("Authorization", "Digest "+b.Digest)
	log.Println("as", b.User, b.Digest)
}

// page is no credential: only the name is like that of one.
type page struct{ Token string }

func (p page) next(req *http.Request) {
	req.Header.Set("X-Page", "Bearer "+p.Token)
	log.Println("page", p.Token)
}

// status reads what comes back, which is no token.
func (t *Tower) status() {
	res, err := t.get("/status")
	if err != nil {
		return
	}
	defer res.Body.Close()
	body, _ := io.ReadAll(res.Body)
	log.Println(res.Status, string(body))
}
