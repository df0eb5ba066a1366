package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// The go command starts the program once for each package of a build. What these packages do at the
// start, or what the system does for them, as loading the C library, it would do each time.
func TestStartIsCheap(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if !slices.Contains(deps, "go/types") {
		t.Fatalf("%q cannot be all that the program imports", deps)
	}
	for _, costly := range []string{
		"net", "os/user", "runtime/cgo", "net/http", "html/template", "text/template",
	} {
		if slices.Contains(deps, costly) {
			t.Errorf("the program imports %s", costly)
		}
	}
}
