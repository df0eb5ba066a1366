package audit

import (
	"testing"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// Places that show a part of an item, or its opposite, are no evidence of it: an issuer that nobody
// checks, a listener with TLS beside one without, a log of requests that has their tokens.
func TestStates(t *testing.T) {
	env := func(names ...string) (out []inventory.Source) {
		for _, n := range names {
			s := inventory.Source{Kind: "environment", Name: n}
			if n == "" {
				s.Kind = "random generator"
			}
			out = append(out, s)
		}
		return out
	}
	full := inventory.Entry{
		Kind: inventory.Verify, Library: "jwt", Pinned: inventory.Yes, Expires: inventory.Yes,
		Issuer: inventory.Yes, Audience: inventory.Yes,
	}
	half, handed := full, full
	half.Issuer, half.Audience = inventory.No, inventory.Unknown
	handed.Library, handed.Pinned, handed.Expires = "", inventory.Unknown, inventory.Unknown
	cookie := func(sameSite string) inventory.Entry {
		return inventory.Entry{Kind: inventory.Cookie, Name: "token", SameSite: sameSite}
	}
	session := cookie("Strict")
	session.HTTPOnly = inventory.Yes
	guest := session
	guest.Purpose = inventory.Other // the token of an order
	measure := func(name string) inventory.Entry {
		return inventory.Entry{Kind: inventory.Measure, Name: name}
	}
	revoke := func(function string) inventory.Entry {
		return inventory.Entry{Kind: inventory.Revoke, Function: function}
	}
	issue := func(p inventory.Purpose, keys ...string) inventory.Entry {
		return inventory.Entry{Kind: inventory.Issue, Purpose: p, Keys: env(keys...)}
	}
	fallback := issue(inventory.Refresh, "JWT_REFRESH_SECRET")
	fallback.Keys = append(fallback.Keys, inventory.Source{Kind: "constant"})
	keySet := inventory.Entry{Kind: inventory.Verify, Keys: []inventory.Source{{Kind: "key set"}}}
	named := issue(inventory.Access, "A")
	named.Detail = inventory.NamesKey
	client := named
	client.Purpose = inventory.Other // what the program proves to another who it is with
	type list = []inventory.Entry
	for _, c := range []struct {
		item    string
		entries list
		want    State
	}{
		{"validation", list{full}, Evidenced},
		{"validation", list{half}, NotSeen},
		{"validation", list{full, half}, NotSeen},
		{"validation", list{full, handed}, Evidenced}, // what a function of the program says elsewhere
		{"https", list{measure("tls-listener")}, Evidenced},
		{"https", list{measure("tls-optional")}, NotSeen},
		{"https", list{measure("tls-optional"), measure("redirect")}, Evidenced},
		{"https", list{measure("tls-optional"), {Kind: inventory.Send, Medium: inventory.HTTPS}}, NotSeen},
		{"csrf", list{cookie("Lax")}, Evidenced},
		{"csrf", list{guest}, NotSeen},
		{"cookie-flags", list{guest}, NotSeen},
		{"cookie-flags", list{session}, Evidenced},
		{"csrf", list{cookie("None")}, Contradicted},
		{"csrf", list{cookie("not set")}, NotSeen},
		{"csrf", list{cookie("None"), measure("csrf")}, Evidenced},
		{"security-log", list{measure("access-log")}, Evidenced},
		{"security-log", list{measure("access-log"), {Kind: inventory.Read, Medium: inventory.Query}}, NotSeen},
		{"security-log", list{measure("failure-log"), {Kind: inventory.Read, Medium: inventory.Query}}, Evidenced},
		{"refresh", list{issue(inventory.Refresh, "A"), revoke("(*Service).Refresh")}, Evidenced},
		{"refresh", list{issue(inventory.Refresh, "A"), revoke("(*RefreshTokens).Logout")}, NotSeen},
		{"refresh", list{issue(inventory.Refresh, "A"), revoke("(*Store).Consume")}, Evidenced},
		{"refresh", list{issue(inventory.Refresh, "A"), revoke("(*Service).RevokeRefreshToken")}, NotSeen},
		{"refresh", list{issue(inventory.Refresh, "A"), measure("refresh-rotation")}, Evidenced},
		{"deny-list-end", list{measure("deny-list-expiry")}, Evidenced},
		{"key-source", list{issue(inventory.Access, "JWT_SECRET", "")}, Evidenced},
		{"key-source", list{issue(inventory.Other, "A")}, Evidenced},
		{"key-source", list{issue(inventory.Other, "A"), issue(inventory.Access)}, NotSeen},
		{"key-source", list{keySet}, Evidenced},
		{"key-source", list{keySet, issue(inventory.Access)}, NotSeen},
		{"key-uncommitted", list{issue(inventory.Access, "JWT_SECRET", "")}, Evidenced},
		{"key-source", list{issue(inventory.Access, "")}, NotSeen},
		{"key-source", list{fallback}, NotSeen},
		{"key-rotation", list{measure("key-rotation")}, Evidenced},
		{"key-rotation", list{keySet}, Evidenced},
		{"key-rotation", list{measure("key-rotation"), keySet, issue(inventory.Access, "A")}, NotSeen}, // of Apple
		{"key-rotation", list{measure("key-rotation"), named}, Evidenced},
		{"key-rotation", list{measure("key-rotation"), issue(inventory.Access, "A"), client}, NotSeen},
		{"key-per-purpose", list{issue(inventory.Access, "JWT_ACCESS_SECRET"), fallback}, Evidenced},
		{"key-per-purpose", list{issue(inventory.Access, "JWT_REFRESH_SECRET"), fallback}, NotSeen},
		{"key-per-purpose", list{issue(inventory.Both, "JWT_SECRET")}, NotSeen},
		{"key-per-purpose", list{issue(inventory.Access, "A", "B"), fallback}, NotSeen},
	} {
		for _, it := range New(c.entries, nil).Items {
			if it.ID == c.item && it.State != c.want {
				t.Errorf("%s of %+v: %s, %v", c.item, c.entries, it.State, it.Evidence)
			}
		}
	}
}
