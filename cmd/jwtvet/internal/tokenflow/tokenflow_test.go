package tokenflow

import (
	"slices"
	"testing"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

func entry(k inventory.Kind, pkg, function string, change ...func(*inventory.Entry)) inventory.Entry {
	e := inventory.Entry{Kind: k, Package: "example.com/" + pkg, Function: function}
	for _, c := range change {
		c(&e)
	}
	return e
}

func named(m inventory.Medium, name string) func(*inventory.Entry) {
	return func(e *inventory.Entry) { e.Medium, e.Name = m, name }
}

func of(p inventory.Purpose) func(*inventory.Entry) {
	return func(e *inventory.Entry) { e.Purpose = p }
}

func TestArrows(t *testing.T) {
	for name, c := range map[string]struct {
		entries []inventory.Entry
		want    []string
	}{
		"nothing": {nil, nil},
		"one function": {[]inventory.Entry{
			entry(inventory.Issue, "auth", "Login"),
			entry(inventory.Issue, "auth", "Renew"),
			entry(inventory.Cookie, "auth", "Login", named(inventory.InCookie, "session")),
			entry(inventory.Read, "auth", "Check", named(inventory.InCookie, "session")),
			entry(inventory.Verify, "auth", "Check"),
			entry(inventory.Verify, "auth", "Other"),
			entry(inventory.Consult, "auth", "Check", named(inventory.Redis, "")),
		}, []string{
			"token of auth.Login: travels by cookie session",
			"cookie session: verified by token of auth.Check",
			"cookie session: verified by token of auth.Other (probably)",
			"token of auth.Check: asks redis",
		}},
		"one kind of token": {[]inventory.Entry{
			entry(inventory.Issue, "tokens", "Access", of(inventory.Access)),
			entry(inventory.Issue, "tokens", "Refresh", of(inventory.Refresh)),
			entry(inventory.Cookie, "web", "Login", named(inventory.InCookie, "r"), of(inventory.Refresh)),
		}, []string{"refresh token of tokens.Refresh: travels by cookie r (probably)"}},
		"one kind of token, of several": {[]inventory.Entry{
			entry(inventory.Issue, "tokens", "Access", of(inventory.Access)),
			entry(inventory.Issue, "admin", "Access", of(inventory.Access)),
			entry(inventory.Cookie, "web", "Login", named(inventory.InCookie, "a"), of(inventory.Access)),
		}, nil},
		"other tokens have no kind": {[]inventory.Entry{
			entry(inventory.Issue, "mail", "Link", of(inventory.Other)),
			entry(inventory.Cookie, "web", "Login", named(inventory.InCookie, "r"), of(inventory.Other)),
		}, nil},
		"kinds that differ in one function": {[]inventory.Entry{
			entry(inventory.Issue, "auth", "Login", of(inventory.Access)),
			entry(inventory.Issue, "auth", "Login", of(inventory.Refresh)),
			entry(inventory.Cookie, "auth", "Login", named(inventory.InCookie, "r"), of(inventory.Refresh)),
		}, []string{"refresh token of auth.Login: travels by cookie r"}},
		"a package with one of each": {[]inventory.Entry{
			entry(inventory.Read, "web", "bearer", named(inventory.Header, "Authorization")),
			entry(inventory.Verify, "web", "check"),
			entry(inventory.Verify, "api", "check"),
		}, []string{"header Authorization: verified by token of web.check (probably)"}},
		"a package with several": {[]inventory.Entry{
			entry(inventory.Read, "web", "bearer", named(inventory.Header, "Authorization")),
			entry(inventory.Read, "web", "link", named(inventory.Query, "token")),
			entry(inventory.Verify, "web", "check"),
		}, nil},
	} {
		chart, got := Of(c.entries, func(inventory.Entry) bool { return false })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		if len(chart.Arrows) != len(got) {
			t.Errorf("%s: %d arrows", name, len(chart.Arrows))
		}
	}
}

func TestBoxes(t *testing.T) {
	secure := func(e *inventory.Entry) {
		e.Secure, e.HTTPOnly, e.SameSite = inventory.Yes, inventory.Yes, "Lax"
	}
	chart, _ := Of([]inventory.Entry{
		entry(inventory.Issue, "a/auth", "(*Service).Login", of(inventory.Access), func(e *inventory.Entry) {
			e.Algorithms, e.Life = []string{"HS256"}, 900
			e.Keys = []inventory.Source{{Kind: "environment", Name: "KEY"}, {Kind: "file"}}
		}),
		entry(inventory.Cookie, "auth", "A", named(inventory.InCookie, "s"), secure),
		entry(inventory.Cookie, "auth", "B", named(inventory.InCookie, "s"), secure),
		entry(inventory.Read, "auth", "C", named(inventory.InCookie, "s")),
		entry(inventory.Cookie, "auth", "A", named(inventory.InCookie, "t"), func(e *inventory.Entry) {
			e.Secure, e.HTTPOnly, e.SameSite = inventory.Yes, inventory.No, "not set"
		}),
		entry(inventory.Verify, "auth", "D", of(inventory.Other), func(e *inventory.Entry) {
			e.Pinned, e.Expires, e.Audience = inventory.No, inventory.Yes, inventory.Yes
		}),
		entry(inventory.Revoke, "auth", "E"),
		entry(inventory.Consult, "auth", "E", named(inventory.Behind, "")),
		entry(inventory.Measure, "auth", "F"),
	}, func(e inventory.Entry) bool { return e.Name == "t" })
	var got []string
	for _, c := range chart.Columns {
		for _, b := range c.Boxes {
			got = append(got, append([]string{b.Class}, b.Lines...)...)
		}
	}
	want := []string{
		"", "access token", "auth.(*Service).Login", "HS256 · 15 minutes",
		"keys: KEY +1",
		"reported", "cookie t", "Secure", "set in 1 place",
		"", "cookie s", "Secure · HttpOnly · Lax", "set in 2 places", "read in 1 place",
		"", "token of another kind", "auth.D", "any algorithm", "checks exp aud",
		"", "store behind an interface", "asked in 1 place", // which an arrow goes to
		"", "store of another package", "put into in 1 place",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q,\nwant %q", got, want)
	}
}
