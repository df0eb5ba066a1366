package analyzers_test

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// parts are what the text of a category must have: why it matters, in at most three lines, code
// that is reported and code that is not, and what is not reported on purpose.
var parts = []*regexp.Regexp{
	regexp.MustCompile(`(?m)^Why: .+\n(?:.+\n){0,2}\n`),
	regexp.MustCompile(`(?m)^Bad \(.+\):\n\n\t`),
	regexp.MustCompile(`(?m)^Good \(.+\):\n\n\t`),
	regexp.MustCompile(`(?m)^Silent:( .|\n  - .)`),
}

func TestSuite(t *testing.T) {
	if err := analysis.Validate(analyzers.All); err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, a := range analyzers.All {
		cats := analyzers.Categories(a.Name)
		if len(cats) == 0 {
			t.Errorf("%s has no categories", a.Name)
		}
		for _, c := range cats {
			if other := seen[c.ID]; other != "" {
				t.Errorf("%s is a category of %s and of %s", c.ID, other, a.Name)
			}
			seen[c.ID] = a.Name
			if !regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`).MatchString(c.ID) || c.Title == "" ||
				c.Severity == "" || len(c.CWE) == 0 || c.RFC == "" || c.ASVS == "" ||
				c.Fix == "" || strings.HasSuffix(c.Fix, ".") {
				t.Errorf("%s: %+v is not complete", a.Name, c)
			}
			text := analyzers.Text(a, c.ID)
			for _, part := range parts {
				if !part.MatchString(text) {
					t.Errorf("%s: the text of %s has no %q", a.Name, c.ID, part)
				}
			}
		}
	}
}

// BenchmarkTokens runs the whole suite over packages that do nothing but make tokens.
func BenchmarkTokens(b *testing.B) {
	cfg := &packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: vettest.Root(b)}
	pkgs, err := packages.Load(cfg, "./secret/hardcoded", "./expiry/claims", "./expiry/life")
	if err != nil {
		b.Fatal(err)
	}
	if packages.PrintErrors(pkgs) > 0 {
		b.Fatal("the packages do not load")
	}
	for b.Loop() {
		if _, err := checker.Analyze(analyzers.All, pkgs, nil); err != nil {
			b.Fatal(err)
		}
	}
}
