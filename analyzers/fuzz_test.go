package analyzers_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/analyzers/internal/progen"
)

const (
	patience = 2 * time.Second  // for one analysis of a program of some 200 statements
	hang     = 30 * time.Second // after which nobody waits any longer
)

// bytesOf returns n bytes that are the same for the same seed.
func bytesOf(seed uint64, n int) []byte {
	r := rand.New(rand.NewPCG(seed, 1))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(r.Uint32())
	}
	return out
}

// strictly switches on all that the analyzers can report.
func strictly(t testing.TB) {
	t.Helper()
	for _, a := range analyzers.All {
		for _, name := range []string{"strict", "advice"} {
			if err := a.Flags.Set(name, "true"); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { a.Flags.Set(name, "false") })
		}
	}
}

// FuzzPrograms analyses programs that are made of the bytes: the analysis ends, and reports the
// same twice, whichever analyzer comes first.
func FuzzPrograms(f *testing.F) {
	strictly(f)
	f.Add([]byte{})
	for seed := range uint64(20) {
		f.Add(bytesOf(seed, 200<<(seed%6)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p := progen.New(data)
		pkgs, err := load(p)
		if err != nil {
			t.Skip(err)
		}
		if complaint := ending(func() string { return twice(pkgs) }); complaint != "" {
			t.Errorf("%s, of\n%s\n%s", complaint, numbered(p.Lib), numbered(p.App))
		}
	})
}

// ending returns what f returns, or complains that it does not.
func ending(f func() string) string {
	done, start := make(chan string, 1), spent()
	go func() { done <- f() }()
	for {
		select {
		case complaint := <-done:
			return complaint
		case <-time.After(time.Second):
			if spent()-start > hang {
				return "the analysis does not end"
			}
		}
	}
}

// twice analyses packages with the analyzers in two orders, and complains of what differs and of
// what takes long.
func twice(pkgs []*packages.Package) (complaint string) {
	defer func() {
		if r := recover(); r != nil {
			complaint = fmt.Sprintf("the analysis crashes: %v\n%s", r, debug.Stack())
		}
	}()
	order := slices.Clone(analyzers.All)
	var first string
	for i := range 2 {
		start := spent()
		text, err := diagnose(order, pkgs)
		if err != nil {
			return err.Error()
		}
		if took := spent() - start; took > patience {
			return fmt.Sprintf("the analysis takes %v", took)
		}
		if i == 0 {
			first = text
		} else if text != first {
			return fmt.Sprintf("only once is reported\n%s\nand when others come first\n%s",
				without(first, text), without(text, first))
		}
		slices.Reverse(order)
	}
	return ""
}

// without returns the lines of a text that another does not have.
func without(text, other string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		if !strings.Contains(other, line) {
			out.WriteString(line)
		}
	}
	return out.String()
}

// TestPrograms makes sure that the programs are worth analysing: nearly all are well typed, and
// many categories are reported in them.
func TestPrograms(t *testing.T) {
	strictly(t)
	const n = 60
	wrong, found := 0, map[string]bool{}
	for seed := range uint64(n) {
		pkgs, err := load(progen.New(bytesOf(seed, 1000)))
		if err != nil {
			wrong++
			t.Log(err)
			continue
		}
		text, err := diagnose(analyzers.All, pkgs)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range reported.FindAllStringSubmatch(text, -1) {
			found[m[1]] = true
		}
	}
	t.Logf("%d of %d are ill typed, reported are %q", wrong, n, slices.Sorted(maps.Keys(found)))
	if wrong > n/20 || len(found) < 15 {
		t.Errorf("%d of %d programs are ill typed; %d categories are reported", wrong, n,
			len(found))
	}
}

var reported = regexp.MustCompile(`(?m)^/\S+: ([a-z-]+): `)
