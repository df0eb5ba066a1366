package drive

import (
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

// Where flags select analyzers, the one that lists runs too; otherwise nothing may be selected, or
// it would run alone.
func TestListFlags(t *testing.T) {
	for flags, want := range map[string]string{
		"":                              "-jwtinventory.on",
		"-jwtsecret.strict=true":        "-jwtinventory.on",
		"-jwtleak=false":                "-jwtinventory.on",
		"-jwtleak=true":                 "-jwtinventory.on -jwtinventory",
		"-jwtcookie -jwtcookie.tests":   "-jwtinventory.on -jwtinventory",
		"-jwtverify=true -jwtleak=true": "-jwtinventory.on -jwtinventory",
	} {
		if got := strings.Join(listFlags(strings.Fields(flags)), " "); got != want {
			t.Errorf("%q: %s, want %s", flags, got, want)
		}
	}
}

// Entries are no reports, and reports no entries.
func TestApart(t *testing.T) {
	place := Position{"./a.go", 3, 4}
	reports, entries := apart([]Report{
		{Analyzer: "jwtsecret", Category: "hardcoded-secret", Position: place},
		{Analyzer: "jwtinventory", Message: `{"kind":"issue","package":"m","life":900}`, Position: place},
		{Analyzer: "jwtinventory", Message: "no entry"},
	})
	want := inventory.Entry{
		Kind: inventory.Issue, Package: "m", Life: 900,
		Position: inventory.Position{File: "./a.go", Line: 3, Column: 4},
	}
	if len(reports) != 1 || len(entries) != 1 || entries[0].Kind != want.Kind ||
		entries[0].Life != want.Life || entries[0].Position != want.Position ||
		slices.ContainsFunc(reports, func(r Report) bool { return r.Analyzer == "jwtinventory" }) {
		t.Errorf("got %+v and %+v", reports, entries)
	}
}
