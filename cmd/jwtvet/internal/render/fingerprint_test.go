package render

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/drive"
)

const signs = `package auth

// Sign signs.
func (s *Service) Sign(claims Claims) string {
	first := s.sign(claims, "none")
	return first + s.sign(claims, lifetime(24, hours))
}

func other() string { return sign(nil, "none") }
`

// prints returns the fingerprints of reports at texts of a file, each at every place it is at.
func prints(t *testing.T, file, src, category string, texts ...string) []string {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, file)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(src), 0o666); err != nil {
		t.Fatal(err)
	}
	res := &drive.Result{}
	for _, text := range texts {
		for at := 0; ; {
			i := strings.Index(src[at:], text)
			if i < 0 {
				break
			}
			at += i + len(text)
			res.Reports = append(res.Reports, drive.Report{
				Category: category, Message: text,
				Position: place(file, src[:at-len(text)]), End: place(file, src[:at]),
			})
		}
	}
	var out []string
	for _, f := range NewRun(res, dir, "").Findings {
		out = append(out, f.Fingerprint)
	}
	if len(out) == 0 {
		t.Fatalf("there is no %q in\n%s", texts, src)
	}
	return out
}

// place returns the position behind a text.
func place(file, before string) drive.Position {
	return drive.Position{
		File: "./" + file, Line: strings.Count(before, "\n") + 1,
		Column: len(before) - strings.LastIndexByte(before, '\n'),
	}
}

// Code is edited, and the fingerprint stays.
func TestFingerprintStays(t *testing.T) {
	const (
		expr   = "s.sign(claims, lifetime(24, hours))"
		broken = "s.sign(\n\t\tclaims, // of it\n\t\tlifetime(24,\n\t\t\thours),\n\t)"
		spaced = "s.sign( claims,lifetime( 24,hours ) )"
	)
	before := prints(t, "auth/auth.go", signs, "long-expiry", expr)
	for _, c := range []struct{ name, file, src, expr string }{
		{"lines above", "auth/auth.go", "// A licence.\n//\n// More of it.\n\n" + signs, expr},
		{"moved", "internal/tokens/sign.go", signs, expr},
		{"other package", "auth/auth.go",
			strings.Replace(signs, "package auth", "package tokens", 1), expr},
		{"neighbours renamed", "auth/auth.go",
			strings.NewReplacer("other", "another", "first", "head").
				Replace(signs), expr},
		{"a pointer less", "auth/auth.go", strings.Replace(signs, "*Service", "Service", 1), expr},
		{"a line before it", "auth/auth.go",
			strings.Replace(signs, "\tfirst", "\tlog(claims)\n\tfirst", 1), expr},
		{"reformatted", "auth/auth.go",
			strings.Replace(signs, expr, broken, 1), broken},
		{"spaces", "auth/auth.go", strings.Replace(signs, expr, spaced, 1), spaced},
		{"lines of Windows", "auth/auth.go", strings.ReplaceAll(signs, "\n", "\r\n"), expr},
		{"a half of the file", "auth/auth.go",
			signs[:strings.Index(signs, "func other")] + "func (", expr},
	} {
		if after := prints(t, c.file, c.src, "long-expiry", c.expr); !slices.Equal(before, after) {
			t.Errorf("%s: got %q, want %q", c.name, after, before)
		}
	}
}

// Another defect has another fingerprint.
func TestFingerprintDiffers(t *testing.T) {
	const expr = "s.sign(claims, lifetime(24, hours))"
	before := prints(t, "auth.go", signs, "long-expiry", expr)
	for _, c := range []struct{ name, src, category, expr string }{
		{"other category", signs, "missing-expiry", expr},
		{"other value", strings.Replace(signs, "24", "48", 1), "long-expiry",
			strings.Replace(expr, "24", "48", 1)},
		{"other function", strings.Replace(signs, ") Sign(", ") Renew(", 1), "long-expiry", expr},
		{"other receiver", strings.Replace(signs, "*Service", "*Issuer", 1), "long-expiry", expr},
	} {
		if after := prints(t, "auth.go", c.src, c.category, c.expr); slices.Equal(before, after) {
			t.Errorf("%s: got %q both times", c.name, after)
		}
	}
	src := strings.Replace(signs, "\treturn first",
		"\tfirst = s.sign(claims, \"none\")\n\treturn first", 1)
	equal := prints(t, "auth.go", src, "long-expiry", `"none"`)
	if len(equal) != 3 ||
		strings.TrimSuffix(equal[0], "-1") != strings.TrimSuffix(equal[1], "-2") ||
		strings.HasPrefix(equal[2], strings.TrimSuffix(equal[0], "1")) {
		t.Errorf("equal ones have %q", equal)
	}
}

// The fingerprint of a report about a key does not depend on the key, which could be guessed from
// it.
func TestFingerprintOfSecret(t *testing.T) {
	before := prints(t, "auth.go", signs, "hardcoded-secret", `"none"`)
	src := strings.ReplaceAll(signs, `"none"`, `"s3cret"`)
	after := prints(t, "auth.go", src, "hardcoded-secret", `"s3cret"`)
	if !slices.Equal(before, after) {
		t.Errorf("got %q, want %q", after, before)
	}
}

// Files of other languages, and ones that cannot be read, have fingerprints too.
func TestFingerprintElsewhere(t *testing.T) {
	const page = "<p>\n<script>localStorage.setItem( 'token', t )</script>\n"
	before := prints(t, "web/login.html", page, "web-storage", "localStorage.setItem( 'token', t )")
	spaced := "<h1>\n\n" + strings.ReplaceAll(page, "( ", "(  ")
	after := prints(t, "index.html", spaced, "web-storage",
		"localStorage.setItem(  'token', t )")
	if !slices.Equal(before, after) {
		t.Errorf("got %q, want %q", after, before)
	}
	run := NewRun(&drive.Result{Reports: []drive.Report{{
		Category: "web-storage",
		Position: drive.Position{File: "gone.html", Line: 3, Column: 4},
	}}}, t.TempDir(), "")
	if run.Findings[0].Fingerprint == "" {
		t.Error("no fingerprint")
	}
}
