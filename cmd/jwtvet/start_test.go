package main

import (
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The go command starts the program once for each package of a build. What these packages do at the
// start, or what the system does for them, as loading the C library, it would do each time.
func TestStartIsCheap(t *testing.T) {
	deps := imported(t, ".")
	if !slices.Contains(deps, "go/types") {
		t.Fatalf("%q cannot be all that the program imports", deps)
	}
	for _, costly := range []string{"net", "os/user", "runtime/cgo", "net/http"} {
		if slices.Contains(deps, costly) {
			t.Errorf("the program imports %s", costly)
		}
	}
}

// imported returns what a package imports, directly or not.
func imported(t *testing.T, pkg string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", pkg).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(out))
}

// What only the formats need does next to nothing at the start: a unit writes none of them.
func TestFormatsStartIsCheap(t *testing.T) {
	analysis := append(imported(t, "./internal/unit"), imported(t, "./internal/drive")...)
	var only []string
	for _, pkg := range imported(t, "./internal/formats") {
		if !slices.Contains(analysis, pkg) {
			only = append(only, pkg)
		}
	}
	_, trace, _ := run(t, ".", []string{"GODEBUG=inittrace=1"}, "version")
	total := 0
	for _, m := range regexp.MustCompile(`(?m)^init (\S+) .* clock, (\d+) bytes`).
		FindAllStringSubmatch(trace, -1) {
		if slices.Contains(only, m[1]) {
			n, _ := strconv.Atoi(m[2])
			total += n
		}
	}
	if !slices.Contains(only, "html/template") || total == 0 || total > 64<<10 {
		t.Errorf("%d bytes are allocated by the initialisation of %q", total, only)
	}
}
