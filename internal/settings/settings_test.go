package settings

import (
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
)

func TestArgs(t *testing.T) {
	if got := (Settings{}).Args(); got != nil {
		t.Errorf("the default needs flags: %q", got)
	}
	got := Settings{
		Disable: []string{"jwtexpiry", "short-secret", "stale-ignore", "weak-key"},
	}.Args()
	if !slices.Contains(got, "-jwtexpiry=false") ||
		!slices.Contains(got, "-jwtsecret.disable=short-secret,stale-ignore,weak-key") ||
		!slices.Contains(got, "-jwtleak.disable=stale-ignore") || len(got) != len(analyzers.All) {
		t.Errorf("got %q", got)
	}
	if got := (Settings{
		Tests:  true,
		Strict: true,
		Advice: true,
	}).Args(); len(got) != 3*len(analyzers.All) {
		t.Errorf("got %q, want three flags for each analyzer", got)
	}
}

// Every setting is a flag of every analyzer, or it would do nothing without a word.
func TestEveryAnalyzerHasTheFlags(t *testing.T) {
	for _, a := range analyzers.All {
		_, flags := Settings{}.Of(a)
		for name, value := range flags {
			if f := a.Flags.Lookup(name); f == nil || f.DefValue != value {
				t.Errorf("%s has no flag %s whose default is %q", a.Name, name, value)
			}
		}
	}
}

func TestUnknown(t *testing.T) {
	if i, err := (Settings{
		Disable: []string{"jwtsecret", "weak-key", "stale-ignore"},
	}).Unknown(); i != -1 || err != nil {
		t.Errorf("got %d, %v", i, err)
	}
	i, err := Settings{Disable: []string{"jwtsecret", "weak-keys"}}.Unknown()
	if i != 1 || err == nil || !strings.Contains(err.Error(), `"weak-keys"`) ||
		!strings.Contains(err.Error(), "jwtexpiry") ||
		!strings.Contains(err.Error(), "long-expiry") {
		t.Errorf("got %d, %v", i, err)
	}
}
