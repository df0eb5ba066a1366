package web_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"

	"example.com/testdata/guide/service/internal/accounts"
	"example.com/testdata/guide/service/internal/revocation"
	"example.com/testdata/guide/service/internal/security"
	"example.com/testdata/guide/service/internal/tokens"
	"example.com/testdata/guide/service/internal/web"
)

// service is the service, started with a Redis of its own.
type service struct {
	*web.Server
	redis *miniredis.Miniredis
	tls   *httptest.Server
	log   *bytes.Buffer // what the security log has
}

func start(t *testing.T) *service {
	t.Helper()
	redisServer := miniredis.RunT(t)
	rdb := redis.NewClient(&redis.Options{Addr: redisServer.Addr(), MaxRetries: -1})
	t.Cleanup(func() { rdb.Close() })
	users, err := accounts.New()
	if err != nil {
		t.Fatal(err)
	}
	log := new(bytes.Buffer)
	s := &service{&web.Server{
		Tokens: tokens.New(tokens.Rings{
			Access: ring(t), Refresh: ring(t), Confirmation: ring(t),
		}),
		Revoked:  revocation.New(rdb),
		Accounts: users,
		Failures: security.NewFailures(rdb),
		Log:      security.NewLog(slog.New(slog.NewJSONHandler(log, nil))),
	}, redisServer, nil, log}
	s.tls = httptest.NewTLSServer(s.Handler())
	t.Cleanup(s.tls.Close)
	return s
}

func ring(t *testing.T) *tokens.Ring { return tokens.NewRing(key(t, "test")) }

func key(t *testing.T, id string) tokens.Key {
	t.Helper()
	k, err := tokens.ParseKey(tokens.GenerateKey(id))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// browser is somebody who uses the service.
type browser struct {
	*testing.T
	at   *service
	http *http.Client
}

// browser returns a browser without cookies.
func (s *service) browser(t *testing.T) *browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := *s.tls.Client()
	client.Jar = jar
	return &browser{t, s, &client}
}

// user returns a browser that is logged in with an account.
func (s *service) user(t *testing.T, name string) *browser {
	t.Helper()
	b := s.browser(t)
	if !s.Accounts.Exists(name) {
		b.expect(http.StatusCreated, "POST /api/account", credentials(name, password))
	}
	b.expect(http.StatusNoContent, "POST /api/login", credentials(name, password))
	return b
}

const password = "correct horse battery"

func credentials(user, password string) map[string]string {
	return map[string]string{"user": user, "password": password}
}

// do sends a request, as "POST /api/login", and returns the response with its body.
func (b *browser) do(request string, body any, header ...string) (*http.Response, string) {
	b.Helper()
	response, text, err := b.send(request, body, header...)
	if err != nil {
		b.Fatal(err)
	}
	return response, text
}

func (b *browser) send(
	request string, body any, header ...string,
) (response *http.Response, text string, err error) {
	method, path, _ := strings.Cut(request, " ")
	data, err := json.Marshal(body)
	if err != nil {
		return nil, "", err
	}
	r, err := http.NewRequest(method, b.at.tls.URL+path, bytes.NewReader(data))
	if err != nil {
		return nil, "", err
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	response, err = b.http.Do(r)
	if err != nil {
		return nil, "", err
	}
	defer response.Body.Close()
	all, err := io.ReadAll(response.Body)
	return response, string(all), err
}

// expect sends a request whose response must have a status.
func (b *browser) expect(status int, request string, body any) string {
	b.Helper()
	response, text := b.do(request, body)
	if response.StatusCode != status {
		b.Fatalf("%s: got %s %q, want %d", request, response.Status, text, status)
	}
	return text
}

// cookies returns a copy of the cookies of a browser, which a thief could have.
func (b *browser) cookies() []*http.Cookie {
	u, err := url.Parse(b.at.tls.URL)
	if err != nil {
		b.Fatal(err)
	}
	return b.http.Jar.Cookies(u)
}

// with gives cookies to a browser.
func (b *browser) with(cookies []*http.Cookie) *browser {
	u, err := url.Parse(b.at.tls.URL)
	if err != nil {
		b.Fatal(err)
	}
	b.http.Jar.SetCookies(u, cookies)
	return b
}

// nextSecond waits until tokens say another time at which they were issued.
func nextSecond() { time.Sleep(time.Until(time.Now().Truncate(time.Second).Add(time.Second))) }

func TestLogin(t *testing.T) {
	t.Parallel()
	s := start(t)
	b := s.browser(t)
	b.expect(http.StatusUnauthorized, "GET /api/account", nil)
	b.expect(http.StatusCreated, "POST /api/account", credentials("alice", password))
	b.expect(http.StatusConflict, "POST /api/account", credentials("alice", password))
	b.expect(http.StatusBadRequest, "POST /api/account", credentials("bob", "short"))
	b.expect(http.StatusBadRequest, "POST /api/account", credentials("<script>", password))
	b.expect(http.StatusBadRequest, "POST /api/login", map[string]int{"admin": 1})
	long := strings.Repeat("x", 1<<15)
	b.expect(http.StatusBadRequest, "POST /api/login", credentials("alice", long))
	b.expect(http.StatusUnauthorized, "POST /api/login", credentials("alice", "wrong horse battery"))
	b.expect(http.StatusUnauthorized, "POST /api/login", credentials("nobody", password))

	response, _ := b.do("POST /api/login", credentials("alice", password))
	if response.StatusCode != http.StatusNoContent || len(response.Cookies()) != 2 {
		t.Fatalf("got %s with %d cookies", response.Status, len(response.Cookies()))
	}
	for _, c := range response.Cookies() {
		if !strings.HasPrefix(c.Name, "__Host-") || !c.Secure || !c.HttpOnly || c.Path != "/" ||
			c.SameSite != http.SameSiteStrictMode || c.Domain != "" || c.MaxAge <= 0 {
			t.Errorf("the cookie %s is %+v", c.Name, c)
		}
	}
	if got := b.expect(http.StatusOK, "GET /api/account", nil); !strings.Contains(got, "alice") {
		t.Errorf("got %q", got)
	}
	for _, event := range []string{`"login_failed"`, `"user":"nobody"`} {
		if !strings.Contains(s.log.String(), event) {
			t.Errorf("the log lacks %s:\n%s", event, s.log)
		}
	}
}

func TestRefresh(t *testing.T) {
	t.Parallel()
	s := start(t)
	b := s.user(t, "alice")
	first := b.cookies()
	b.expect(http.StatusNoContent, "POST /api/refresh", nil)
	b.expect(http.StatusOK, "GET /api/account", nil)
	b.expect(http.StatusNoContent, "POST /api/refresh", nil)

	// A thief has the first refresh token. To use it again ends the sessions of alice, and of
	// nobody else.
	other := s.user(t, "bob")
	s.browser(t).with(first).expect(http.StatusUnauthorized, "POST /api/refresh", nil)
	b.expect(http.StatusUnauthorized, "POST /api/refresh", nil)
	b.expect(http.StatusUnauthorized, "GET /api/account", nil)
	other.expect(http.StatusOK, "GET /api/account", nil)
	if !strings.Contains(s.log.String(), `"refresh_reused","user":"alice"`) {
		t.Errorf("nothing is in the log:\n%s", s.log)
	}

	nextSecond()
	s.user(t, "alice").expect(http.StatusOK, "GET /api/account", nil)
}

// Of many that use one refresh token at the same time, one gets another, and the session ends.
func TestRefreshRace(t *testing.T) {
	t.Parallel()
	s := start(t)
	cookies := s.user(t, "alice").cookies()
	const n = 8
	status := make(chan int, n)
	for range n {
		b := s.browser(t).with(cookies)
		go func() {
			response, _, err := b.send("POST /api/refresh", nil)
			if err != nil {
				t.Error(err)
				status <- 0
				return
			}
			status <- response.StatusCode
		}()
	}
	counts := map[int]int{}
	for range n {
		counts[<-status]++
	}
	if counts[http.StatusNoContent] > 1 || counts[http.StatusUnauthorized] < n-1 {
		t.Errorf("got %v", counts)
	}
}

func TestLogout(t *testing.T) {
	t.Parallel()
	s := start(t)
	b := s.user(t, "alice")
	copied := b.cookies()
	elsewhere := s.user(t, "alice")
	b.expect(http.StatusNoContent, "POST /api/logout", nil)
	if left := b.cookies(); len(left) > 0 {
		t.Errorf("%d cookies are left", len(left))
	}
	thief := s.browser(t).with(copied)
	thief.expect(http.StatusUnauthorized, "GET /api/account", nil)
	elsewhere.expect(http.StatusOK, "GET /api/account", nil)

	// What is kept of the tokens is kept for as long as they would have lived.
	var ends []time.Duration
	for _, k := range s.redis.Keys() {
		if strings.HasPrefix(k, "revoked:") {
			ends = append(ends, s.redis.TTL(k))
		}
	}
	if len(ends) != 2 || min(ends[0], ends[1]) > tokens.AccessLife ||
		min(ends[0], ends[1]) < tokens.AccessLife-time.Minute ||
		max(ends[0], ends[1]) > tokens.RefreshLife ||
		max(ends[0], ends[1]) < tokens.RefreshLife-time.Minute {
		t.Errorf("the entries end in %v", ends)
	}
	s.redis.FastForward(tokens.RefreshLife)
	if left := s.redis.Keys(); len(left) > 0 {
		t.Errorf("%q are left in Redis", left)
	}
}

// While the list cannot be asked no token is accepted.
func TestClosed(t *testing.T) {
	t.Parallel()
	s := start(t)
	b := s.user(t, "alice")
	s.redis.SetError("LOADING Redis is loading the dataset in memory")
	for _, request := range []string{
		"GET /api/account", "POST /api/refresh", "POST /api/logout", "DELETE /api/account",
	} {
		b.expect(http.StatusServiceUnavailable, request, nil)
	}
	b.expect(http.StatusServiceUnavailable, "POST /api/login", credentials("alice", password))
	s.redis.SetError("")
	b.expect(http.StatusOK, "GET /api/account", nil)
}

func TestEmergency(t *testing.T) {
	t.Parallel()
	s := start(t)
	alice, bob := s.user(t, "alice"), s.user(t, "bob")
	if err := s.Revoked.RevokeUser(context.Background(), "alice"); err != nil {
		t.Fatal(err)
	}
	alice.expect(http.StatusUnauthorized, "GET /api/account", nil)
	alice.expect(http.StatusUnauthorized, "POST /api/refresh", nil)
	bob.expect(http.StatusOK, "GET /api/account", nil)

	nextSecond()
	alice = s.user(t, "alice")
	alice.expect(http.StatusOK, "GET /api/account", nil)
	if err := s.Revoked.RevokeAll(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, b := range []*browser{alice, bob} {
		b.expect(http.StatusUnauthorized, "GET /api/account", nil)
		b.expect(http.StatusUnauthorized, "POST /api/refresh", nil)
	}

	nextSecond()
	s.user(t, "bob").expect(http.StatusOK, "GET /api/account", nil)

	s.redis.FastForward(tokens.RefreshLife)
	if left := s.redis.Keys(); len(left) > 0 {
		t.Errorf("%q are left in Redis", left)
	}
}

func TestStepUp(t *testing.T) {
	t.Parallel()
	s := start(t)
	alice, bob := s.user(t, "alice"), s.user(t, "bob")
	ask := func(password, action string) map[string]string {
		return map[string]string{"password": password, "action": action}
	}
	alice.expect(http.StatusBadRequest, "POST /api/account/confirmation", ask(password, "anything"))
	alice.expect(http.StatusForbidden, "POST /api/account/confirmation",
		ask("wrong horse battery", "delete-account"))
	var answer map[string]string
	text := alice.expect(http.StatusOK, "POST /api/account/confirmation",
		ask(password, "delete-account"))
	if err := json.Unmarshal([]byte(text), &answer); err != nil {
		t.Fatal(err)
	}

	harmless, err := s.Tokens.Confirmation("alice", "export-notes")
	if err != nil {
		t.Fatal(err)
	}
	access, err := s.Tokens.Access("alice")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		by   *browser
		body any
	}{
		{"none", alice, map[string]string{}},
		{"an access token", alice, map[string]string{"confirmation": access}},
		{"one of another action", alice, map[string]string{"confirmation": harmless}},
		{"one of another user", bob, answer},
	} {
		if response, _ := c.by.do("DELETE /api/account", c.body); response.StatusCode !=
			http.StatusForbidden {
			t.Errorf("%s: got %s", c.name, response.Status)
		}
	}
	if !s.Accounts.Exists("alice") || !s.Accounts.Exists("bob") {
		t.Fatal("an account is gone")
	}
	alice.expect(http.StatusNoContent, "DELETE /api/account", answer)
	if s.Accounts.Exists("alice") {
		t.Error("the account is still there")
	}
	alice.expect(http.StatusUnauthorized, "GET /api/account", nil)
}

func TestFailures(t *testing.T) {
	t.Parallel()
	s := start(t)
	s.user(t, "alice")
	b := s.browser(t)
	for range security.MaxFailures {
		b.expect(http.StatusUnauthorized, "POST /api/login",
			credentials("alice", "wrong horse battery"))
	}
	response, _ := b.do("POST /api/login", credentials("alice", password))
	if response.StatusCode != http.StatusTooManyRequests ||
		response.Header.Get("Retry-After") != "900" {
		t.Errorf("got %s, %v", response.Status, response.Header)
	}
	if !strings.Contains(s.log.String(), `"login_blocked"`) {
		t.Errorf("nothing is in the log:\n%s", s.log)
	}
	s.redis.FastForward(security.FailureTime)
	b.expect(http.StatusNoContent, "POST /api/login", credentials("alice", password))
}

// Who knows the password is not counted, wherever others were wrong.
func TestSuccesses(t *testing.T) {
	t.Parallel()
	s := start(t)
	for range security.MaxFailures + 1 {
		s.user(t, "alice")
	}
	ctx := context.Background()
	attempt := func(from string) int64 {
		n, err := s.Failures.Attempt(ctx, from, "alice")
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := attempt("192.0.2.1") + attempt("192.0.2.1") + attempt("192.0.2.2"); n != 1+2+3 {
		t.Errorf("got %d", n)
	}
	if err := s.Failures.Succeeded(ctx, "192.0.2.2", "alice"); err != nil {
		t.Fatal(err)
	}
	if n := attempt("192.0.2.2"); n != 1 {
		t.Errorf("got %d", n)
	}
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	s := start(t)
	response, _ := s.browser(t).do("GET /api/account", nil)
	for name, want := range map[string]string{
		"Strict-Transport-Security": "max-age=31536000; includeSubDomains",
		"X-Content-Type-Options":    "nosniff",
		"X-Frame-Options":           "DENY",
		"Content-Security-Policy":   "default-src 'none'; frame-ancestors 'none'",
		"Cache-Control":             "no-store",
	} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// Other sites cannot make a browser send requests that change anything.
func TestCrossOrigin(t *testing.T) {
	t.Parallel()
	s := start(t)
	b := s.user(t, "alice")
	for _, header := range [][]string{
		{"Sec-Fetch-Site", "cross-site"},
		{"Sec-Fetch-Site", "same-site"},
		{"Origin", "https://evil.example"},
	} {
		if response, _ := b.do("POST /api/logout", nil, header...); response.StatusCode !=
			http.StatusForbidden {
			t.Errorf("%q: got %s", header, response.Status)
		}
	}
	if response, _ := b.do("POST /api/logout", nil, "Sec-Fetch-Site", "same-origin"); response.
		StatusCode != http.StatusNoContent {
		t.Errorf("got %s", response.Status)
	}
}

func TestRedirect(t *testing.T) {
	t.Parallel()
	plain := httptest.NewServer(web.Redirect("notes.example.com"))
	t.Cleanup(plain.Close)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
	response, err := client.Post(plain.URL+"/api/login?next=1", "application/json", nil)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if got := response.Header.Get("Location"); response.StatusCode != http.StatusPermanentRedirect ||
		got != "https://notes.example.com/api/login?next=1" {
		t.Errorf("got %s to %q", response.Status, got)
	}
}

// No token, no part of one and no password is in the security log.
func TestLog(t *testing.T) {
	t.Parallel()
	s := start(t)
	b := s.user(t, "alice")
	copied := b.cookies()
	b.expect(http.StatusNoContent, "POST /api/refresh", nil)
	s.browser(t).with(copied).expect(http.StatusUnauthorized, "POST /api/refresh", nil)
	forged := []*http.Cookie{{Name: "__Host-access", Value: copied[0].Value + "x", Path: "/"}}
	s.browser(t).with(forged).expect(http.StatusUnauthorized, "GET /api/account", nil)
	b.expect(http.StatusUnauthorized, "POST /api/login", credentials("alice", "wrong horse battery"))
	for _, secret := range []string{"eyJ", "horse", copied[0].Value[40:60]} {
		if strings.Contains(s.log.String(), secret) {
			t.Errorf("%q is in the log:\n%s", secret, s.log)
		}
	}
	if n := strings.Count(s.log.String(), "security event"); n < 4 {
		t.Errorf("%d events:\n%s", n, s.log)
	}
}
