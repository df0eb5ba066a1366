package manual

import (
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Every category has all that a page needs, and taking its documentation apart loses nothing of it.
func TestCategories(t *testing.T) {
	categories := 0
	for _, a := range analyzers.All {
		found := Find(a.Name)
		if found == nil || found.Text == "" || strings.Contains(found.Summary, "\n") {
			t.Fatalf("%s: got %+v", a.Name, found)
		}
		for _, c := range found.Categories {
			categories++
			if c.What == "" || c.Attack == "" || len(c.Bad) == 0 || len(c.Good) == 0 ||
				c.Silent == "" || c.Fix == "" || len(c.References) < 3 {
				t.Errorf("%s lacks something: %+v", c.ID, c.Text)
			}
			parts := c.What + c.Attack + c.Silent + c.Limits + c.Fixes
			for _, list := range [][]Example{c.Bad, c.Good, c.Other} {
				for _, e := range list {
					if e.Of == "" || e.Language == "" {
						t.Errorf("%s: %+v", c.ID, e)
					}
					parts += e.Code
				}
			}
			for word := range strings.FieldsSeq(c.whole) {
				if word = strings.Trim(word, "()-*:,"); !strings.Contains(parts, word) &&
					!strings.HasPrefix(c.whole, "Why") && !isLabel(c.whole, word) {
					t.Errorf("%s: %q is lost", c.ID, word)
				}
			}
			for _, r := range c.References {
				if !strings.HasPrefix(r.URL, "https://") || r.Name == "" {
					t.Errorf("%s: %+v", c.ID, r)
				}
			}
			if one := Find(c.ID); one == nil || len(one.Categories) != 1 || one.Categories[0].ID != c.ID {
				t.Errorf("%s: got %+v", c.ID, one)
			}
		}
	}
	if categories < 40 {
		t.Errorf("%d categories cannot be all", categories)
	}
}

// isLabel reports whether a word is one of a label of a text, or begins one of its parts.
func isLabel(text, word string) bool {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		for _, part := range []string{"Why:", "Silent:", "Limits:", "Fix:"} {
			if word+":" == part && strings.HasPrefix(line, part) {
				return true
			}
		}
		if labels().MatchString(line) && strings.Contains(line, word) {
			return true
		}
	}
	return false
}

func TestLanguage(t *testing.T) {
	for line, want := range map[string]string{
		"Bad (golang-jwt):": "go", "Good (net/http, a redirect):": "go", "Bad (JavaScript):": "js",
		"Bad (JavaScript in html/template):": "js", "Ignore one report (YAML):": "yaml",
		"Ignore one report (HTML):": "html", "Good (gitignore):": "gitignore", "Why: it is (bad):": "",
	} {
		if got := Language(line); got != want {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
}
