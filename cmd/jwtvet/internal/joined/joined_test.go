package joined

import (
	"reflect"
	"testing"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// What two ways of one call say alike is one entry, and so is what one of them says better.
func TestEachOnce(t *testing.T) {
	at := inventory.Position{File: "a.go", Line: 1}
	sign := inventory.Entry{Kind: inventory.Issue, Position: at, Call: "SignedString", Takes: []string{"f(a)"}}
	again, named, other := sign, sign, sign
	again.Takes = []string{"f(b)"}
	named.Purpose = inventory.Access
	other.Position.Line = 2
	got := Entries([]inventory.Entry{sign, again, named, other})
	if len(got) != 2 || got[0].Purpose != inventory.Access || got[1].Position.Line != 2 {
		t.Errorf("got %+v", got)
	}
}

// A key that main hands to a constructor of another package is the key of what that signs with it,
// by way of a third one. What only leads on is no entry of its own.
func TestJoin(t *testing.T) {
	env := []inventory.Source{{Kind: "environment", Name: "JWT_SECRET"}}
	got := Entries([]inventory.Entry{
		{Kind: inventory.Verify, Package: "auth", Keys: env},
		{Kind: inventory.Provide, Package: "main", Keys: env, Gives: "wire.New(key)"},
		{Kind: inventory.Provide, Package: "wire", Gives: "auth.New(key)", Takes: []string{"wire.New(key)"}},
		{
			Kind: inventory.Issue, Package: "auth", Purpose: inventory.Access,
			Takes: []string{"auth.New(key)", "auth.Sign(ttl)"},
		},
		{Kind: inventory.Provide, Package: "api", Life: 900, Gives: "auth.Sign(ttl)"},
		{Kind: inventory.Provide, Package: "loop", Gives: "a", Takes: []string{"a"}},
	})
	if len(got) != 5 || got[0].Kind != inventory.Issue || got[0].Life != 900 ||
		!reflect.DeepEqual(got[0].Keys, env) || len(got[0].Takes) > 0 {
		t.Fatalf("got %+v", got)
	}
	if v := got[4]; v.Kind != inventory.Verify || v.Purpose != inventory.Access {
		t.Errorf("got %+v", v)
	}
}

// A helper signs what its callers in other packages want: one kind, both, or what nobody says. Both
// kinds with one key say nothing of what that verifies.
func TestWanted(t *testing.T) {
	env := []inventory.Source{{Kind: "environment", Name: "JWT_SECRET"}}
	give := func(p inventory.Purpose, life inventory.Seconds) inventory.Entry {
		return inventory.Entry{Kind: inventory.Provide, Package: "api", Purpose: p, Life: life, Gives: "auth.Sign(ttl)"}
	}
	for _, c := range []struct {
		says inventory.Purpose
		by   []inventory.Entry
		want inventory.Purpose
	}{
		{"", nil, ""},
		{"", []inventory.Entry{give(inventory.Access, 900)}, inventory.Access},
		{"", []inventory.Entry{give("", 900)}, ""},
		{"", []inventory.Entry{give(inventory.Access, 900), give(inventory.Refresh, 9000)}, inventory.Both},
		{inventory.Access, []inventory.Entry{give(inventory.Access, 900), give(inventory.Refresh, 9000)}, inventory.Both},
		{inventory.Access, []inventory.Entry{give(inventory.Access, 900), give(inventory.Other, 9000)}, ""},
		{inventory.Access, []inventory.Entry{give(inventory.Refresh, 900)}, inventory.Access},
	} {
		issue := inventory.Entry{
			Kind: inventory.Issue, Package: "auth", Purpose: c.says, Keys: env, Takes: []string{"auth.Sign(ttl)"},
		}
		got := Entries(append([]inventory.Entry{issue, {Kind: inventory.Verify, Keys: env}}, c.by...))
		verify := got[len(got)-1]
		if got[0].Purpose != c.want || c.want == inventory.Both && verify.Purpose != "" {
			t.Errorf("%q, given %+v: got %+v", c.says, c.by, got)
		}
	}
}

// A verification asks a deny list where all do that hand tokens to it: one that does not accepts those
// that are revoked.
func TestRevokedByAll(t *testing.T) {
	verify := inventory.Entry{Kind: inventory.Verify, Package: "auth", Takes: []string{"auth.Verify(raw)"}}
	give := func(k inventory.Known) inventory.Entry {
		return inventory.Entry{Kind: inventory.Verify, Package: "api", Revoked: k, Gives: "auth.Verify(raw)"}
	}
	for _, c := range []struct {
		by   []inventory.Entry
		want inventory.Known
	}{
		{nil, inventory.Unknown},
		{[]inventory.Entry{give(inventory.Yes)}, inventory.Yes},
		{[]inventory.Entry{give(inventory.Yes), give(inventory.Yes)}, inventory.Yes},
		{[]inventory.Entry{give(inventory.Yes), give(inventory.Unknown)}, inventory.Unknown},
	} {
		for _, e := range Entries(append([]inventory.Entry{verify}, c.by...)) {
			if e.Package == "auth" && e.Revoked != c.want {
				t.Errorf("%+v: got %v", c.by, e.Revoked)
			}
		}
	}
}
