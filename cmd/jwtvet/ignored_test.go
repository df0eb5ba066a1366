package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// What a directive ignores does not count, and is there for who asks: with the reason and the place
// of the directive, in the form of each format that has one.
func TestIgnored(t *testing.T) {
	ignore := strings.NewReplacer("// Sign signs.", "// Sign signs.\n//\n", "\treturn",
		"\t//jwtvet:ignore hardcoded-secret -- key of the \"emulator\"\n\treturn").Replace(bad)
	dir := jwtModule(t, map[string]string{
		"bad/bad.go": ignore, "nolint/nolint.go": strings.Replace(named("nolint"), "(\"local\"))",
			"(\"local\")) //nolint:jwtvet // a test", 1),
		"expired/expired.go": strings.Replace(strings.Replace(ignore, "package bad",
			"package expired", 1), " -- ", " until=2020-01-01 -- ", 1),
	})
	const summary = "2 reports (1 critical, 1 low); 2 more reports ignored in the source\n"
	out, errs, code := run(t, dir, nil)
	if code != 1 || errs != "" || !strings.Contains(out, summary) ||
		strings.Count(out, "hardcoded-secret: JWT") != 1 {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	var doc struct {
		Reports    []struct{ Category string }
		Suppressed []struct {
			Category    string
			Related     []struct{ Message string }
			Suppression struct {
				Kind, Reason string
				Position     struct {
					File         string
					Line, Column int
				}
			}
		}
	}
	out, _, _ = run(t, dir, nil, "-json")
	if err := json.Unmarshal([]byte(out), &doc); err != nil || len(doc.Suppressed) != 2 ||
		len(doc.Reports) != 2 {
		t.Fatalf("%v\n%s", err, out)
	}
	s := doc.Suppressed[0]
	if at := s.Suppression.Position; s.Suppression.Kind != "source" || at.File != "./bad/bad.go" ||
		at.Line != 9 || at.Column != 2 || s.Suppression.Reason != `key of the "emulator"` ||
		len(s.Related) != 1 || doc.Suppressed[1].Suppression.Reason != "a test" {
		t.Errorf("got %+v", doc.Suppressed)
	}
	out, _, code = run(t, dir, nil, "-format", "sarif-all")
	if code != 1 || strings.Count(out, `"kind": "inSource"`) != 2 ||
		!strings.Contains(out, `"justification": "key of the \"emulator\""`) ||
		!strings.Contains(out, `"status": "accepted"`) {
		t.Errorf("got %d, %s", code, out)
	}
	if out, _, _ = run(t, dir, nil, "-format", "sarif"); strings.Contains(out, "suppressions") {
		t.Errorf("suppressed results are open alerts for GitHub: %s", out)
	}
	if out, errs, code := run(t, dir, nil, "baseline", "write"); code != 0 ||
		!strings.Contains(out, "lists 2 reports:") {
		t.Errorf("the baseline lists what the source ignores: %d, %s%s", code, out, errs)
	}
	// go vet knows nothing of it
	_, errs, _ = start(t, dir, nil, "go", "vet", "-vettool="+tool(t), "./bad", "./nolint")
	if errs != "" {
		t.Errorf("go vet: got %s", errs)
	}
}
