package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/jwtvet/internal/timings"
)

// No package costs more than a small multiple of its type-checking, whatever is large or deep in
// it. The aim is three times that and 200 ms; the test allows for noise.
func TestBounded(t *testing.T) {
	files := map[string]string{"go.mod": goMod, "go.sum": goSum}
	for _, p := range bounded {
		files[p.folder()+"/p.go"] = header + p.text()
	}
	file := filepath.Join(t.TempDir(), "timings")
	_, errs, code := run(t, module(t, files), nil, "-advice", "-timings="+file, "./...")
	if code != 1 {
		t.Errorf("got %d, %s", code, errs)
	}
	cost := costs(t, file)
	for _, p := range bounded {
		c, ok := cost["example.com/app/"+p.folder()]
		if !ok {
			t.Errorf("%s: not analysed", p.name)
			continue
		}
		t.Logf("%-24s type-checking %.3f s, analysis %.3f s, %d MiB",
			p.name, c.Check, c.Analysis, c.RSS)
		if c.Analysis > 10*c.Check+2 {
			t.Errorf("%s: the analysis takes %.1f s of CPU, type-checking %.1f s: %v",
				p.name, c.Analysis, c.Check, c.Analyzers)
		}
	}
}

// A file that ends anywhere is no Go, or other Go; it is never a reason to crash.
func TestHalfFiles(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	files := map[string]string{"go.mod": goMod, "go.sum": goSum}
	for i, p := range bounded {
		text := header + p.text()
		for j := range 3 {
			files[fmt.Sprintf("half%d/p%d/p.go", j, i)] = text[:random.IntN(len(text))]
		}
		text = strings.TrimRight(text[:len(header)+random.IntN(len(text)-len(header))], "\n")
		// whole declarations
		files[fmt.Sprintf("decls/p%d/p.go", i)] = text[:strings.LastIndex(text, "\nfunc ")]
	}
	out, errs, code := run(t, module(t, files), nil, "./...")
	if code != 3 {
		t.Errorf("got %d, want 3 for packages that do not compile", code)
	}
	for line := range strings.Lines(out + errs) {
		if strings.Contains(line, "internal error") || strings.Contains(line, "panic") ||
			strings.HasPrefix(line, "goroutine ") {
			t.Errorf("got %s", line)
		}
	}
}

// Both ways to start the analysis write one line for each package that is
// analysed, whatever was selected.
func TestTimings(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":         goMod,
		"go.sum":         goSum,
		"bad/bad.go":     bad,
		"clean/clean.go": clean,
	})
	for name, start := range map[string]func(flag string){
		"command":  func(flag string) { run(t, dir, nil, flag, "./...") },
		"selected": func(flag string) { run(t, dir, nil, flag, "-jwtexpiry", "./...") },
		"left out": func(flag string) { run(t, dir, nil, flag, "-disable=jwtsecret", "./...") },
		"go vet": func(flag string) {
			start(t, dir, nil, "go", "vet", "-vettool="+tool(t), flag, "./...")
		},
	} {
		file := filepath.Join(t.TempDir(), "timings")
		start("-timings=" + file)
		cost := costs(t, file)
		got, want := slices.Sorted(maps.Keys(cost)), []string{
			"example.com/app/bad", "example.com/app/clean",
		}
		for _, p := range want {
			if !slices.Contains(got, p) {
				t.Errorf("%s: got lines of %q, want %q", name, got, want)
			}
		}
		c := cost["example.com/app/bad"]
		if c.Files != 1 || c.Bytes != int64(len(bad)) || c.Check <= 0 || c.Analysis <= 0 ||
			c.Analyzers["jwtexpiry"] < 0 || len(c.Analyzers) < 2 {
			t.Errorf("%s: got %+v", name, c)
		}
	}
}

// costs reads what -timings wrote.
func costs(t *testing.T, file string) map[string]timings.Line {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]timings.Line{}
	for text := range bytes.Lines(data) {
		var line timings.Line
		if err := json.Unmarshal(text, &line); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		out[line.Package] = line
	}
	return out
}
