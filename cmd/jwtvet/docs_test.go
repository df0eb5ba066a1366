package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The page that compares drivers names the tests that prove what it says.
func TestDriversAreProven(t *testing.T) {
	root := filepath.Join("..", "..")
	page, err := os.ReadFile(filepath.Join(root, "docs", "drivers.md"))
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`\bTest[A-Z]\w+`).FindAllString(string(page), -1)
	if len(names) < 5 {
		t.Fatalf("the page names %q", names)
	}
	cmd := exec.Command("go", "test", "-list", "^("+strings.Join(names, "|")+")$", "./cmd/...", "./plugin", "./analyzers", "./internal/...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if !strings.Contains("\n"+string(out), "\n"+name+"\n") {
			t.Errorf("there is no %s", name)
		}
	}
}
