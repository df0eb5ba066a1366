package settings

import (
	"strings"
	"testing"
	"time"
)

func TestCovers(t *testing.T) {
	for _, c := range []struct {
		pattern, file string
		want          bool
	}{
		{"internal/legacy", "internal/legacy/a.go", true},
		{"internal/legacy", "internal/legacy/deep/a.go", true},
		{"./internal/legacy/", "internal/legacy/a.go", true},
		{"internal/legacy", "internal/legacyer/a.go", false},
		{"internal/legacy", "cmd/internal/legacy/a.go", false},
		{"legacy", "internal/legacy/a.go", false},
		{"**/legacy", "internal/legacy/a.go", true},
		{"**/legacy", "legacy/a.go", true},
		{"internal/*/gen", "internal/a/gen/b.go", true},
		{"internal/*/gen", "internal/a/b/gen/b.go", false},
		{"internal/**/gen", "internal/a/b/gen/b.go", true},
		{"**/*.html", "web/login.html", true},
		{"*.html", "web/login.html", false},
		{"a.go", "a.go", true},
		{"a.go", "b.go", false},
		{"a/b", "a", false},
		{strings.Repeat("a*", 200) + "b", strings.Repeat("a", 400) + "c", false},
		{strings.Repeat("**/a/", 200) + "b", strings.Repeat("a/", 400) + "c", false},
	} {
		start := time.Now()
		if got := covers(c.pattern, c.file); got != c.want || time.Since(start) > time.Minute {
			t.Errorf("%.40s of %.40s: got %t after %v", c.pattern, c.file, got, time.Since(start))
		}
	}
	for pattern, want := range map[string]bool{
		"a": true, "**": true, "a/[bc]": true, "": false, "/a": false, "../a": false, "a//b": false,
		"a/[b": false, `a\b`: false, "./a/": true, "a/{b,c}": false,
	} {
		if valid(pattern) != want {
			t.Errorf("%q: want %t", pattern, want)
		}
	}
}

func TestJudge(t *testing.T) {
	s := Settings{
		Severity:   "medium",
		Severities: map[string]string{"key-type": "high", "weak-key": "low"},
		Overrides: []Override{
			{Paths: []string{"old", "older"}, Disable: []string{"long-expiry", "jwtleak"}},
			{Paths: []string{"old/new"}, Severities: map[string]string{"weak-key": "critical"}},
		},
	}
	for _, c := range []struct{ analyzer, category, severity, file, want string }{
		{"jwtsecret", "hardcoded-secret", "critical", "a.go", "critical"},
		{"jwtsecret", "hardcoded-secret", "low", "a.go", ""},
		{"jwtsecret", "key-type", "low", "a.go", "high"},
		{"jwtsecret", "weak-key", "high", "a.go", ""},
		{"jwtsecret", "weak-key", "high", "old/new/a.go", "critical"},
		{"jwtsecret", "weak-key", "high", "", ""},
		{"jwtexpiry", "long-expiry", "medium", "older/a.go", ""},
		{"jwtleak", "token-log", "high", "old/a.go", ""},
		{"jwtleak", "token-log", "high", "a.go", "high"},
		{"jwtleak", "token-log", "high", "", "high"},
	} {
		got, reported := s.Judge(c.analyzer, c.category, c.severity, c.file)
		if reported != (c.want != "") || reported && got != c.want {
			t.Errorf("%s in %s: got %s, %t; want %q", c.category, c.file, got, reported, c.want)
		}
	}
}

func TestFails(t *testing.T) {
	for _, c := range []struct {
		on, severity string
		want         bool
	}{
		{"", "low", true}, {"low", "low", true}, {"high", "medium", false}, {"high", "high", true},
		{"high", "critical", true}, {"none", "critical", false},
	} {
		if got := (&Settings{FailOn: c.on}).Fails(c.severity); got != c.want {
			t.Errorf("%+v: got %t", c, got)
		}
	}
}
