package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
)

// What is reported can be looked up: by people, and by programs.
func TestExplain(t *testing.T) {
	dir := t.TempDir()
	out, errs, code := run(t, dir, nil, "explain", "long-expiry")
	for _, want := range []string{
		"long-expiry: a token lives longer than it should\nmedium, reported by jwtexpiry\n\n",
		"Why: a stolen token", "Bad (jwx):\n\n\ttoken, err :=", "Good (gin-jwt):\n\n\tmiddleware :=",
		"\n\nTo fix: shorten the lifetime", "Silent:\n", "\nReferences:\n\tCWE-613 ",
		"https://cwe.mitre.org/data/definitions/613.html\n",
		"https://www.rfc-editor.org/rfc/rfc6750#section-5.3\n",
		"\t//jwtvet:ignore long-expiry -- reason\n",
		"\tdisable: [long-expiry]\n",
	} {
		if code != 0 || errs != "" || !strings.Contains(out, want) {
			t.Fatalf("got %d, %s%swant %q", code, errs, out, want)
		}
	}
	out, _, code = run(t, dir, nil, "explain", "jwtexpiry")
	if code != 0 || !strings.HasPrefix(out, "jwtexpiry: report tokens that live too long") ||
		!strings.Contains(out, "\n\tlong-expiry            medium    a token lives longer") {
		t.Errorf("got %d, %s", code, out)
	}
	if out, _, code = run(t, dir, nil, "explain", "stale-ignore"); code != 0 ||
		!strings.Contains(out, "To fix: correct or remove the directive.") {
		t.Errorf("got %d, %s", code, out)
	}
	// names in output that are those of no analyzer in the list
	for name, want := range map[string]string{
		"unresolved-model": "To fix: correct the row, or remove it.",
		"jwtvet":           "\n\tunresolved-model ",
		"jwtcalls":         "It reports nothing, others ask it: jwtsecret, jwtexpiry, ",
		"jwtredact":        "It reports nothing, others ask it: jwtleak.",
	} {
		for _, command := range []string{"explain", "help"} {
			out, errs, code := run(t, dir, nil, command, name)
			if code != 0 || errs != "" || !strings.HasPrefix(out, name+": ") ||
				!strings.Contains(out, want) {
				t.Errorf("%s %s: got %d, %s%s", command, name, code, out, errs)
			}
		}
	}
	if out, _, _ = run(t, dir, nil, "explain", "unresolved-model"); strings.Contains(out, "-disable") {
		t.Errorf("what cannot be ignored is: %s", out)
	}
	for _, args := range [][]string{
		{"explain", "-json", "long-expiry"}, {"explain", "long-expiry", "--json"},
	} {
		out, _, code = run(t, dir, nil, args...)
		var doc struct {
			Version   int
			Analyzers []struct {
				Name       string
				Categories []struct {
					Category, Severity, Attack, Ignore string
					Bad, Good                          []struct{ Of, Language, Code string }
				}
			}
		}
		if err := json.Unmarshal([]byte(out), &doc); err != nil || code != 0 || doc.Version != 1 ||
			len(doc.Analyzers) != 1 || len(doc.Analyzers[0].Categories) != 1 {
			t.Fatalf("%v, %d\n%s", err, code, out)
		}
		c := doc.Analyzers[0].Categories[0]
		if c.Category != "long-expiry" || len(c.Bad) != 3 || len(c.Good) != 2 || c.Bad[1].Of != "jwx" ||
			!strings.HasPrefix(c.Bad[1].Code, "token, err :=") || c.Bad[1].Language != "go" ||
			!strings.HasPrefix(c.Attack, "a stolen token") {
			t.Errorf("got %+v", c)
		}
	}
}

// The list has every analyzer and every category, with severities.
func TestList(t *testing.T) {
	dir := t.TempDir()
	out, errs, code := run(t, dir, nil, "list")
	if code != 0 || errs != "" || !strings.Contains(out, "\tstale-ignore ") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	doc, _, _ := run(t, dir, nil, "list", "-json")
	var parsed struct {
		Analyzers []struct {
			Name       string
			Categories []struct{ Category, Severity, Text string }
		}
	}
	if err := json.Unmarshal([]byte(doc), &parsed); err != nil ||
		len(parsed.Analyzers) != len(analyzers.All)+1 {
		t.Fatalf("%v\n%s", err, doc)
	}
	for i, a := range analyzers.All {
		for j, c := range analyzers.Categories(a.Name) {
			got := parsed.Analyzers[i].Categories[j]
			if got.Category != c.ID || got.Severity != string(c.Severity) || got.Text != "" ||
				!strings.Contains(out, "\n\t"+c.ID+" ") {
				t.Errorf("got %+v, want %s", got, c.ID)
			}
		}
	}
}

func TestVersion(t *testing.T) {
	out, _, code := run(t, t.TempDir(), nil, "version", "-json")
	var doc struct{ Tool, Version, Go, OS, Arch, Gopls string }
	if err := json.Unmarshal([]byte(out), &doc); err != nil || code != 0 || doc.Tool != "jwtvet" ||
		!strings.HasPrefix(doc.Go, "go1.") || doc.Version == "" || doc.Gopls == "" || doc.OS == "" {
		t.Errorf("%v, %d\n%s", err, code, out)
	}
}

// What cannot be looked up is one line that says what can.
func TestManualRefused(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"explain"}, `explain takes the name of one category or analyzer: "jwtvet list" has`},
		{[]string{"explain", "a", "b"}, "explain takes the name of one "},
		{[]string{"explain", "nothing"}, `no category or analyzer is called "nothing"; "jwtvet list"`},
		{[]string{"explain", "weak-keys"}, `no category or analyzer is called "weak-keys": did you mean weak-key?`},
		{[]string{"explain", "-tests", "weak-key"}, "explain takes the flag -json and no other"},
		{[]string{"list", "weak-key"}, "list takes no names: leave weak-key out"},
		{[]string{"version", "-x"}, "version takes the flag -json and no other: leave -x out"},
	} {
		out, errs, code := run(t, t.TempDir(), nil, c.args...)
		if code != 2 || out != "" || lines(errs) != 1 || !strings.Contains(errs, c.want) {
			t.Errorf("%q: got %d, %s%s", c.args, code, out, errs)
		}
	}
}
