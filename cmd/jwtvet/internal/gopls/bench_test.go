package gopls

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// packages is how many packages the module of the benchmark has.
const packages = 200

// BenchmarkEdit edits a file in the middle of a module of 200 packages that all handle tokens, in
// gopls as it is released and in the one with the analyzers by turns, and measures the time from
// the edit to what the analyzers say of it.
func BenchmarkEdit(b *testing.B) {
	dir := b.TempDir()
	ours, stock := filepath.Join(dir, "jwtvet-gopls"), filepath.Join(dir, "gopls")
	if _, err := Tool("").Install(b.Context(), ours); err != nil {
		b.Fatal(err)
	}
	from, err := Tool("").source(b.Context())
	if err == nil {
		err = Tool("").write(b.Context(), dir, from)
	}
	if err == nil {
		_, err = Tool("").run(b.Context(), dir, "go", "build", "-mod=mod", "-o", stock, module)
	}
	if err != nil {
		b.Fatal(err)
	}
	files := map[string]string{}
	for i := range packages {
		files[fmt.Sprintf("p%d/p%d.go", i, i)] = numbered(i, "saved")
	}
	ws := workspace(b, files)
	middle := packages / 2
	file := filepath.Join(ws, fmt.Sprintf("p%d", middle), fmt.Sprintf("p%d.go", middle))
	// for both, or the one that was built before would find what it knows of the libraries
	b.Setenv("GOPLSCACHE", filepath.Join(dir, "cache"))
	settings := map[string]any{"diagnosticsDelay": "0s"}
	clients := []*client{connect(b, stock, ws, settings), connect(b, ours, ws, settings)}
	took := make([][]time.Duration, 2)
	edits := 0
	turn := func() {
		edits++
		for n := range clients {
			i := (n + edits) % 2 // neither always goes first
			c := clients[i]
			mark := fmt.Sprintf("mark%d", edits)
			time.Sleep(500 * time.Millisecond) // the other one still works after it has published
			start := time.Now()
			c.show(file, numbered(middle, mark))
			c.wait(file, mark)
			took[i] = append(took[i], time.Since(start))
		}
	}
	for range 20 {
		// opens the file, fills the caches, and goes on while both still look at what modules
		// there are
		turn()
	}
	took = make([][]time.Duration, 2)
	for b.Loop() {
		turn()
	}
	ratios := make([]float64, len(took[0])) // of pairs: the machine has quick and slow minutes
	for i := range ratios {
		ratios[i] = float64(took[1][i]) / float64(took[0][i])
	}
	b.ReportMetric(float64(median(took[0]).Microseconds())/1000, "stock-ms")
	b.ReportMetric(float64(median(took[1]).Microseconds())/1000, "jwtvet-ms")
	b.ReportMetric(median(ratios), "ratio")
}

func median[T cmp.Ordered](list []T) T {
	list = slices.Sorted(slices.Values(list))
	return list[len(list)/2]
}

// numbered is a package that signs through the wrapper and imports two before it.
func numbered(n int, mark string) string {
	var imports, calls strings.Builder
	for _, m := range []int{n - 1, n - 7} {
		if m >= 0 {
			fmt.Fprintf(&imports, "\n\t\"example.com/app/p%d\"", m)
			fmt.Fprintf(&calls, "\tp%d.Sign(w, key)\n", m)
		}
	}
	text := strings.NewReplacer("package app", fmt.Sprintf("package p%d", n),
		"\n)", imports.String()+"\n)", "}\n", calls.String()+"}\n",
	).Replace(edited("[]byte(key)", mark))
	for i := range 40 {
		text += fmt.Sprintf("\n// Filler%d does something, as most code does.\nfunc Filler%d(n int, s string) (string, error) {\n\tfor i := range n {\n\t\ts += fmt.Sprint(i, s)\n\t}\n\treturn s, nil\n}\n", i, i)
	}
	return text
}
