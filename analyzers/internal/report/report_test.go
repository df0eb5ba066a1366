package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// TestIgnore looks at every form of directive through the real tool.
func TestIgnore(t *testing.T) { vettest.Run(t, "jwtsecret", "ignore") }

// A category that is disabled is not reported, and the directives that name it are as right or
// wrong as before. That one has expired no longer matters.
func TestDisable(t *testing.T) {
	all := ignored(t)
	want := slices.DeleteFunc(slices.Clone(all), func(r vettest.Report) bool {
		return r.Category == "hardcoded-secret" || strings.Contains(r.Message, "has expired")
	})
	if len(want) == 0 || len(want) == len(all) {
		t.Fatalf("the folder has nothing to tell apart: %v", all)
	}
	if got := ignored(t, "-jwtsecret.disable=hardcoded-secret"); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, r := range ignored(t, "-jwtsecret.disable=long-expiry,stale-ignore") {
		if r.Category != "hardcoded-secret" {
			t.Errorf("%s is disabled: %s", r.Category, r)
		}
	}
}

// A driver that honours //nolint itself gets the reports on such lines too.
func TestNolint(t *testing.T) {
	all := ignored(t)
	more := slices.DeleteFunc(ignored(t, "-jwtsecret.nolint=false"), func(r vettest.Report) bool {
		return slices.Contains(all, r)
	})
	if len(more) != 1 || more[0].Category != "hardcoded-secret" ||
		!strings.Contains(more[0].Message, "9 bytes") {
		t.Errorf(`got %v, want the key "all named", which nothing but a //nolint takes off`, more)
	}
}

// A driver that knows the difference gets the reports that directives ignore too, but for those of a
// category that is disabled.
func TestIgnoredToo(t *testing.T) {
	all := ignored(t)
	more := slices.DeleteFunc(ignored(t, "-jwtsecret.ignored"), func(r vettest.Report) bool {
		return slices.Contains(all, r)
	})
	if len(more) < 3 {
		t.Errorf("got %v, want what directives ignore", more)
	}
	for _, r := range ignored(t, "-jwtsecret.ignored", "-jwtsecret.disable=hardcoded-secret") {
		if r.Category == "hardcoded-secret" {
			t.Errorf("%s is disabled: %s", r.Category, r)
		}
	}
}

func ignored(t *testing.T, flags ...string) []vettest.Report {
	t.Helper()
	return vettest.Reports(t, append([]string{"-jwtsecret"}, flags...), "./ignore")
}

// A directive that is misspelled is reported once, whichever analyzers run.
func TestMisspelled(t *testing.T) {
	for _, flags := range [][]string{nil, {"-jwtsecret=false"}, {"-jwtstorage"}} {
		got := map[string]int{}
		for _, r := range vettest.Reports(t, flags, "./ignore") {
			if strings.Contains(r.Message, "malformed") ||
				strings.Contains(r.Message, "not a category") {
				got[r.Place]++
			}
		}
		if len(got) != 3 {
			t.Errorf("%q: reported %v, want three places", flags, got)
		}
		for place, n := range got {
			if n != 1 {
				t.Errorf("%q: %s is reported %d times", flags, place, n)
			}
		}
	}
}
