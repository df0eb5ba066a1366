package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// two has a report that is critical and one that is medium.
var two = map[string]string{
	"go.mod": goMod, "go.sum": goSum, "old/bad.go": bad, "new/life.go": `package life

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Sign signs.
func Sign(key []byte) (string, error) {
	claims := jwt.MapClaims{"sub": "a", "exp": time.Now().AddDate(0, 1, 0).Unix()}
	if len(key) < 32 {
		return "", jwt.ErrInvalidKey
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}
`,
}

// What is asked for is reported, with the severity that the settings say, and counts as they say.
func TestFilters(t *testing.T) {
	dir := module(t, two)
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	const secret, life = ": hardcoded-secret: ", ": long-expiry: "
	for _, c := range []struct {
		file string
		args []string
		want []string // parts of the output
		not  []string
		code int
	}{
		{"", nil, []string{secret, life, "2 reports (1 critical, 1 medium)"}, nil, 1},
		{"", []string{"-severity=high"}, []string{secret, "1 report (1 critical)"}, []string{life}, 1},
		{"severity: high\n", []string{"-severity=low"}, []string{secret, life}, nil, 1},
		{"severity: high\n", []string{"-only=long-expiry"}, []string{"no reports"}, []string{life}, 0},
		{"", []string{"-only", "jwtexpiry"}, []string{life, "1 report"}, []string{secret}, 1},
		{"only: [hardcoded-secret]\n", nil, []string{secret}, []string{life}, 1},
		{"only: [hardcoded-secret]\n", []string{"-only="}, []string{secret, life}, nil, 1},
		{"", []string{"-skip=jwtexpiry"}, []string{secret}, []string{life}, 1},
		{"", []string{"-skip=jwtexpiry,hardcoded-secret"}, []string{"no reports"}, nil, 0},
		{"", []string{"-fail-on=critical", "-skip=hardcoded-secret"}, []string{life}, nil, 0},
		{"", []string{"-fail-on=critical"}, []string{secret, life}, nil, 1},
		{"fail-on: none\n", nil, []string{secret, life}, nil, 0},
		{"fail-on: none\n", []string{"-fail-on=medium"}, []string{secret, life}, nil, 1},
		{"severities: {long-expiry: critical}\n", nil, []string{"2 reports (2 critical)"}, nil, 1},
		{"", []string{"-severities=long-expiry=low, hardcoded-secret=medium"},
			[]string{"2 reports (1 medium, 1 low)"}, nil, 1},
		{"overrides: [{paths: [old], disable: [jwtsecret]}]\n", nil,
			[]string{life}, []string{secret}, 1},
		{"overrides: [{paths: [new, old], severities: {long-expiry: low}}]\nseverity: medium\n", nil,
			[]string{secret}, []string{life}, 1},
		{"overrides: [{paths: [elsewhere], disable: [jwtsecret]}]\n", nil,
			[]string{secret, life}, nil, 1},
		{"profile: strict\n", nil, []string{secret, life}, nil, 1},
	} {
		if err := os.WriteFile(filepath.Join(dir, ".jwtvet.yml"), []byte(c.file), 0o666); err != nil {
			t.Fatal(err)
		}
		out, errs, code := run(t, dir, nil, c.args...)
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%q and %q: no %q in\n%s", c.file, c.args, want, out)
			}
		}
		for _, not := range c.not {
			if strings.Contains(out, not) {
				t.Errorf("%q and %q: %q is in\n%s", c.file, c.args, not, out)
			}
		}
		if code != c.code || errs != "" {
			t.Errorf("%q and %q: got %d, want %d; %s", c.file, c.args, code, c.code, errs)
		}
	}
}

// A list of known reports keeps those that a filter hides.
func TestFiltersKeepTheBaseline(t *testing.T) {
	dir := module(t, two)
	list := filepath.Join(dir, ".jwtvet-baseline.yml")
	if out, errs, code := run(t, dir, nil, "baseline", "write"); code != 0 ||
		!strings.Contains(out, "2 reports") {
		t.Fatalf("got %d, %s%s", code, out, errs)
	}
	if err := os.WriteFile(filepath.Join(dir, ".jwtvet.yml"),
		[]byte("overrides: [{paths: [new], disable: [jwtexpiry]}]\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"-severity=critical"}, {"-only=hardcoded-secret"}, {"-skip=long-expiry"}, {},
	} {
		out, errs, code := run(t, dir, nil, append(args, "-baseline", list)...)
		if code != 0 || errs != "" {
			t.Errorf("%q: got %d, %s%s", args, code, out, errs)
		}
		out, errs, code = run(t, dir, nil, append([]string{"baseline", "prune"}, args...)...)
		if code != 0 || !strings.Contains(out, "lists 2 reports, 0 less") {
			t.Errorf("%q: got %d, %s%s", args, code, out, errs)
		}
	}
}

// Limits, hosts and names of a team hold, with a warm cache too.
func TestLimits(t *testing.T) {
	files := maps.Clone(two)
	files["passphrase/passphrase.go"] = `package passphrase

import (
	"net/http"
	"net/url"
	"os"
)

var passphrase = env("APP_PASSPHRASE", "local")

func env(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok && v != "" {
		return v
	}
	return fallback
}

func get(password string) {
	http.PostForm("http://api.acme.com/token", url.Values{"password": {password}})
}
`
	dir := module(t, files)
	const life, plain, fallback = ": long-expiry: ", ": plain-http: ", ": default-secret: "
	for _, c := range []struct {
		file string
		args []string
		want []string
	}{
		{"", nil, []string{life, plain}},
		{"access-life: 60d\n", nil, []string{plain}},
		{"access-life: 60d\n", []string{"-access-life=1h"}, []string{life, plain}},
		{"access-life: 60d\n", []string{"-jwtexpiry.access-life=1h"}, []string{life, plain}},
		{"allowed-hosts: [api.acme.com]\n", nil, []string{life}},
		{"allowed-hosts: [api.acme.com]\n", []string{"-allowed-hosts="}, []string{life, plain}},
		{"secret-names: [app_passphrase]\n", nil, []string{life, plain, fallback}},
		{"secret-names: [app_passphrase]\n", []string{"-not-secret-names=*passphrase"},
			[]string{life, plain}},
		{"min-key-length: 64\n", nil, []string{life, plain, ": short-secret: "}},
	} {
		if err := os.WriteFile(filepath.Join(dir, ".jwtvet.yml"), []byte(c.file), 0o666); err != nil {
			t.Fatal(err)
		}
		out, errs, code := run(t, dir, nil, append([]string{"-skip=hardcoded-secret"}, c.args...)...)
		n := 0
		for _, want := range c.want {
			n += strings.Count(out, want)
		}
		if n != len(c.want) || !strings.Contains(out, fmt.Sprintf(": %d report", n)) ||
			errs != "" || code != 1 {
			t.Errorf("%q and %q: got %d, want %q in\n%s%s", c.file, c.args, code, c.want, out, errs)
		}
	}
}
