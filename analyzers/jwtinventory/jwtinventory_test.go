package jwtinventory

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

var update = flag.Bool("update", false, "write what is listed")

// The entries of testdata/inventory are those of its file inventory.txt, with what is known of each:
// wrappers in other packages, helpers of several callers, stores, cookies, middlewares.
func Test(t *testing.T) {
	const folder = "inventory"
	var got strings.Builder
	for _, r := range vettest.Reports(t, []string{"-jwtinventory.on"}, "./"+folder+"/...") {
		if r.Category != Category {
			continue
		}
		e, err := inventory.Decode(r.Message)
		if err != nil {
			t.Fatal(err)
		}
		line := []string{r.Place, "in " + e.Function, e.Title()}
		line = append(line, e.Details()...)
		if e.Gives != "" {
			line = append(line, "gives "+e.Gives)
		}
		for _, id := range e.Takes {
			line = append(line, "takes "+id)
		}
		got.WriteString(strings.Join(line, "; ") + "\n")
	}
	file := filepath.Join(vettest.Root(t), folder, "inventory.txt")
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != got.String() {
		t.Errorf("got\n%swant\n%s%v", got.String(), want, err)
	}
}

// Without its flag nothing is listed, and nothing is reported beside the checks.
func TestOff(t *testing.T) {
	for _, r := range vettest.Reports(t, nil, "./inventory/...") {
		if r.Category == Category {
			t.Errorf("%v", r)
		}
	}
}
