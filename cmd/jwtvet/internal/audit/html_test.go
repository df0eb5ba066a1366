package audit

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/jwtvet/jwtvet/internal/inventory"
)

func html(t *testing.T, a *Audit) string {
	t.Helper()
	var b bytes.Buffer
	if err := writeHTML(&b, false, a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// empty is an audit of a program without tokens.
func empty() *Audit {
	a := New(nil, nil)
	a.Tool, a.Title, a.Packages = "jwtvet v1.0.0", "example.com/none", 3
	return a
}

// large is an audit of a program with hundreds of places.
func large() *Audit {
	var entries []inventory.Entry
	var reports []Report
	for i := range 120 {
		pkg := fmt.Sprintf("example.com/estate/services/service%03d/internal/auth", i)
		at := func(file string, line int) inventory.Position {
			return inventory.Position{
				File: fmt.Sprintf("./services/service%03d/internal/auth/%s.go", i, file), Line: line, Column: 9,
			}
		}
		purpose := []inventory.Purpose{inventory.Access, inventory.Refresh, inventory.Other, ""}[i%4]
		entries = append(entries,
			inventory.Entry{
				Kind: inventory.Issue, Package: pkg, Function: "(*Service).IssueTokenForUser",
				Position: at("issue", 20+i), Call: "SignedString", Purpose: purpose,
				Algorithms: []string{"HS256"}, Life: inventory.Seconds(900 * (i + 1)),
				Keys:   []inventory.Source{{Kind: "environment", Name: fmt.Sprintf("SERVICE_%03d_JWT_SECRET", i)}},
				Claims: []string{"sub", "iat", "exp"}, Expires: inventory.Yes,
			},
			inventory.Entry{
				Kind: inventory.Cookie, Package: pkg, Function: "(*Service).IssueTokenForUser",
				Position: at("cookie", 30), Medium: inventory.InCookie, Name: fmt.Sprintf("session_%d", i%15),
				Purpose: purpose, HTTPOnly: inventory.Yes, Secure: inventory.Yes, SameSite: "Lax",
			},
			inventory.Entry{
				Kind: inventory.Read, Package: pkg, Function: "Middleware", Position: at("read", 12),
				Medium: inventory.InCookie, Name: fmt.Sprintf("session_%d", i%15),
			},
			inventory.Entry{
				Kind: inventory.Verify, Package: pkg, Function: "Middleware", Position: at("verify", 14),
				Call: "ParseWithClaims", Algorithms: []string{"HS256"}, Expires: inventory.Yes,
				Issuer: inventory.Is(i%2 == 0), Audience: inventory.Is(i%3 == 0),
			},
			inventory.Entry{
				Kind: inventory.Consult, Package: pkg, Function: "Middleware", Position: at("list", 8),
				Medium: []inventory.Medium{inventory.Redis, inventory.Database, inventory.Memory}[i%3],
			})
		if i%10 == 0 {
			reports = append(reports, Report{
				Category: "long-expiry", Severity: "medium", Message: "access token lifetime is too long",
				URL:      "https://github.com/jwtvet/jwtvet/blob/main/docs/jwtexpiry.md#long-expiry",
				Position: at("issue", 20+i),
			})
		}
	}
	a := New(entries, reports)
	a.Tool, a.Title, a.Packages, a.Handling = "jwtvet v1.0.0", "example.com/estate", 400, 120
	return a
}

func TestHTML(t *testing.T) {
	for name, a := range map[string]*Audit{"sample": sample(t), "changed": changed(t)} {
		got, file := html(t, a), filepath.Join("testdata", name+".html")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || got != string(want) {
			t.Errorf("%s is not what is written now (%v): -update writes it anew", file, err)
		}
	}
}

// A page of nothing and one of hundreds of places are pages, too: nothing is left out but what the
// diagram folds.
func TestHTMLSizes(t *testing.T) {
	if out := html(t, empty()); strings.Contains(out, "<svg") || strings.Contains(out, "<table") ||
		!strings.Contains(out, "Nothing here handles tokens") {
		t.Errorf("got\n%s", out)
	}
	a := large()
	out := html(t, a)
	if rows := strings.Count(out, "<tr><td>"); rows != len(a.Entries)+len(a.Reports) {
		t.Errorf("%d rows, want %d", rows, len(a.Entries)+len(a.Reports))
	}
	if n := strings.Count(out, `<g class="box`); n > 4*mostBoxes {
		t.Errorf("%d boxes", n)
	}
	if !strings.Contains(out, ">and 111 more</text>") ||
		!strings.Contains(out, "<summary>and 110 more</summary>") {
		t.Error("nothing says how many more there are")
	}
}

// Nothing of the analysed code is obeyed by a browser.
func TestHTMLHostile(t *testing.T) {
	const odd = "x\x1b[31m\n\r\u202e\u2066\u009b2J\x7f\x00</script></title></style><b>]]>&\"'" +
		"<img src=x onerror=alert(1)>"
	at := inventory.Position{File: odd, Line: 1, Column: 1}
	var entries []inventory.Entry
	for _, k := range inventory.Kinds {
		entries = append(entries, inventory.Entry{
			Kind: k, Package: odd, Function: odd, Position: at, Call: odd, Library: odd,
			Purpose: odd, Algorithms: []string{odd}, Keys: []inventory.Source{{Kind: odd, Name: odd}},
			Claims: []string{odd}, Medium: odd, Name: odd, SameSite: odd, Detail: odd,
		})
	}
	a := New(entries, []Report{{
		Category: odd, Severity: odd, Message: odd, URL: "javascript:alert(1)//" + odd, Position: at,
	}})
	a.Title, a.Tool, a.Failures = odd, odd, []string{odd}
	for i := range a.Items {
		a.Items[i].Evidence = append(a.Items[i].Evidence, Evidence{odd, Part, odd, at})
		a.Items[i].Against = append(a.Items[i].Against, a.Reports...)
	}
	a.Diff = &Diff{
		Revision: odd, Added: entries, Removed: entries,
		Changed: []Change{{entries[0], entries[1], []Difference{{odd, odd, odd, true}}}},
		Items:   []ItemChange{{ID: odd, Title: odd, Before: odd, After: odd}},
	}
	out := html(t, a)
	for _, r := range out {
		if r != '\n' && r != '\t' && !unicode.IsPrint(r) {
			t.Fatalf("%q is in the page", r)
		}
	}
	for _, bad := range []string{"<b>]]", "<img", "<script", "</script", `="javascript:`} {
		if strings.Contains(out, bad) {
			t.Errorf("%s is in the page", bad)
		}
	}
	if strings.Count(out, "</title>") != 1+strings.Count(out, `<g class="box`) ||
		strings.Count(out, "</style>") != 1 {
		t.Error("a tag of the analysed code")
	}
}

// The page loads nothing, and no script runs in it.
func TestHTMLPolicy(t *testing.T) {
	out := strings.ReplaceAll(html(t, sample(t)), "&#43;", "+")
	_, style, _ := strings.Cut(out, "<style>")
	style, _, _ = strings.Cut(style, "</style>")
	sum := sha256.Sum256([]byte(style))
	want := "default-src &#39;none&#39;; style-src &#39;sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) +
		"&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"
	if !strings.Contains(out, want) {
		t.Errorf("no %s in\n%.600s", want, out)
	}
	if regexp.MustCompile(`(src|action|style)="|<link|@import|url\([^#]|<script`).MatchString(out) {
		t.Error("the page loads something")
	}
}
