package settings

import (
	"reflect"
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
		!slices.Contains(got, "-jwtsecret.disable=short-secret,weak-key,stale-ignore") ||
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

// Of what only some are asked for, the rest is off; a category that needs a flag gets it.
func TestOnly(t *testing.T) {
	args := func(s Settings) string { return strings.Join(s.Args(), " ") }
	got := args(Settings{Only: []string{"jwtleak", "weak-key", "cookie-lifetime"}})
	for _, want := range []string{
		"-jwtexpiry=false", "-jwtstorage=false", "-jwtleak.disable=stale-ignore",
		"-jwtsecret.disable=hardcoded-secret,", ",shared-secret,key-type,stale-ignore",
		"-jwtcookie.strict=true", "-jwtcookie.disable=insecure-cookie,cors-credentials,stale-ignore",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if strings.Contains(got, "jwtleak=false") || strings.Contains(got, "jwtsecret.strict") {
		t.Errorf("got %s", got)
	}
	if got := args(Settings{Only: []string{"jwtleak"}, Disable: []string{"jwtleak"}}); !strings.Contains(got, "-jwtleak=false") {
		t.Errorf("disabled and asked for: %s", got)
	}
	s := Settings{Only: []string{"jwtleak", "weak-key"}, Disable: []string{"token-log"}}
	for name, want := range map[string]bool{
		"jwtleak": false, "secret-log": false, "token-log": true, "weak-key": false,
		"jwtsecret": false, "hardcoded-secret": true, "jwtcookie": true, "stale-ignore": true,
	} {
		if s.Off(name) != want {
			t.Errorf("%s: off is %t", name, !want)
		}
	}
}

// A profile stands for settings, which can be taken back one by one.
func TestProfile(t *testing.T) {
	for _, c := range []struct {
		conf           map[string]any
		strict, advice bool
	}{
		{map[string]any{"profile": "default"}, false, false},
		{map[string]any{"profile": "strict"}, true, false},
		{map[string]any{"profile": "advice"}, true, true},
		{map[string]any{"strict": false, "profile": "advice"}, false, true},
	} {
		s, err := From(c.conf)
		if err != nil || s.Strict != c.strict || s.Advice != c.advice {
			t.Errorf("%v: got %+v, %v", c.conf, s, err)
		}
	}
}

// Every setting that an analyzer has to know of is a flag of one, or it would do nothing without a
// word.
func TestAnalyzersHaveTheFlags(t *testing.T) {
	had := map[string]bool{}
	for _, a := range analyzers.All {
		_, flags := Settings{}.Of(a)
		for name, value := range flags {
			had[name] = true
			if f := a.Flags.Lookup(name); f == nil || f.DefValue != value {
				t.Errorf("%s has no flag %s whose default is %q", a.Name, name, value)
			}
		}
	}
	for _, k := range Keys {
		driver := slices.Contains([]string{
			"profile", "only", "severity", "fail-on", "severities", "overrides",
		}, k.Name)
		if had[k.Name] == driver {
			t.Errorf("%s: an analyzer has it: %t", k.Name, !driver)
		}
	}
}

// Limits go to the analyzer that asks for them, names to all.
func TestLimits(t *testing.T) {
	defer Settings{}.Apply()
	s, err := From(map[string]any{
		"access-life": "15m", "refresh-life": "30d", "min-key-length": 64,
		"allowed-hosts": []any{"a.example.com", "*.b.example.com"},
		"secret-names":  []any{"PASSPHRASE"}, "not-secret-names": []any{"page_token"},
		"sensitive-functions": []any{"accounts.Delete", "(*a.example.com/b.Store).Export"},
		"models":              []any{map[string]any{"sign": "a/b.C(key) token"}, map[string]any{"log": "a/b.D(logged)"}},
		"only":                []any{"jwtexpiry", "jwtsecret", "jwttransport", "jwtlifecycle"}, "disable": []any{"jwtsecret"},
	})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(s.Args(), " ")
	for _, want := range []string{
		"-jwtexpiry.access-life=15m", "-jwtexpiry.refresh-life=30d",
		"-jwtexpiry.models=sign: a/b.C(key) token; log: a/b.D(logged)",
		"-jwtexpiry.secret-names=PASSPHRASE", "-jwtexpiry.not-secret-names=page_token",
		"-jwttransport.allowed-hosts=a.example.com,*.b.example.com",
		"-jwtlifecycle.sensitive-functions=accounts.Delete,(*a.example.com/b.Store).Export",
	} {
		if strings.Count(got, want) != 1 {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if strings.Contains(got, "jwttransport.secret-names") || strings.Contains(got, "min-key") {
		t.Errorf("got %s", got)
	}
	if err := s.Apply(); err != nil || analyzers.All[0].Flags.Lookup("secret-names").Value.String() != "PASSPHRASE" {
		t.Errorf("names are not set: %v", err)
	}
}

// Every field is a key, and every key is one field.
func TestKeys(t *testing.T) {
	fields := reflect.TypeFor[Settings]()
	var names []string
	for i := range fields.NumField() {
		names = append(names, fields.Field(i).Tag.Get("json"))
	}
	if !slices.Equal(names, Names()) {
		t.Errorf("fields %q, keys %q", names, Names())
	}
	for i := range Keys {
		k, s := &Keys[i], Settings{}
		at := reflect.ValueOf(k.field(&s)).Pointer()
		if want := reflect.ValueOf(&s).Elem().Field(i).Addr().Pointer(); at != want {
			t.Errorf("%s is kept in another field", k.Name)
		}
		if Find(k.Name) != k {
			t.Errorf("%s is not found", k.Name)
		}
	}
}

// What a driver has read means the same as a file.
func TestFrom(t *testing.T) {
	for _, c := range []struct {
		conf any
		want Settings
	}{
		{nil, Settings{}},
		{map[string]any{}, Settings{}},
		{map[string]any{"tests": true, "disable": []any{"weak-key"}},
			Settings{Tests: true, Disable: []string{"weak-key"}}},
		{map[string]any{"disable": nil}, Settings{}},
	} {
		if got, err := From(c.conf); err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: got %+v, %v", c.conf, got, err)
		}
	}
	for want, conf := range map[string]any{
		"the settings must be keys with values, such as tests: true": "tests",
		`unknown setting "tets": did you mean tests?`:                map[string]any{"tets": true},
		"tests must be true or false":                                map[string]any{"tests": "true"},
		"disable must be a list of names":                            map[string]any{"disable": "weak-key"},
	} {
		if _, err := From(conf); err == nil || err.Error() != want {
			t.Errorf("%v: got %v, want %s", conf, err, want)
		}
	}
}
