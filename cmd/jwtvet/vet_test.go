package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The same program is a tool of go vet, which prints and applies on its own.
func TestVet(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":         goMod,
		"go.sum":         goSum,
		"bad/bad.go":     bad,
		"clean/clean.go": clean,
	})
	tool := "-vettool=" + tool(t)
	_, errs, code := start(t, dir, nil, "go", "vet", tool, "./...")
	if code != 1 ||
		!strings.Contains(errs, "bad.go:7:79: JWT signing key is a constant of 5 bytes") {
		t.Errorf("go vet: got %d, %s", code, errs)
	}
	out, _, code := start(t, dir, nil, "go", "vet", "-json", tool, "./...")
	if code != 0 || !strings.Contains(out, `"category": "hardcoded-secret"`) {
		t.Errorf("go vet -json: got %d, %s", code, out)
	}
	_, errs, code = start(t, dir, nil, "go", "vet", "-c=0", tool, "./...")
	if code != 1 || !strings.Contains(errs, "SignedString([]byte(") {
		t.Errorf("go vet -c=0 shows no line: got %d, %s", code, errs)
	}
	_, errs, code = start(t, dir, nil, "go", "vet", tool, "-jwtexpiry", "./...")
	if code != 0 {
		t.Errorf("go vet -jwtexpiry: got %d, %s", code, errs)
	}
	if out, _, code := run(t, dir, nil, "-V=full"); code != 0 ||
		!strings.Contains(out, "buildID=") {
		t.Errorf("-V=full: got %d, %q", code, out)
	}
}

// Fixes are shown and applied by go vet and by go fix.
func TestFix(t *testing.T) {
	fixable := strings.NewReplacer(`[]byte("local")`, "key", "claims jwt.Claims",
		"claims jwt.Claims, key string").Replace(bad)
	dir := module(t, map[string]string{"go.mod": goMod, "go.sum": goSum, "bad/fixable.go": fixable})
	flag := "-vettool=" + tool(t)
	for _, args := range [][]string{
		{"vet", "-fix", "-diff", flag, "./..."},
		{"fix", "-diff", "-fixtool=" + tool(t), "./..."},
	} {
		out, errs, code := start(t, dir, nil, "go", args...)
		if strings.Contains(errs, "not defined: -") { // before Go 1.26
			t.Skip("this go command applies no fixes of tools")
		}
		if code != 1 || !strings.Contains(out, ".SignedString(key)") ||
			!strings.Contains(out, ".SignedString([]byte(key))") {
			t.Errorf("go %s: got %d, %s%s", args[0], code, out, errs)
		}
	}
	if _, errs, code := start(t, dir, nil, "go", "vet", "-fix", flag, "./..."); code != 0 {
		t.Errorf("go vet -fix: got %d, %s", code, errs)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "bad", "fixable.go")); err != nil ||
		!strings.Contains(string(data), "SignedString([]byte(key))") {
		t.Errorf("go vet -fix left\n%s%v", data, err)
	}
	if _, errs, code := start(t, dir, nil, "go", "vet", flag, "./..."); code != 0 {
		t.Errorf("go vet after -fix: got %d, %s", code, errs)
	}
}
